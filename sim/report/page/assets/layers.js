// What lies on the map: terrain, hamlets, masts, the plan, cells of a switch-off, names.

const PLAN_COLOUR = '#B1207A';
const MEDIUM_LOOKS = {
  fibre: {color: '#00734f', weight: 3},
  microwave: {color: '#6a3d9a', weight: 2.5, dashArray: '8 6'},
  satellite: {color: '#555555', weight: 2.5, dashArray: '2 6'},
};
// Others than those of hamlets, which lie beside them.
const FATE_COLOURS = {
  goes: '#8a5a2b',
  left: '#A50026',
  exempt: '#8c6bb1',
  refarmed: '#009E73',
  swap: '#CC79A7'
};
// What a step builds, as the map shows it.
const STEP_SHAPES = {
  new_mast: 'square',
  pole: 'circle',
  upgrade: 'diamond',
  fibre: 'circle'
};
// Fixed broadband of a hamlet, the best first.
const BROADBAND_CLASSES = [
  {name: 'has', colour: '#0072B2', shape: 'circle'},
  {name: 'planned', colour: '#56B4E9', shape: 'diamond'},
  {name: 'lacks', colour: '#D55E00', shape: 'triangle'},
];
// How a hamlet stands against its floor, the best first; of several operators the worst counts.
const FLOOR_CLASSES = [
  {name: 'none', colour: '#999999', shape: 'square'},
  {name: 'all', colour: '#0072B2', shape: 'circle'},
  {name: 'above', colour: '#56B4E9', shape: 'circle'},
  {name: 'at', colour: '#F0E442', shape: 'diamond'},
  {name: 'below', colour: '#D55E00', shape: 'triangle'},
];
const SHARE_TOLERANCE = 5e-6;

function drawGround(view) {
  return imagesOf(view.run)
      .filter((image) => image.kind === 'hillshade')
      .map(
          (image) =>
              L.imageOverlay(image.url, image.bounds, {pane: 'ground', opacity: GROUND_OPACITY, alt: t('map.ground')}));
}

function drawHamlets(view) {
  view.hamletMarkers = new Map();
  for (const hamlet of view.run.hamlets.filter(hasPlace)) {
    const radius = prefersTouch() ? 7 : view.run.hamlets.length > 800 ? 5 : 6;
    const marker = new ShapeMarker([hamlet.lat_deg, hamlet.lon_deg], {
      renderer: view.renderer,
      view,
      radius,
      weight: 1,
      color: '#222222',
      fillOpacity: 0.95,
      ...view.hamletLook(hamlet)
    });
    marker.on('click', () => {
      view.openPopup(marker.getLatLng(), hamletPopup(view.run, hamlet, view));
      view.drawObstacle(hamlet);
    });
    view.hamletMarkers.set(hamlet.hamlet_id, marker);
  }
  // Those without service lie on top of those that have it.
  const order = [...view.hamletMarkers].sort(
      ([a], [b]) => badness(view.run.hamletById.get(a)) - badness(view.run.hamletById.get(b)));
  return order.map(([, marker]) => marker);
}

function badness(hamlet) { return ['unknown', 'covered', 'hollow', 'white'].indexOf(hamlet.status); }

function drawMasts(view) {
  return view.run.sites.map((site) => {
    const azimuths = Array.isArray(site.azimuths_deg) ? site.azimuths_deg : [];
    const marker = new ShapeMarker([site.lat_deg, site.lon_deg], {
      renderer: view.renderer,
      view,
      shape: 'mast',
      radius: 3.5,
      azimuths,
      weight: 1.5,
      color: '#1a1a1a',
      fillColor: '#ffffff',
      fillOpacity: 1
    });
    return marker.on('click', () => view.openPopup(marker.getLatLng(), sitePopup(site)));
  });
}

function drawPlan(view) {
  if (!view.run.plan) return [];
  return view.run.plan.steps.filter(hasPlace).map((step) => {
    const look = {
      shape: 'station',
      outline: STEP_SHAPES[step.action] || 'square',
      text: String(step.step),
      radius: 10,
      weight: 1.5,
      color: '#ffffff',
      fillColor: PLAN_COLOUR,
      fillOpacity: 1
    };
    const marker = new ShapeMarker([step.lat_deg, step.lon_deg], {renderer: view.renderer, ...look});
    return marker.on('click', () => view.openPopup(marker.getLatLng(), stepPopup(view.run, step)));
  });
}

function drawBackhaul(view) {
  if (!view.run.plan) return [];
  return view.run.plan.backhaul.filter((link) => Array.isArray(link.line) && link.line.length > 1).map((link) => {
    const line =
        L.polyline(link.line, {renderer: view.renderer, ...(MEDIUM_LOOKS[link.medium] || MEDIUM_LOOKS.satellite)});
    return line.on('click', (event) => view.openPopup(event.latlng, linkPopup(link)));
  });
}

/** The cells that the switch-off touches; those that stay as they are would only hide the rest. */
function drawCells(view) {
  if (!view.run.sunset) return [];
  return view.run.sunset.cells.filter((cell) => cell.fate !== 'stays' && !isMissing(cell.lat)).map((cell) => {
    const azimuth = isMissing(cell.azimuth_deg) ? null : cell.azimuth_deg;
    const reach = cell.fate === 'refarmed' || cell.fate === 'swap' ? 13 : 17;
    const marker = new ShapeMarker([cell.lat, cell.lon], {
      renderer: view.renderer,
      view,
      shape: 'sector',
      radius: 12,
      reach,
      azimuth,
      weight: 1,
      ...cellLook(cell, view.period)
    });
    marker.cell = cell;
    return marker.on('click', () => view.openPopup(marker.getLatLng(), cellPopup(view.run, cell, view.period)));
  });
}

function isOn(cell, period) {
  return cell.on_period <= period && (isMissing(cell.off_period) || period < cell.off_period);
}

function cellLook(cell, period) {
  if (isOn(cell, period)) return {color: '#333333', fillColor: FATE_COLOURS[cell.fate] || '#777777', fillOpacity: 0.85};
  const isGone = !isMissing(cell.off_period) && period >= cell.off_period;
  return {
    color: isGone ? 'rgba(60,60,60,0.55)' : 'rgba(0,0,0,0)',
    fillColor: '#ffffff',
    fillOpacity: isGone ? 0.15 : 0
  };
}

/** The class of BROADBAND_CLASSES that a hamlet belongs to. */
function broadbandClassOf(run, hamlet) {
  if (Number(hamlet.fixed_broadband) === 1) return BROADBAND_CLASSES[0];
  const isPlanned =
      run.plan && run.plan.steps.some((step) => step.action === 'fibre' && step.site_id === hamlet.hamlet_id);
  return BROADBAND_CLASSES[isPlanned ? 1 : 2];
}

/** Index into FLOOR_CLASSES of an operator's handsets in a hamlet, by the calls that they can make. */
function floorClassOf(state) {
  const {voice_share: share, voice_floor: floor} = state;
  if (isMissing(share) || (share <= SHARE_TOLERANCE && (floor || 0) <= SHARE_TOLERANCE)) return 0;
  if (share >= 1 - SHARE_TOLERANCE) return 1;
  if (isMissing(floor) || share > floor + SHARE_TOLERANCE) return 2;
  return share >= floor - SHARE_TOLERANCE ? 3 : 4;
}

/** Names of districts and communes in the middle of their hamlets. */
function drawNames(view) {
  return [...namesOf(view.run, 'district', 'far-name'), ...namesOf(view.run, 'commune', 'near-name')];
}

function namesOf(run, level, className) {
  const areas = new Map();
  for (const hamlet of run.hamlets) {
    if (!hasPlace(hamlet) || isMissing(hamlet[level])) continue;
    const key = [hamlet.province, hamlet.district, level === 'commune' ? hamlet.commune : ''].join('|');
    if (!areas.has(key)) areas.set(key, {name: hamlet[level], count: 0, lat: 0, lon: 0});
    const area = areas.get(key);
    area.count += 1;
    area.lat += hamlet.lat_deg;
    area.lon += hamlet.lon_deg;
  }
  return [...areas.values()].map((area) => {
    const label = element('span', {class: className, 'aria-hidden': 'true'}, area.name);
    const icon = L.divIcon({className: 'place-name', html: label, iconSize: [0, 0]});
    return L.marker(
        [area.lat / area.count, area.lon / area.count], {icon, interactive: false, keyboard: false, pane: 'names'});
  });
}
