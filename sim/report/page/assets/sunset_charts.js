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
  const low = Math.min(...all);
  const title = t('chart.periods');
  const y = {domain: [Math.max(0, low - Math.max(0.02, (1 - low) * 0.15)), 1], format: (value) => percent(value)};
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
    ['chart.cells_old', (cell) => cell.technology === summary.technology, '#D55E00', ''],
    ['chart.cells_new', (cell) => cell.fate === 'refarmed' || cell.fate === 'swap', '#0072B2', '7 4']
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

function mhzText(summary, period) {
  const freed = summary.mhz_freed_by_period || [];
  return period > 0 && period <= freed.length ? number(freed[period - 1], 1) : number(0);
}
