// The map: hamlets that have changed, over the difference of the levels.

const DEFAULT_OPACITY = 0.7;
const FLY_TO_ZOOM = 13;

/**
 * The service that the map begins with: the target's where its statuses have changed, else the one with most changes.
 */
function mostChangedService(comparison) {
  const [operator] = comparison.operators;
  const changed = comparison.changed.filter((row) => row.operator === operator);
  const countOf = (service) => changed.filter((row) => row.technology === service)
                                   .reduce((sum, row) => sum + (row.change === 'status' ? changed.length : 1), 0);
  if (changed.some((row) => row.technology === 'target' && row.change === 'status')) return 'target';
  return servicesOf(comparison, operator)
      .reduce((best, service) => (countOf(service) > countOf(best) ? service : best), 'target');
}

/** The picture that the map begins with: the one of most cells that differ; null where there is none. */
function mostChangedImage({images, maps}) {
  const changesOf = (image) => {
    const file = maps.files.find((map) => map.operator === image.operator && map.technology === image.technology);
    return file.cells_raised + file.cells_lowered;
  };
  if (images.length === 0) return null;
  return images.reduce((best, image, i) => (changesOf(image) > changesOf(images[best]) ? i : best), 0);
}

class ChangeMap {
  constructor(comparison) {
    this.comparison = comparison;
    [this.operator] = comparison.operators;
    this.service = mostChangedService(comparison);
    this.image = mostChangedImage(comparison);
    this.opacity = DEFAULT_OPACITY;
    this.view = null;
  }

  render(section) {
    const {comparison} = this;
    section.hidden = comparison.changed.length === 0 && comparison.images.length === 0;
    if (section.hidden) return;
    const view = this.map === undefined ? null : {centre: this.map.getCenter(), zoom: this.map.getZoom()};
    if (this.map !== undefined) this.map.remove();
    const node = element('div', {id: 'map', role: 'application', 'aria-label': t('compare.map_label')});
    this.panel = element('div', {class: 'map-panel'});
    fill(
        section, element('h2', {}, t('compare.map')),
        element('div', {class: 'map-layout'}, element('div', {class: 'map-frame'}, node), this.panel));
    this.map = L.map(node, {attributionControl: false, preferCanvas: true, zoomSnap: 0.25});
    this.showGround();
    this.stations = L.layerGroup().addTo(this.map);
    this.hamlets = L.layerGroup().addTo(this.map);
    if (view === null)
      this.map.fitBounds(this.bounds(), {maxZoom: FLY_TO_ZOOM - 1});
    else
      this.map.setView(view.centre, view.zoom);
    this.renderPanel();
    this.showImage();
    this.showStations();
    this.showHamlets();
  }

  showGround() {
    const {hillshade} = this.comparison;
    if (!hillshade) return;
    this.map.createPane('ground').style.zIndex = 150;
    L.imageOverlay(hillshade.url, hillshade.bounds, {pane: 'ground', opacity: 0.6, alt: ''}).addTo(this.map);
  }

  /** What has changed, or the map where nothing has. */
  bounds() {
    const bounds =
        L.latLngBounds([...this.comparison.changed, ...this.allStations()].map((at) => [at.lat_deg, at.lon_deg]));
    return (bounds.isValid() ? bounds : L.latLngBounds(this.comparison.images[0].bounds)).pad(0.1);
  }

  renderPanel() {
    const {operators, images} = this.comparison;
    const overlays = [
      ['', t('compare.no_overlay')],
      ...images.map((image, i) => [String(i), `${image.technology} · ${operatorText(image.operator)}`])
    ];
    this.imageLegend = element('ul', {class: 'legend'});
    fill(
        this.panel,
        operators.length === 1 ?
            null :
            select(
                'map-operator', t('column.operator'),
                operators.map((name, i) => [String(i), name === null ? t('compare.own_operator') : operatorText(name)]),
                String(operators.indexOf(this.operator)),
                (chosen) => {
                  this.showOf(operators[Number(chosen)], this.service);
                  byId('map-operator').focus();
                }),
        select(
            'map-service', t('compare.service'),
            servicesOf(this.comparison, this.operator).map((name) => [name, serviceText(name)]), this.service,
            (service) => {
              this.service = service;
              this.showHamlets();
            }),
        element(
            'div', {}, element('h3', {}, t('compare.legend')),
            element(
                'ul', {class: 'legend'},
                Object.keys(CHANGE_LOOKS)
                    .map(
                        (look) => element(
                            'li', {},
                            svg('svg', {width: 22, height: 20, 'aria-hidden': 'true'},
                                changeShape(look, 11, 10, CHANGE_LOOKS[look].radius)),
                            t(`change.${look}`)))),
            this.operator === operators[0] ? null : element('p', {class: 'note'}, t('compare.of_operators'))),
        this.stationLegend(),
        images.length === 0 ?
            element(
                'p', {class: 'note'},
                t(this.comparison.maps.state === 'left_out' ? 'compare.maps_left_out' : 'compare.maps_missing')) :
            [
              select(
                  'map-image', t('compare.overlay'), overlays, this.image === null ? '' : String(this.image),
                  (value) => {
                    this.image = value === '' ? null : Number(value);
                    this.showImage();
                  }),
              slider(
                  'map-opacity', t('compare.opacity'), {min: 0, max: 1, step: 0.05}, this.opacity,
                  (value) => {
                    this.opacity = value;
                    if (this.overlay) this.overlay.setOpacity(value);
                  }),
              this.imageLegend
            ]);
  }

  showImage() {
    if (this.overlay) this.overlay.remove();
    const image = this.image === null ? null : this.comparison.images[this.image];
    this.overlay = image ?
        L.imageOverlay(image.url, image.bounds, {opacity: this.opacity, alt: t('compare.overlay')}).addTo(this.map) :
        null;
    fill(
        this.imageLegend,
        (image ? [...image.legend].reverse() : [])
            .map(
                (entry) =>
                    element('li', {}, legendSample({colour: entry.colour}), `${entry.label.replaceAll('-', '−')} dB`)));
  }

  showHamlets() {
    this.hamlets.clearLayers();
    this.markers = new Map();
    const rows =
        this.comparison.changed.filter((row) => row.operator === this.operator && row.technology === this.service);
    const order = ['small.better', 'small.worse', 'unknown', 'status.better', 'status.worse'];
    for (const row of [...rows].sort((a, b) => order.indexOf(lookOf(a)) - order.indexOf(lookOf(b)))) {
      const look = lookOf(row);
      const radius = CHANGE_LOOKS[look].radius;
      const size = 2 * radius + 4;
      const icon = L.divIcon({
        className: 'change-marker',
        iconSize: [size, size],
        html: svg('svg', {width: size, height: size}, changeShape(look, size / 2, size / 2, radius))
      });
      const marker = L.marker([row.lat_deg, row.lon_deg], {
        icon,
        alt: `${row.name}: ${t(`change.${look}`)}`,
        title: row.name,
        zIndexOffset: 1000 * order.indexOf(look)
      });
      marker.bindPopup(() => this.popup(row)).addTo(this.hamlets);
      this.markers.set(row.hamlet_id, marker);
    }
  }

  /** The stations of two plans, or of the one that there is. */
  allStations() {
    const {plan} = this.comparison;
    if (!plan) return [];
    const {only_a, only_b, in_both} = plan.stations;
    return [
      ...in_both.map((station) => ({...station, where: 'both'})),
      ...only_a.map((station) => ({...station, where: 'a'})), ...only_b.map((station) => ({...station, where: 'b'}))
    ].filter((station) => station.kind !== 'fibre');
  }

  stationLegend() {
    const there = new Set(this.allStations().map((station) => station.where));
    if (there.size === 0) return null;
    return element(
        'div', {}, element('h3', {}, t('compare.stations_legend')),
        element(
            'ul', {class: 'legend'},
            Object.keys(STATION_LOOKS)
                .filter((where) => there.has(where))
                .map(
                    (where) => element(
                        'li', {},
                        svg('svg', {width: 22, height: 20, 'aria-hidden': 'true'}, stationShape(where, 11, 10)),
                        t(`where.${where}`)))));
  }

  showStations() {
    this.stations.clearLayers();
    for (const station of this.allStations()) {
      const size = 22;
      const icon = L.divIcon({
        className: 'change-marker',
        iconSize: [size, size],
        html: svg('svg', {width: size, height: size}, stationShape(station.where, size / 2, size / 2))
      });
      const name = `${wordOf('value', station.kind)} ${station.site_id}: ${t(`where.${station.where}`)}`;
      L.marker([station.lat_deg, station.lon_deg], {icon, alt: name, title: name, zIndexOffset: 6000})
          .bindPopup(() => element('div', {class: 'popup'}, element('p', {}, name)))
          .addTo(this.stations);
    }
  }

  popup(row) {
    const fact = (name, a, b) => [element('dt', {}, name), element('dd', {}, `${a} → ${b}`)];
    const level = (value) => (isMissing(value) ? t('compare.none') : `${number(value, 1)} dBm`);
    return element(
        'div', {class: 'popup'}, element('h3', {}, row.name),
        element('p', {}, [row.commune, row.district].filter((name) => !isMissing(name)).join(', ')),
        element('p', {}, element('strong', {}, `${serviceText(row.technology)}: ${t(`change.${lookOf(row)}`)}`)),
        element(
            'dl', {class: 'facts'},
            fact(t('popup.status'), wordOf('status', row.status_a), wordOf('status', row.status_b)),
            row.technology === 'target' ? null : fact(t('popup.level'), level(row.level_a_dbm), level(row.level_b_dbm)),
            fact(t('popup.share'), percent(row.share_a), percent(row.share_b)), element('dt', {}, t('popup.people')),
            element('dd', {}, number(row.population))));
  }

  /** Shows the changes of an operator: of a service, or of its first where it has no changes of that one. */
  showOf(operator, service) {
    const services = servicesOf(this.comparison, operator);
    this.operator = operator;
    this.service = services.includes(service) ? service : services[0];
    this.renderPanel();
    this.showImage();
    this.showHamlets();
  }

  /** Moves to a hamlet and says what has changed there. */
  show(row) {
    if (this.service !== row.technology || this.operator !== row.operator) this.showOf(row.operator, row.technology);
    byId('map-section').scrollIntoView({behavior: prefersLessMotion() ? 'auto' : 'smooth'});
    this.map.setView(
        [row.lat_deg, row.lon_deg], Math.max(FLY_TO_ZOOM, this.map.getZoom()), {animate: !prefersLessMotion()});
    this.markers.get(row.hamlet_id).openPopup();
  }
}
