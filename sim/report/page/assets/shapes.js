// Markers on the map's canvas, in shapes that tell statuses apart without colour.

/** A marker on the canvas that may be a circle, diamond, triangle, square, a mast with its sectors, or a number. */
const ShapeMarker = L.CircleMarker.extend({
  _updatePath() {
    const renderer = this._renderer;
    if (!renderer._drawing || this._empty()) return;
    const draw = SHAPE_DRAWERS[this.options.shape] || drawPolygon;
    draw(renderer._ctx, this._point, shownLook(this.options));
  },

  // What is drawn reaches beyond the radius by which a click is found: sectors and corners stand out.
  _updateBounds() {
    const extent = Math.max(this._radius * 1.3, EXTENTS[this.options.shape] || 0) + this._clickTolerance();
    this._pxBounds = new L.Bounds(this._point.subtract([extent, extent]), this._point.add([extent, extent]));
  },
});

/** What is covered and what the switch-off touches is small as long as the whole of a province is seen. */
function shownLook(options) {
  if (!options.view || options.view.isNear) return options;
  if (options.shape === 'sector') return {...options, azimuth: null, reach: 3, weight: 0.5};
  return options.shape === 'circle' ? {...options, radius: options.radius * 0.65, weight: 0.6} : options;
}

const EXTENTS = {
  mast: 13,
  sector: 18,
  station: 13
};

const SHAPE_DRAWERS = {
  circle: drawCircle,
  mast: drawMast,
  sector: drawSector,
  station: drawStation,
  cross: drawCross
};

function paint(context, options) {
  context.globalAlpha = options.fillOpacity;
  context.fillStyle = options.fillColor;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = options.weight;
  context.strokeStyle = options.color;
  context.stroke();
}

function drawCircle(context, point, options) {
  context.beginPath();
  context.arc(point.x, point.y, options.radius, 0, 2 * Math.PI);
  paint(context, options);
}

function drawPolygon(context, point, options) {
  context.beginPath();
  shapeCorners(options.shape, point.x, point.y, options.radius)
      .forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  paint(context, options);
}

/**
 * A mast: a small circle, a tick in the direction of each sector; a ring where it radiates all around. Where many lie
 * close together a dot alone.
 */
function drawMast(context, point, options) {
  if (!options.view.isNear) {
    drawCircle(context, point, {...options, radius: 2, weight: 1, fillColor: options.color});
    return;
  }
  context.strokeStyle = options.color;
  context.lineWidth = 2;
  context.beginPath();
  for (const azimuth of options.azimuths) {
    const angle = ((azimuth - 90) * Math.PI) / 180;
    context.moveTo(point.x, point.y);
    context.lineTo(point.x + 11 * Math.cos(angle), point.y + 11 * Math.sin(angle));
  }
  if (options.azimuths.length === 0) context.arc(point.x, point.y, options.radius + 3, 0, 2 * Math.PI);
  context.stroke();
  drawCircle(context, point, options);
}

/** A cell as a slice around its azimuth; all around where it has none. */
function drawSector(context, point, options) {
  const half = options.azimuth === null ? Math.PI : 0.5;
  const middle = (((options.azimuth ?? 0) - 90) * Math.PI) / 180;
  context.beginPath();
  if (options.azimuth !== null) context.moveTo(point.x, point.y);
  context.arc(point.x, point.y, options.reach, middle - half, middle + half);
  if (options.azimuth !== null) context.closePath();
  paint(context, options);
}

/** A station to build with its number in the order of building. */
function drawStation(context, point, options) {
  const draw = options.outline === 'circle' ? drawCircle : drawPolygon;
  draw(context, point, {...options, shape: options.outline});
  context.fillStyle = '#ffffff';
  context.font = 'bold 11px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(options.text, point.x, point.y + 0.5);
}

function drawCross(context, point, options) {
  const r = options.radius;
  context.beginPath();
  context.moveTo(point.x - r, point.y - r);
  context.lineTo(point.x + r, point.y + r);
  context.moveTo(point.x + r, point.y - r);
  context.lineTo(point.x - r, point.y + r);
  context.strokeStyle = options.color;
  context.lineWidth = 3;
  context.stroke();
}
