// Which charts the page has, made from the run's tables.

const LONG_LIST = 18;
const COMMUNE_ORDERS = {
  missing: (a, b) => b.missing - a.missing || compareValues(a.name, b.name),
  share: (a, b) => a.covered / (a.all || 1) - b.covered / (b.all || 1) || compareValues(a.name, b.name),
  size: (a, b) => b.all - a.all || compareValues(a.name, b.name),
  name: (a, b) => compareValues(a.name, b.name),
};
const WORST_FAILURES = 10;

function renderCharts(run, section) {
  const charts = [
    operatorsChart(run), communesChart(run), planChart(run), costsChart(run), sunsetSweepChart(run), periodsChart(run),
    cellsChart(run), bandChart(run), failuresChart(run)
  ].filter((chart) => chart !== null);
  section.hidden = charts.length === 0;
  section.setAttribute('aria-labelledby', 'charts-title');
  fill(section, element('h2', {id: 'charts-title'}, t('charts.title')), element('div', {class: 'charts'}, charts));
  section.redraw = () => redrawAll(charts);
  section.redraw();
}

/** Share of hamlets covered by each operator with each technology, as a table with bars. */
function operatorsChart(run) {
  const {coverage, hamlets} = run.kpi.total;
  const rows = [];
  const allFirst = Object.keys(coverage).sort((a, b) => (b === 'any') - (a === 'any'));
  for (const operator of allFirst) {
    for (const technology of run.technologies || []) {
      const counts = coverage[operator][technology];
      if (counts) rows.push({operator, technology, counts});
    }
  }
  if (rows.length === 0) return null;
  const bars = rows.map(({operator, technology, counts}) => ({
                          name: `${operatorText(operator)} · ${technology}`,
                          text: percent(hamlets > 0 ? counts.hamlets_covered / hamlets : null),
                          parts: statusParts((status) => counts[`hamlets_${status}`])
                        }));
  const values = rows.map(
      ({operator, technology, counts}) =>
          [`${operatorText(operator)} · ${technology}`,
           ...STATUSES.map((status) => number(counts[`hamlets_${status}`]))]);
  const title = t('chart.operators');
  return figure(
      'chart-operators', title, t('chart.operators_note'),
      (width) => stackedBars(width, title, t('chart.operators_note'), bars),
      [t('column.operator'), ...STATUSES.map((status) => t(`status.${status}`))], values,
      statusLegend(rows.some(({counts}) => counts.hamlets_unknown > 0)));
}

function statusParts(countOf) {
  return STATUSES.map((status) => ({
                        value: countOf(status) || 0,
                        colour: STATUS_COLOURS[status],
                        text: `${t(`status.${status}`)}: ${number(countOf(status) || 0)}`
                      }));
}

function statusLegend(withUnknown) {
  const shown = STATUSES.filter((status) => status !== 'unknown' || withUnknown);
  return legend(shown.map((status) => ({colour: STATUS_COLOURS[status], text: t(`status.${status}`)})));
}

/** Hamlets of each commune by status, in the order that the reader asks for. */
function communesChart(run) {
  const withCommune = run.communes.filter((row) => !isMissing(row.commune));
  if (withCommune.length === 0) return null;
  const areas = withCommune.map((row) => ({
                                  name: communeName(run, row),
                                  row,
                                  covered: row.hamlets_covered,
                                  all: row.hamlets,
                                  missing: row.hamlets - row.hamlets_covered
                                }));
  const title = t('chart.communes');
  let order = 'missing';
  const bars = () => [...areas]
                         .sort(COMMUNE_ORDERS[order])
                         .map((area) => ({
                                name: area.name,
                                text: t('chart.of', {part: number(area.covered), all: number(area.all)}),
                                parts: statusParts((status) => area.row[`hamlets_${status}`])
                              }));
  const orders = Object.keys(COMMUNE_ORDERS).map((name) => [name, t(`order.${name}`)]);
  const picker = select('commune-order', t('chart.order'), orders, order, (name) => {
    order = name;
    chart.redraw();
  });
  const values = areas.map(
      (area) => [
          [area.name, area.row.district].filter((name) => !isMissing(name)).join(', '), number(area.all),
          ...STATUSES.map((status) => number(area.row[`hamlets_${status}`]))]);
  const chart = figure(
      'chart-communes', title, t('chart.communes_note'),
      (width) => {
        const drawn = element(
            'div',
            areas.length > LONG_LIST ? {class: 'long-chart', tabindex: 0, role: 'region', 'aria-label': title} : {});
        drawn.append(stackedBars(width - (areas.length > LONG_LIST ? 16 : 0), title, t('chart.communes_note'), bars()));
        return drawn;
      },
      [t('column.commune'), t('column.hamlets'), ...STATUSES.map((status) => t(`status.${status}`))], values,
      [picker, statusLegend(withCommune.some((row) => row.hamlets_unknown > 0))]);
  return chart;
}

/** A commune's name, with its district or province where another has the same. */
function communeName(run, row) {
  const namesakes = run.communes.filter((other) => other.commune === row.commune);
  if (namesakes.length === 1) return row.commune;
  const level = namesakes.every((other) => other.district === row.district) ? 'province' : 'district';
  return isMissing(row[level]) ? row.commune : `${row.commune} (${row[level]})`;
}

/** What each step of the plan adds for its cost. */
function planChart(run) {
  if (!run.plan || run.plan.steps.length === 0) return null;
  const {summary, steps} = run.plan;
  const start = summary.hamlets > 0 ? summary.hamlets_before / summary.hamlets : 0;
  let spent = 0;
  const points = [[0, start, t('chart.plan_start', {share: percent(start)})]];
  for (const step of steps) {
    spent += step.capex_million_vnd || 0;
    points.push([
      spent, step.cumulative_hamlet_share,
      t('chart.plan_step',
        {step: number(step.step), site: step.site_id, cost: money(spent), share: percent(step.cumulative_hamlet_share)})
    ]);
  }
  const target = summary.target.hamlet_share ?? summary.target.fixed_broadband_share ?? null;
  const top = Math.max(target ?? 0, points[points.length - 1][1]);
  const title = t('chart.plan');
  const note = t(isBroadbandPlan(run) ? 'chart.plan_note_fibre' : 'chart.plan_note');
  const x = {domain: [0, spent || 1], format: (value) => number(value), label: t('chart.capex_axis')};
  const y = {
    domain: [Math.max(0, start - (top - start) * 0.1), Math.min(1, top + (top - start) * 0.08)],
    format: (value) => percent(value, 1)
  };
  const values = steps.map(
      (step, i) =>
          [number(step.step), step.site_id, money(points[i + 1][0]), number(step.hamlets_gained),
           percent(step.cumulative_hamlet_share)]);
  return figure(
      'chart-plan', title, note,
      (width) => linesChart(
          width, title,
          t('chart.plan_description',
            {from: percent(start), to: percent(points[points.length - 1][1]), cost: money(spent)}),
          x, y, [{points, isStep: true}],
          target === null ? null : {value: target, text: t('chart.target', {share: percent(target)})}),
      [
        t('column.step'), t('column.site_id'), t('chart.capex_so_far'), t('column.hamlets_gained'),
        t('column.cumulative_hamlet_share')
      ],
      values);
}

/** What the plan costs to build, by what is bought. */
function costsChart(run) {
  if (!run.plan) return null;
  const costs = new Map();
  for (const row of run.plan.cost_lines)
    costs.set(row.item, (costs.get(row.item) || 0) + (row.cost_million_vnd || 0));
  const items = [...costs].filter(([, cost]) => cost > 0).sort((a, b) => b[1] - a[1]);
  if (items.length < 2) return null;
  const title = t('chart.costs');
  const bars = items.map(([item, cost]) => ({
                           name: itemText(item),
                           text: number(cost, cost < 100 ? 1 : 0),
                           parts: [{value: cost, colour: SERIES_COLOURS[0], text: money(cost)}]
                         }));
  return figure(
      'chart-costs', title, t('chart.costs_note'), (width) => stackedBars(width, title, t('chart.costs_note'), bars),
      [t('column.item'), t('column.capex_million_vnd')],
      items.map(([item, cost]) => [itemText(item), number(cost, 2)]));
}

/** 5, 50 and 95 percent of the draws, state by state. */
function bandChart(run) {
  const odds = run.uncertainty;
  if (!odds) return null;
  const main = odds.coverage.filter((state) => state.operator === run.kpi.operator || odds.coverage.length === 1);
  const states = main.map((state) => [t('odds.now', {operator: operatorInText(state.operator)}), state]);
  if (odds.plan) states.push([t('odds.after'), odds.plan.after]);
  const periods = run.sunset ? run.sunset.periods : [];
  for (const state of (odds.sunset || []).filter((one) => one.period > 0))
    states.push([labelOfPeriod(periods, state.period), state]);
  const rows = states.map(([name, state]) => ({
                            name,
                            low: state.covered_share_5,
                            middle: state.covered_share_50,
                            high: state.covered_share_95,
                            text: t('odds.text', {
                              name,
                              low: percent(state.covered_share_5),
                              middle: percent(state.covered_share_50),
                              high: percent(state.covered_share_95)
                            })
                          }));
  const target = odds.target && odds.target.kind === 'hamlet_share' ? odds.target.share : null;
  const low = Math.min(...rows.map((row) => row.low), target ?? 1);
  const high = Math.max(...rows.map((row) => row.high), target ?? 0);
  const room = Math.max(0.01, (high - low) * 0.06);
  const title = t('chart.band');
  const note = [
    t('chart.band_note', {draws: number(odds.draws)}),
    target === null ? '' : t('chart.band_target', {share: percent(target)}),
    t('chart.band_rule', {probability: percent(option(run, 'service.location_probability'), 0)})
  ].join(' ');
  const others = odds.coverage.filter((state) => !main.includes(state))
                     .map((state) => [t('odds.now', {operator: operatorInText(state.operator)}), state]);
  const values = [...states, ...others].map(
      ([name, state]) =>
          [name, percent(state.covered_share_5), percent(state.covered_share_50), percent(state.covered_share_95),
           chance(state.target_probability)]);
  return figure(
      'chart-band', title, note,
      (width) => bandsChart(
          width, title, note, rows, [Math.max(0, low - room), Math.min(1, high + room)], (value) => percent(value, 1),
          target === null ? null : {value: target}),
      [t('odds.state'), '5 %', '50 %', '95 %', t('odds.target')], values);
}

/** The failures by which most people lose coverage. */
function failuresChart(run) {
  const byEvent = new Map();
  for (const row of run.resilience) {
    const key = `${row.event}|${row.id}`;
    if (!byEvent.has(key)) byEvent.set(key, {...row, own: 0});
    byEvent.get(key).own += row.people_lost || 0;
  }
  const worst = [...byEvent.values()]
                    .filter((row) => row.own > 0 || row.people_lost_any_operator > 0)
                    .sort(
                        (a, b) => b.people_lost_any_operator - a.people_lost_any_operator || b.own - a.own ||
                            compareValues(a.id, b.id))
                    .slice(0, WORST_FAILURES);
  if (worst.length === 0) return null;
  const nameOf = (row) => t(`event.${row.event}`, {id: row.id});
  const bars = worst.map((row) => ({
                           name: nameOf(row),
                           text: number(row.people_lost_any_operator),
                           parts: [{
                             value: row.people_lost_any_operator,
                             colour: '#D55E00',
                             text: t('hamlet.people', {people: number(row.people_lost_any_operator)})
                           }]
                         }));
  const values = worst.map(
      (row) =>
          [nameOf(row), number(row.hamlets_lost_any_operator), number(row.people_lost_any_operator), number(row.own)]);
  const title = t('chart.failures');
  return figure(
      'chart-failures', title, t('chart.failures_note'),
      (width) => stackedBars(width, title, t('chart.failures_note'), bars),
      [
        t('column.event'), t('column.hamlets_lost_any_operator'), t('column.people_lost_any_operator'),
        t('chart.people_all_operators')
      ],
      values);
}
