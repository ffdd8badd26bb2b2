// Charts drawn as inline SVG. Each is a figure with a caption, a description for screen readers and its values as a
// table.

const CHART = {
  left: 56,
  right: 18,
  top: 14,
  bottom: 44,
  row: 24,
  text: 13
};
const SERIES_COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#E69F00'];
const LETTER_WIDTH = 0.58;
const DASHES = ['', '7 4', '2 4', '9 3 2 3'];

/** A figure: caption, drawing, and the same values as a table to open. `draw(width)` makes the SVG for a width. */
function figure(id, title, note, draw, columns, rows, controls = null) {
  const canvas = element('div', {class: 'chart-canvas'});
  const table = element('details', {class: 'chart-values'}, element('summary', {}, t('chart.values')));
  // Made when it is opened first: those of all charts are thousands of elements.
  table.addEventListener('toggle', () => table.append(valuesTable(title, columns, rows)), {once: true});
  const node = element(
      'figure', {class: 'chart', id},
      element('figcaption', {}, element('h3', {}, title), note ? element('p', {class: 'note'}, note) : null), controls,
      canvas, table);
  node.room = () => Math.max(280, canvas.clientWidth || 640);
  node.redraw = (width = node.room()) => fill(canvas, draw(width));
  return node;
}

/**
 * Draws figures anew; all are measured first, as a browser lays out the page again for a measurement after a change.
 */
function redrawAll(figures) {
  const widths = figures.map((one) => one.room());
  figures.forEach((one, i) => one.redraw(widths[i]));
}

function valuesTable(title, columns, rows) {
  const head = element('tr', {}, columns.map((name) => element('th', {scope: 'col'}, name)));
  const body = rows.map(
      (row) => element(
          'tr', {}, row.map((value, i) => i === 0 ? element('th', {scope: 'row'}, value) : element('td', {}, value))));
  return element(
      'div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title},
      element(
          'table', {class: 'plain'}, element('caption', {class: 'hidden-text'}, title), element('thead', {}, head),
          element('tbody', {}, body)));
}

/** The drawing itself, with a title and a description that a screen reader speaks. */
function drawing(width, height, title, description, ...children) {
  return svg(
      'svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': `${title}. ${description}`},
      svg('title', {}, title), svg('desc', {}, description), children);
}

function chartText(x, y, text, anchor = 'start', className = '') {
  return svg('text', {x, y, 'text-anchor': anchor, class: className, 'font-size': CHART.text}, text);
}

/** Round values that part a range into about `count` steps. */
function ticks(low, high, count = 5) {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => span / candidate <= count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function scale(domain, range) {
  const factor = (range[1] - range[0]) / (domain[1] - domain[0] || 1);
  return (value) => range[0] + (value - domain[0]) * factor;
}

/** A text cut to what fits into a width in pixels. */
function cut(text, width) {
  const letters = Math.max(3, Math.floor(width / (CHART.text * LETTER_WIDTH)));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}

/**
 * Where the names of rows stand: at the left in the pixels that they take, or above the rows where that would be more
 * than half of the width.
 */
function nameRoom(rows, width) {
  const letters = Math.max(...rows.map((row) => row.name.length));
  const needed = letters * CHART.text * LETTER_WIDTH + 16;
  return needed <= width / 2 ? {left: needed, above: 0} : {left: 0, above: CHART.text + 9};
}

/** The name of a row whose bar begins at `top`; `y` is the line of its text where it stands at the left. */
function rowName(row, room, width, top, y) {
  const [x, line, place, anchor] =
      room.above > 0 ? [0, top + CHART.text + 3, width, 'start'] : [room.left - 8, y, room.left - 12, 'end'];
  const name = chartText(x, line, cut(row.name, place), anchor);
  name.append(svg('title', {}, row.name));
  return name;
}

/** A key to colours (and dashes, for those who do not see colours). */
function legend(entries) {
  return element('ul', {class: 'legend'}, entries.map((entry) => element('li', {}, legendSample(entry), entry.text)));
}

function legendSample(entry) {
  const sample = svg('svg', {width: 26, height: 14, 'aria-hidden': 'true'});
  if (entry.dash !== undefined)
    sample.append(
        svg('line',
            {x1: 1, x2: 25, y1: 7, y2: 7, stroke: entry.colour, 'stroke-width': 3, 'stroke-dasharray': entry.dash}));
  else if (entry.shape)
    sample.append(shapeInSvg(entry.shape, 13, 7, 6, entry.colour));
  else
    sample.append(svg('rect', {x: 3, y: 1, width: 20, height: 12, fill: entry.colour, stroke: '#555'}));
  return sample;
}

function shapeInSvg(shape, x, y, r, colour) {
  const look = {fill: colour, stroke: '#222', 'stroke-width': 1};
  if (shape === 'circle') return svg('circle', {cx: x, cy: y, r, ...look});
  return svg('polygon', {points: shapeCorners(shape, x, y, r).map((corner) => corner.join(',')).join(' '), ...look});
}

/** Corners of a diamond, triangle or square around a place. */
function shapeCorners(shape, x, y, r) {
  if (shape === 'diamond') return [[x, y - 1.2 * r], [x + 1.2 * r, y], [x, y + 1.2 * r], [x - 1.2 * r, y]];
  if (shape === 'triangle') return [[x, y - 1.15 * r], [x + 1.1 * r, y + 0.85 * r], [x - 1.1 * r, y + 0.85 * r]];
  const half = 0.9 * r;
  return [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half]];
}

/** Axes with lines across: `x`, `y` are {domain, format, label}; the plot's scales come back with the elements. */
function axes(width, height, x, y) {
  const atX = scale(x.domain, [CHART.left, width - CHART.right]);
  const atY = scale(y.domain, [height - CHART.bottom, CHART.top]);
  const parts = [];
  for (const value of ticks(y.domain[0], y.domain[1])) {
    parts.push(svg('line', {x1: CHART.left, x2: width - CHART.right, y1: atY(value), y2: atY(value), class: 'grid'}));
    parts.push(chartText(CHART.left - 6, atY(value) + 4, y.format(value), 'end'));
  }
  for (const value of x.ticks || ticks(x.domain[0], x.domain[1], width < 500 ? 3 : 6)) {
    parts.push(
        svg('line',
            {x1: atX(value), x2: atX(value), y1: height - CHART.bottom, y2: height - CHART.bottom + 5, class: 'axis'}));
    parts.push(tickText(atX(value), height - CHART.bottom + 19, x.format(value), width));
  }
  parts.push(svg(
      'line',
      {x1: CHART.left, x2: width - CHART.right, y1: height - CHART.bottom, y2: height - CHART.bottom, class: 'axis'}));
  parts.push(chartText((CHART.left + width - CHART.right) / 2, height - 6, x.label, 'middle', 'axis-label'));
  return {atX, atY, parts};
}

/** The text of a tick, kept inside of the drawing. */
function tickText(x, y, text, width, className = '') {
  const half = (text.length * CHART.text * LETTER_WIDTH) / 2;
  return x + half > width ? chartText(width - 1, y, text, 'end', className) :
                            chartText(Math.max(x, half), y, text, 'middle', className);
}

/** A level across the plot, such as a target, with its name. */
function levelLine(plot, width, value, text) {
  const y = plot.atY(value);
  return [
    svg('line', {x1: CHART.left, x2: width - CHART.right, y1: y, y2: y, class: 'target'}),
    chartText(CHART.left + 6, y > CHART.top + 20 ? y - 6 : y + 17, text, 'start', 'target-text')
  ];
}

/**
 * Lines through points: `series` are {name, points: [[x, y, text, mark]], isStep}; a mark is written beside its point.
 */
function linesChart(width, title, description, x, y, series, level = null) {
  const height = Math.min(340, Math.max(240, width * 0.45));
  const plot = axes(width, height, x, y);
  const lines = series.map((one, i) => {
    const colour = one.colour || SERIES_COLOURS[i % SERIES_COLOURS.length];
    const places = one.points.map(([px, py]) => [plot.atX(px), plot.atY(py)]);
    const path = places.map(
                           ([px, py], k) =>
                               (k === 0 ? `M${px},${py}` :
                                    one.isStep ? `H${px}V${py}` :
                                                 `L${px},${py}`))
                     .join('');
    const dots = one.points.length > 120 ?
        [] :
        places.map(
            ([cx, cy], k) =>
                svg('circle', {cx, cy, r: 4, fill: colour, stroke: '#fff'}, svg('title', {}, one.points[k][2])));
    return [
      svg('path', {d: path, fill: 'none', stroke: colour, 'stroke-width': 2.5, 'stroke-dasharray': one.dash || ''}),
      dots,
      places.map(([px, py], k) => (one.points[k][3] ? tickText(px, py - 10, one.points[k][3], width, 'mark') : null))
    ];
  });
  return drawing(
      width, height, title, description, plot.parts, level ? levelLine(plot, width, level.value, level.text) : [],
      lines);
}

/** Rows of bars with several parts: `rows` are {name, parts: [{value, colour, text}], text}. */
function stackedBars(width, title, description, rows) {
  const room = nameRoom(rows, width);
  const endWidth = width < 460 ? 56 : 90;
  const rowHeight = CHART.row + room.above;
  const height = rows.length * rowHeight + 6;
  const longest = Math.max(1, ...rows.map((row) => row.parts.reduce((sum, part) => sum + part.value, 0)));
  const at = scale([0, longest], [0, width - room.left - endWidth]);
  const bars = rows.map((row, i) => {
    const top = 3 + i * rowHeight + room.above;
    let x = room.left;
    const parts = row.parts.filter((part) => part.value > 0).map((part) => {
      const bar =
          svg('rect', {
            x,
            y: top + 3,
            width: Math.max(0.5, at(part.value)),
            height: CHART.row - 7,
            fill: part.colour,
            stroke: '#fff',
            'stroke-width': 0.7
          },
              svg('title', {}, `${row.name}: ${part.text}`));
      x += at(part.value);
      return bar;
    });
    return [
      rowName(row, room, width, top - room.above, top + 16), parts,
      chartText(x + 6, top + 16, row.text, 'start', 'value')
    ];
  });
  return drawing(width, height, title, description, bars);
}

/** Ranges with a middle, as of 5, 50 and 95 percent: `rows` are {name, low, middle, high, text}. */
function bandsChart(width, title, description, rows, domain, format, level = null) {
  const room = nameRoom(rows, width);
  const rowHeight = 34 + room.above;
  const height = rows.length * rowHeight + 40;
  const at = scale(domain, [room.left + 4, width - 24]);
  const bottom = rows.length * rowHeight + 8;
  const grid = ticks(domain[0], domain[1], width < 500 ? 3 : 6)
                   .map(
                       (value) =>
                           [svg('line', {x1: at(value), x2: at(value), y1: 4, y2: bottom, class: 'grid'}),
                            tickText(at(value), bottom + 18, format(value), width)]);
  const bands = rows.map((row, i) => {
    const y = 8 + i * rowHeight + (rowHeight + room.above) / 2;
    return [
      rowName(row, room, width, 8 + i * rowHeight, y + 4),
      svg('rect', {
        x: at(row.low),
        y: y - 8,
        width: Math.max(1.5, at(row.high) - at(row.low)),
        height: 16,
        rx: 3,
        fill: '#56B4E9'
      },
          svg('title', {}, row.text)),
      svg('line',
          {x1: at(row.middle), x2: at(row.middle), y1: y - 11, y2: y + 11, stroke: '#00416a', 'stroke-width': 3})
    ];
  });
  const target = level === null ?
      [] :
      [svg('line', {x1: at(level.value), x2: at(level.value), y1: 2, y2: bottom, class: 'target'})];
  return drawing(width, height, title, description, grid, bands, target);
}
