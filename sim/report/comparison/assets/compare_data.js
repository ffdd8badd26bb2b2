// The comparison as the page reads it, and how changes are drawn.

// Okabe and Ito: told apart by colour-blind readers; up is better, down is worse, in grey too.
const CHANGE_LOOKS = {
  'status.better': {colour: '#0072B2', shape: 'up', radius: 9},
  'status.worse': {colour: '#D55E00', shape: 'down', radius: 9},
  'small.better': {colour: '#56B4E9', shape: 'up', radius: 5},
  'small.worse': {colour: '#E69F00', shape: 'down', radius: 5},
  unknown: {colour: '#999999', shape: 'square', radius: 6},
};

function readComparison() {
  const data = JSON.parse(byId('data').textContent);
  const changed = rowsOf(data.changed);
  // Where the two runs' hamlets are judged for two operators, their rows name none.
  const main = data.comparison.a.operator === data.comparison.b.operator ? data.comparison.a.operator : null;
  const others = [...new Set(changed.map((row) => row.operator))].filter((name) => name !== main);
  return {
    ...data.comparison,
    language: data.language,
    images: data.images,
    hillshade: data.hillshade,
    changed,
    operators: [main, ...others]
  };
}

/** The services in which hamlets have changed for an operator; those of the target are the main operator's alone. */
function servicesOf({changed, operators}, operator) {
  const services = new Set(changed.filter((row) => row.operator === operator).map((row) => row.technology));
  services.delete('target');
  return operator === operators[0] ? ['target', ...services] : [...services];
}

/** Which look a change has. */
function lookOf(row) {
  if (isMissing(row.direction)) return 'unknown';
  return `${row.change === 'status' ? 'status' : 'small'}.${row.direction}`;
}

function serviceText(service) { return WORDS[`service.${service}`] === undefined ? service : t(`service.${service}`); }

/** A difference with its sign. */
function signed(value, show = number) {
  if (isMissing(value)) return UNKNOWN_TEXT;
  return value > 0 ? `+${show(value)}` : show(value);
}

// Stations of one plan or of both, told apart by sign and colour.
const STATION_LOOKS = {
  both: {colour: '#666666', sign: '✚'},
  a: {colour: '#CC79A7', sign: 'A'},
  b: {colour: '#009E73', sign: 'B'},
};

/** A disc with a sign in it. */
function stationShape(where, x, y) {
  const {colour, sign} = STATION_LOOKS[where];
  return [
    svg('circle', {cx: x, cy: y, r: 9, fill: colour, stroke: '#fff', 'stroke-width': 1.5}),
    svg('text', {x, y: y + 4, 'text-anchor': 'middle', 'font-size': 11, 'font-weight': 700, fill: '#fff'}, sign)
  ];
}

/** A triangle that points up or down, or a square. */
function changeShape(look, x, y, radius) {
  const {colour, shape} = CHANGE_LOOKS[look];
  const sign = shape === 'down' ? -1 : 1;
  const points = shape === 'square' ?
      shapeCorners('square', x, y, radius) :
      [[x, y - sign * radius], [x + radius, y + sign * 0.8 * radius], [x - radius, y + sign * 0.8 * radius]];
  return svg(
      'polygon',
      {points: points.map((corner) => corner.join(',')).join(' '), fill: colour, stroke: '#222', 'stroke-width': 1});
}
