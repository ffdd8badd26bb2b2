// Charts of a switch-off, period by period.

/** Shares of handsets that can call and have data, period by period. */
function periodsChart(run) {
  if (!run.sunset) return null;
  const {periods} = run.sunset;
  const shares = run.sunset.shares.filter((row) => !isMissing(row.voice_share));
  if (shares.length === 0) return null;
  const operators = [...new Set(shares.map((row) => row.operator))];
  const series = operators.flatMap(
      (operator, i) => ['voice_share', 'data_share'].map(
          (name, k) => ({
            name: `${operatorText(operator)}, ${t(k === 0 ? 'sunset.voice' : 'sunset.data')}`,
            colour: SERIES_COLOURS[i % SERIES_COLOURS.length],
            dash: DASHES[k],
            points: shares.filter((row) => row.operator === operator && !isMissing(row[name]))
                        .map(
                            (row) =>
                                [row.period, row[name],
                                 `${operatorText(operator)}, ${labelOfPeriod(periods, row.period)}: ${
                                     percent(row[name], 2)}`])
          })));
  const all = series.flatMap((one) => one.points.map((point) => point[1]));
  const title = t('chart.periods');
  const y = {domain: shareDomain(all), format: (value) => percent(value)};
  const values = shares.map(
      (row) =>
          [`${operatorText(row.operator)}, ${labelOfPeriod(periods, row.period)}`, percent(row.voice_share, 2),
           percent(row.data_share, 2)]);
  return figure(
      'chart-periods', title, t('chart.periods_note'),
      (width) => linesChart(width, title, t('chart.periods_note'), periodAxis(periods, width), y, series),
      [t('sunset.period'), t('sunset.voice'), t('sunset.data')], values,
      legend(series.map((one) => ({colour: one.colour, dash: one.dash, text: one.name}))));
}

/** The part of the axis of shares that holds all of them, with some room. */
function shareDomain(shares) {
  const low = Math.min(...shares);
  const high = Math.max(...shares);
  const room = Math.max(0.02, (high - low) * 0.15);
  return [Math.max(0, low - room), Math.min(1, high + room)];
}

function labelOfPeriod(periods, period) {
  const found = periods.find((one) => one.period === period);
  return found ? periodText(found) : String(period);
}

function periodAxis(periods, width) {
  const first = periods[0].period;
  const last = periods[periods.length - 1].period;
  const step = Math.ceil(periods.length / Math.max(2, Math.floor(width / 110)));
  return {
    domain: [first, last],
    label: t('sunset.period'),
    format: (value) => labelOfPeriod(periods, value),
    ticks: periods.map((one) => one.period).filter((period) => (period - first) % step === 0)
  };
}

/** How many cells of each kind are on in each period. */
function cellsChart(run) {
  if (!run.sunset || run.sunset.cells.length === 0) return null;
  const {periods, cells, summary} = run.sunset;
  const kinds = [
    ['chart.cells_old', (cell) => cell.technology === summary.technology, FATE_COLOURS.goes, ''],
    ['chart.cells_new', (cell) => cell.fate === 'refarmed' || cell.fate === 'swap', FATE_COLOURS.refarmed, '7 4']
  ];
  const series = kinds
                     .map(([key, belongs, colour, dash]) => {
                       const own = cells.filter(belongs);
                       const points =
                           periods.map((one) => [one.period, own.filter((cell) => isOn(cell, one.period)).length]);
                       const name = t(key, {technology: summary.technology});
                       return {
                         name,
                         colour,
                         dash,
                         isStep: false,
                         points: points.map(([x, y]) => [x, y, `${name}, ${labelOfPeriod(periods, x)}: ${number(y)}`])
                       };
                     })
                     .filter((one) => one.points.some(([, count]) => count > 0));
  if (series.length === 0) return null;
  const most = Math.max(...series.flatMap((one) => one.points.map(([, count]) => count)));
  const title = t('chart.cells');
  const y = {domain: [0, most * 1.08], format: (value) => number(value)};
  const values = periods.map(
      (one, i) => [periodText(one), ...series.map((kind) => number(kind.points[i][1])), mhzText(summary, one.period)]);
  return figure(
      'chart-cells', title, t('chart.cells_note'),
      (width) => linesChart(width, title, t('chart.cells_note'), periodAxis(periods, width), y, series),
      [t('sunset.period'), ...series.map((one) => one.name), t('chart.mhz')], values,
      legend(series.map((one) => ({colour: one.colour, dash: one.dash, text: one.name}))));
}

/** What a switch-off costs and when it is done, by the values of a setting, where several were tried. */
function sunsetSweepChart(run) {
  const rows = run.sunset ? run.sunset.sweep : [];
  const points = rows.map((row) => ({row, x: Number(row.value), y: row.cost_million_vnd}))
                     .filter(({x, y}) => Number.isFinite(x) && !isMissing(y))
                     .sort((a, b) => a.x - b.x);
  if (points.length < 2) return null;
  const name = wordOf('key', rows[0].key);
  const title = t('chart.sweep', {key: name});
  const xs = points.map(({x}) => x);
  const costs = points.map(({y}) => y);
  const format = (value) => (Math.max(...xs) <= 1 ? percent(value) : number(value, 1));
  const x = {domain: [Math.min(...xs), Math.max(...xs)], ticks: xs, format, label: name};
  const room = (Math.max(...costs) - Math.min(...costs) || Math.max(...costs)) * 0.3;
  const y = {
    domain: [Math.max(0, Math.min(...costs) - room), Math.max(...costs) + room],
    format: (value) => number(value)
  };
  const line = {
    points:
        points.map(({row,
                     x: value,
                     y: cost}) => [value, cost, `${format(value)}: ${money(cost)}, ${sweepEnd(row)}`, sweepEnd(row)])
  };
  return figure(
      'chart-sweep', title, t('chart.sweep_note'),
      (width) => linesChart(width, title, t('chart.sweep_note'), x, y, [line]),
      [name, t('column.cost_million_vnd'), t('chart.sweep_end'), t('column.handsets_subsidised')],
      points.map(({row,
                   x: value,
                   y: cost}) => [format(value), number(cost, 1), sweepEnd(row), number(row.handsets_subsidised)]));
}

/** How a switch-off ends: the quarter of its last cell, or how many stay on. */
function sweepEnd(row) {
  return row.cells_left_on > 0 ? t('chart.sweep_left', {count: number(row.cells_left_on)}) : quarter(row.quarter);
}

function mhzText(summary, period) {
  const freed = summary.mhz_freed_by_period || [];
  return period > 0 && period <= freed.length ? number(freed[period - 1], 1) : number(0);
}
