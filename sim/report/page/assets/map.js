// The map: terrain, coverage, hamlets, masts, the plan and the periods of a switch-off, without a tile server.

const TECHNOLOGY_ORDER = ['4G', '3G', '5G', '2G'];
const GROUND_OPACITY = 0.6;
const FLY_ZOOM = 13;
const ABOVE_LINES = ['cells', 'masts', 'hamlets', 'plan'];
const MANY_MASTS = 200;
const MANY_HAMLETS = 600;

/** The map with its layers and what the reader has chosen to see. */
class CoverageMap {
  constructor(run) {
    this.run = run;
    this.mode = isBroadbandPlan(run) ? 'broadband' : 'status';
    this.period = 0;
    this.sunsetOperator = 'worst';
    this.opacity = 0.65;
    this.overlayId = defaultOverlay(run);
    this.shown =
        {ground: true, hamlets: true, masts: true, plan: true, backhaul: true, cells: run.sunset !== null, names: true};
    this.groups = {};
    this.hamletMarkers = new Map();
  }

  /** Puts the map into a node and draws everything. */
  start(node) {
    this.map = L.map(node, {
      preferCanvas: true,
      zoomSnap: 0.1,
      zoomDelta: 1,
      attributionControl: false,
      zoomControl: false,
      minZoom: 6,
      maxZoom: 17,
      fadeAnimation: !prefersLessMotion(),
      zoomAnimation: !prefersLessMotion()
    });
    this.map.createPane('ground').style.zIndex = 210;
    this.map.createPane('coverage').style.zIndex = 220;
    this.map.createPane('names').style.zIndex = 450;
    this.map.getPane('names').style.pointerEvents = 'none';
    this.renderer = L.canvas({padding: 0.3, tolerance: prefersTouch() ? 10 : 4});
    this.map.fitBounds(boundsOf(this.run), {padding: [12, 12]});
    this.map.setMaxBounds(L.latLngBounds(boundsOf(this.run)).pad(0.6));
    this.fitZoom = this.map.getZoom();
    this.updateDetail();
    this.drawAll();
    this.map.on('popupclose', () => this.clearObstacle());
    this.map.on('zoomstart zoomend', () => this.updateDetail());
  }

  /** Draws all layers anew, in the language of now. */
  drawAll() {
    for (const control of this.controls || [])
      control.remove();
    this.controls = [
      L.control.zoom({position: 'bottomright', zoomInTitle: t('map.zoom_in'), zoomOutTitle: t('map.zoom_out')}),
      L.control.scale({imperial: false})
    ];
    for (const control of this.controls)
      control.addTo(this.map);
    for (const group of Object.values(this.groups))
      group.remove();
    this.groups = {};
    const drawers = {
      ground: drawGround,
      backhaul: drawBackhaul,
      cells: drawCells,
      masts: drawMasts,
      hamlets: drawHamlets,
      plan: drawPlan,
      names: drawNames
    };
    for (const [name, draw] of Object.entries(drawers))
      this.groups[name] = L.layerGroup(draw(this));
    for (const name of Object.keys(drawers).filter((one) => this.shown[one]))
      this.groups[name].addTo(this.map);
    this.groups.obstacle = L.layerGroup([]).addTo(this.map);
    this.setOverlay(this.overlayId);
    this.updateDetail();
  }

  show(name, isShown) {
    this.shown[name] = isShown;
    if (!isShown) {
      this.groups[name].remove();
      return;
    }
    this.groups[name].addTo(this.map);
    for (const above of ABOVE_LINES.slice(ABOVE_LINES.indexOf(name) + 1).filter((one) => this.shown[one])) {
      this.groups[above].eachLayer((layer) => layer.bringToFront());
    }
  }

  setOverlay(id) {
    this.overlayId = id;
    if (this.overlay) this.overlay.remove();
    const image = imagesOf(this.run).find((candidate) => candidate.id === id);
    this.overlay = image ?
        L.imageOverlay(
             image.url, image.bounds, {pane: 'coverage', opacity: this.opacity, alt: overlayText(this.run, image)})
            .addTo(this.map) :
        null;
  }

  setOpacity(opacity) {
    this.opacity = opacity;
    if (this.overlay) this.overlay.setOpacity(opacity);
  }

  /** What hamlets are coloured by: "status", a technology's prefix, "after" the plan, "broadband" or "sunset". */
  setMode(mode) {
    this.mode = mode;
    this.updateHamlets();
  }

  setPeriod(period) {
    this.period = period;
    this.updateHamlets();
    this.updateCells();
  }

  updateHamlets() {
    for (const [hamletId, marker] of this.hamletMarkers)
      marker.setStyle(this.hamletLook(this.run.hamletById.get(hamletId)));
  }

  updateCells() { this.groups.cells.eachLayer((layer) => layer.setStyle(cellLook(layer.cell, this.period))); }

  hamletLook(hamlet) {
    if (this.mode === 'sunset') {
      const floor = FLOOR_CLASSES[this.floorClass(hamlet.hamlet_id)];
      return {shape: floor.shape, fillColor: floor.colour};
    }
    if (this.mode === 'broadband') {
      const {shape, colour} = broadbandClassOf(this.run, hamlet);
      return {shape, fillColor: colour};
    }
    const status = this.statusOf(hamlet) || 'unknown';
    return {shape: STATUS_SHAPES[status], fillColor: STATUS_COLOURS[status]};
  }

  statusOf(hamlet) {
    if (this.mode === 'after') return statusAfterPlan(this.run, hamlet);
    return this.mode === 'status' ? hamlet.status : hamlet[`${this.mode}_status`];
  }

  /** Which of FLOOR_CLASSES a hamlet belongs to in the period, for the chosen operator or the worst off. */
  floorClass(hamletId) {
    const states = hamletStates(this.run, hamletId, this.period)
                       .filter((state) => this.sunsetOperator === 'worst' || state.operator === this.sunsetOperator);
    return Math.max(0, ...states.map(floorClassOf));
  }

  /** Moves to a hamlet and opens its popup. */
  showHamlet(hamletId) {
    const hamlet = this.run.hamletById.get(hamletId);
    if (!hamlet || !hasPlace(hamlet)) return;
    this.open([hamlet.lat_deg, hamlet.lon_deg], hamletPopup(this.run, hamlet, this));
    this.drawObstacle(hamlet);
    announce(t('map.shown', {name: hamlet.name || hamletId}));
  }

  showPlace(place, content) { this.open(place, content); }

  open(place, content) {
    this.map.setView(place, Math.max(this.map.getZoom(), Math.min(FLY_ZOOM, this.fitZoom + 2.5)), {animate: false});
    this.openPopup(place, content);
  }

  openPopup(place, content) {
    const width = Math.min(340, this.map.getSize().x - 60);
    L.popup({
       maxWidth: width,
       minWidth: Math.min(220, width),
       maxHeight: Math.max(160, this.map.getSize().y - 90),
       autoPanPadding: [10, 10]
     })
        .setLatLng(place)
        .setContent(content)
        .openOn(this.map);
    fixPopupClose(this.map);
  }

  /** A dashed line from the hamlet to what stands in the way. */
  drawObstacle(hamlet) {
    this.clearObstacle();
    if (isMissing(hamlet.reason_lat_deg)) return;
    const place = [hamlet.reason_lat_deg, hamlet.reason_lon_deg];
    const look = {color: '#a50026', renderer: this.renderer, interactive: false};
    this.groups.obstacle.addLayer(
        L.polyline([[hamlet.lat_deg, hamlet.lon_deg], place], {...look, weight: 3, dashArray: '6 5'}));
    this.groups.obstacle.addLayer(new ShapeMarker(place, {...look, shape: 'cross', radius: 7}));
  }

  clearObstacle() { this.groups.obstacle.clearLayers(); }

  /** Names of districts on the whole map; nearer those of communes, and the sectors of masts. */
  updateDetail() {
    const isFull = this.run.sites.length > MANY_MASTS || this.run.hamlets.length > MANY_HAMLETS;
    this.isNear = !isFull || this.map.getZoom() >= this.fitZoom + 1.5;
    const few = this.run.communes.length <= 12;
    this.map.getContainer().classList.toggle('near', few || this.map.getZoom() >= this.fitZoom + 1);
  }
}

function prefersTouch() { return window.matchMedia('(pointer: coarse)').matches; }

/** Leaflet's closing link is a link to "#close" with a sign for its name; readers need a word. */
function fixPopupClose(map) {
  const close = map.getContainer().querySelector('.leaflet-popup-close-button');
  if (close) furnish(close, {'aria-label': t('map.close'), title: t('map.close'), role: 'button'}, []);
}

function imagesOf(run) { return (run.map && run.map.images) || []; }

/** The map's first sight: all operators together, the technology that targets ask for most. */
function defaultOverlay(run) {
  const levels = imagesOf(run).filter((image) => image.kind === 'level');
  const rank = (image) => TECHNOLOGY_ORDER.indexOf(image.technology) + (image.operator === 'any' ? 0 : 10);
  levels.sort((a, b) => rank(a) - rank(b));
  return levels.length > 0 ? levels[0].id : '';
}

/** "4G, mức thu RSRP"; with the operator where the run has maps of several. */
function overlayText(run, image) {
  const name = `${image.technology}, ${wordOf('quantity', image.quantity || image.kind)}`;
  const isOne = imagesOf(run).every((other) => other.kind === 'hillshade' || other.operator === image.operator);
  return isOne ? name : `${name}, ${operatorInText(image.operator)}`;
}

function boundsOf(run) {
  if (run.map && run.map.bounds) return run.map.bounds;
  const places = [...run.hamlets, ...run.sites].filter(hasPlace).map((row) => [row.lat_deg, row.lon_deg]);
  return places.length > 0 ? places : [[8.4, 102.1], [23.4, 109.5]];
}
