// The panel beside the map: what to show, the key to it, and a search for a hamlet.

const MAX_MATCHES = 8;

/** The section of the map; its node for the map stays when the language changes. */
class MapSection {
  constructor(run) {
    this.run = run;
    this.view = new CoverageMap(run);
    this.mapNode = element('div', {id: 'map', role: 'application'});
    this.legendNode = element('div', {class: 'map-legend', id: 'map-legend'});
    this.panel = element('div', {class: 'map-panel'});
    this.player = run.sunset ? new PeriodPlayer(run, this.view, () => this.showSunset()) : null;
  }

  /** Draws the section in the language of now. */
  render(section) {
    const isFirst = !this.mapNode.isConnected;
    this.mapNode.setAttribute('aria-label', t('map.label'));
    fill(this.panel, this.hamletSearch(), this.modeField(), this.overlayFields(), this.layerBoxes());
    const title = element('h2', {id: 'map-title'}, t('map.title'));
    const hint = element(
        'p', {class: 'note screen-only'}, t('map.hint'), ' ', element('span', {class: 'keys-only'}, t('map.keys')));
    if (isFirst) {
      this.titleNode = element('div');
      this.playerNode = element('div');
      fill(
          section, this.titleNode, this.playerNode,
          element(
              'div', {class: 'map-layout'},
              element('div', {}, element('div', {class: 'map-frame'}, this.mapNode), this.legendNode), this.panel));
      section.setAttribute('aria-labelledby', 'map-title');
      this.view.start(this.mapNode);
    } else {
      this.view.map.closePopup();
      this.view.drawAll();
    }
    fill(this.titleNode, title, hint);
    if (this.player) fill(this.playerNode, this.player.render());
    this.updateLegend();
  }

  hamletSearch() {
    const list = element('ul', {class: 'matches', id: 'matches'});
    const show = (hamlet) => {
      this.view.showHamlet(hamlet.hamlet_id);
      fill(list);
    };
    const entry = (hamlet) => {
      const text = `${hamlet.name || hamlet.hamlet_id} – ${areaText(hamlet)}`;
      return element('li', {}, element('button', {type: 'button', class: 'link', onclick: () => show(hamlet)}, text));
    };
    const oninput = (event) => fill(list, this.matches(event.target.value).map(entry));
    const onkeydown = (event) => {
      const [first] = this.matches(event.target.value);
      if (event.key === 'Enter' && first) show(first);
    };
    const placeholder = t('map.search_hint');
    const id = 'hamlet-search';
    const box = element('input', {type: 'search', id, autocomplete: 'off', placeholder, oninput, onkeydown});
    return element('div', {class: 'field search'}, labelFor(id, t('map.search')), box, list);
  }

  matches(text) {
    const wanted = plain(text.trim());
    if (wanted.length < 2) return [];
    return this.run.hamlets
        .filter((hamlet) => hasPlace(hamlet) && plain(`${hamlet.name ?? ''} ${hamlet.hamlet_id}`).includes(wanted))
        .slice(0, MAX_MATCHES);
  }

  modeField() {
    const modes = [[
      'status',
      t('mode.status', {technologies: technologiesText(this.run.kpi.target_technologies, this.run.kpi.combine)})
    ]];
    for (const prefix of this.run.prefixes)
      modes.push([prefix, t('mode.technology', {technology: prefix.toUpperCase()})]);
    if (this.run.hamlets.length > 0 && statusAfterPlan(this.run, this.run.hamlets[0]) !== null)
      modes.push(['after', t('mode.after')]);
    if (this.run.hamlets.some((hamlet) => !isMissing(hamlet.fixed_broadband)))
      modes.push(['broadband', t('mode.broadband')]);
    if (this.run.sunset) modes.push(['sunset', t('mode.sunset')]);
    return select('hamlet-mode', t('map.mode'), modes, this.view.mode, (mode) => {
      this.view.setMode(mode);
      this.updateLegend();
    });
  }

  overlayFields() {
    const images = imagesOf(this.run).filter((image) => image.kind !== 'hillshade');
    if (images.length === 0) return null;
    const groups = new Map();
    for (const image of images) {
      const label = `${operatorText(image.operator)} · ${image.technology}`;
      if (!groups.has(label)) groups.set(label, []);
      groups.get(label).push([image.id, overlayText(this.run, image)]);
    }
    const options = [['', t('map.no_overlay')], ...[...groups].map(([label, entries]) => ({label, options: entries}))];
    return [
      select(
          'overlay', t('map.overlay'), options, this.view.overlayId,
          (id) => {
            this.view.setOverlay(id);
            this.updateLegend();
          }),
      slider(
          'opacity', t('map.opacity'), {min: 0, max: 1, step: 0.05}, this.view.opacity,
          (value) => this.view.setOpacity(value))
    ];
  }

  layerBoxes() {
    const {plan, sunset, sites} = this.run;
    const all = [
      ['ground', imagesOf(this.run).some((image) => image.kind === 'hillshade')], ['names', true], ['hamlets', true],
      ['masts', sites.length > 0], ['plan', plan !== null && plan.steps.some(hasPlace)],
      ['backhaul', plan !== null && plan.backhaul.length > 0], ['cells', sunset !== null && sunset.cells.length > 0]
    ];
    const boxes =
        all.filter(([, isThere]) => isThere)
            .map(([name]) => checkbox(`layer-${name}`, t(this.layerName(name)), this.view.shown[name], (isShown) => {
                   this.view.show(name, isShown);
                   this.updateLegend();
                 }));
    return element('fieldset', {class: 'layers'}, element('legend', {}, t('map.layers')), boxes);
  }

  /** Fibre to hamlets is no station. */
  layerName(name) { return name === 'plan' && isBroadbandPlan(this.run) ? 'layer.fibre_plan' : `layer.${name}`; }

  /** The slider was moved: hamlets are coloured by what they have in that period. */
  showSunset() {
    this.view.mode = 'sunset';
    byId('hamlet-mode').value = 'sunset';
    if (this.view.overlayId !== '' && byId('overlay')) {
      byId('overlay').value = '';
      this.view.setOverlay('');
    }
    this.updateLegend();
  }

  updateLegend() {
    const {view} = this;
    const image = imagesOf(this.run).find((candidate) => candidate.id === view.overlayId);
    const part = (content) => (content === null ? null : element('div', {}, content));
    fill(
        this.legendNode, element('h3', {}, t('map.legend')),
        element(
            'div', {class: 'legend-parts'}, part(view.shown.hamlets ? this.hamletLegend() : null),
            part(image ? coverageLegend(this.run, image) : null), part(this.otherLegend())));
  }

  hamletLegend() {
    if (this.view.mode === 'sunset') {
      return [element('h4', {}, t('sunset.legend')), legend(this.floorCounts())];
    }
    if (this.view.mode === 'broadband') {
      return [element('h4', {}, t('column.fixed_broadband')), legend(this.broadbandCounts())];
    }
    const statuses = STATUSES.filter(
        (status) =>
            status !== 'unknown' || this.run.hamlets.some((hamlet) => this.view.statusOf(hamlet) === 'unknown'));
    return [
      element('h4', {}, t('map.hamlets')), legend(statuses.map((status) => {
        const count = this.run.hamlets.filter((hamlet) => (this.view.statusOf(hamlet) || 'unknown') === status).length;
        return {
          colour: STATUS_COLOURS[status],
          shape: STATUS_SHAPES[status],
          text: t('map.status_count', {status: t(`status.${status}`), count: number(count)})
        };
      }))
    ];
  }

  broadbandCounts() {
    const classes = this.run.hamlets.map((hamlet) => broadbandClassOf(this.run, hamlet));
    return BROADBAND_CLASSES.filter((one) => one.name !== 'planned' || isBroadbandPlan(this.run))
        .map((one) => ({
               colour: one.colour,
               shape: one.shape,
               text: t(
                   'map.status_count',
                   {status: t(`broadband.${one.name}`), count: number(classes.filter((other) => other === one).length)})
             }));
  }

  floorCounts() {
    const counts = FLOOR_CLASSES.map(() => 0);
    for (const hamlet of this.run.hamlets)
      counts[this.view.floorClass(hamlet.hamlet_id)] += 1;
    return FLOOR_CLASSES.map((one, i) => ({
                               colour: one.colour,
                               shape: one.shape,
                               text: t('map.status_count', {status: t(`floor.${one.name}`), count: number(counts[i])})
                             }));
  }

  otherLegend() {
    const {plan, sunset, sites} = this.run;
    const entries = [];
    if (this.view.shown.masts && sites.length > 0) entries.push({svg: mastSample(), text: t('legend.mast')});
    if (plan && this.view.shown.plan) {
      const built = new Set(plan.steps.filter(hasPlace).map((step) => step.action));
      for (const [action, shape] of Object.entries(STEP_SHAPES)) {
        if (built.has(action)) entries.push({colour: PLAN_COLOUR, shape, text: t(`legend.${action}`)});
      }
    }
    if (plan && this.view.shown.backhaul) {
      for (const medium of new Set(plan.backhaul.map((link) => link.medium))) {
        const look = MEDIUM_LOOKS[medium] || MEDIUM_LOOKS.satellite;
        entries.push({
          colour: look.color,
          dash: look.dashArray || '',
          text: t('legend.link', {medium: wordOf('value', medium)})
        });
      }
    }
    if (sunset && this.view.shown.cells) {
      for (const fate of Object.keys(FATE_COLOURS)) {
        if (sunset.cells.some((cell) => cell.fate === fate))
          entries.push({colour: FATE_COLOURS[fate], text: t(`fate.${fate}`)});
      }
    }
    if (entries.length === 0) return null;
    return [
      element('h4', {}, t('legend.network')),
      element(
          'ul', {class: 'legend'},
          entries.map((entry) => element('li', {}, entry.svg || legendSample(entry), entry.text))),
      plan && this.view.shown.plan ? element('p', {class: 'note'}, t('legend.order')) : null
    ];
  }
}

function mastSample() {
  const ticksOf = [60, 180, 300].map((azimuth) => {
    const angle = ((azimuth - 90) * Math.PI) / 180;
    return svg('line', {
      x1: 13,
      y1: 8,
      x2: 13 + 8 * Math.cos(angle),
      y2: 8 + 8 * Math.sin(angle),
      stroke: '#1a1a1a',
      'stroke-width': 2
    });
  });
  return svg(
      'svg', {width: 26, height: 17, 'aria-hidden': 'true'}, ticksOf,
      svg('circle', {cx: 13, cy: 8, r: 3.2, fill: '#fff', stroke: '#1a1a1a', 'stroke-width': 1.5}));
}

/** What a map of levels leaves without colour. */
function belowThreshold(run, image) {
  const threshold = option(run, `service.threshold_dbm."${image.technology}"`);
  if (image.kind !== 'level' || isMissing(threshold)) return null;
  return element('p', {class: 'note'}, t('legend.below', {threshold: number(threshold, 1)}));
}

/** A class of values with the decimal mark of the language; probabilities are percentages as everywhere on the page. */
function legendText(image, label) {
  if (image.kind === 'probability')
    return `${label.replace(/\d+(\.\d+)?/g, (value) => number(100 * Number(value)))}${NARROW_SPACE}%`;
  const text = String(label).replace(/-(?=\d)/g, '−');
  return language === 'vi' ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text;
}

function coverageLegend(run, image) {
  const entries = (image.legend || []).map((entry) => ({colour: entry.colour, text: legendText(image, entry.label)}));
  const title = element(
      'h4', {},
      `${image.technology}: ${wordOf('quantity', image.quantity || image.kind)}${image.unit ? `, ${image.unit}` : ''}`);
  if (entries.length === 0 || entries.length > 20) return [title, element('p', {class: 'note'}, t('legend.by_cell'))];
  return [title, legend(entries), belowThreshold(run, image)];
}
