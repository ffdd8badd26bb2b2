// The top of the page: what is covered, what is missing, what to build, what it costs, how sure that is.

/** From this probability on a plan is not said to need more certainty. */
const SURE_ENOUGH = 0.9;

/** A card: a question, the answer in large type, and what belongs to it. */
function card(id, question, answer, ...details) {
  return element(
      'article', {class: 'card', id}, element('h3', {}, question), element('p', {class: 'answer'}, answer), details);
}

function line(text) { return text ? element('p', {class: 'detail'}, text) : null; }

function renderAnswers(run, section) {
  const cards = [
    broadbandNowCard(run), coveredCard(run), missingCard(run), buildCard(run), costCard(run), sureCard(run),
    sunsetCard(run), countrysideCard(run)
  ];
  section.setAttribute('aria-labelledby', 'answers-title');
  fill(
      section, element('h2', {id: 'answers-title'}, t('answers.title')), banner(run.is_synthetic && t('synthetic')),
      banner(run.data_note), element('div', {class: 'cards'}, cards), absentNote(run));
}

/** What must be known of the data before any number is read. */
function banner(text) { return text ? element('p', {class: 'banner', role: 'note'}, text) : null; }

/** The questions of the page that this run does not answer, and the commands that do. */
function absentNote(run) {
  const absent = [
    ['answers.build', 'plan', !run.plan], ['answers.sure', 'uncertainty', !run.plan && !run.uncertainty],
    ['answers.sunset', 'sunset', !run.sunset]
  ].filter(([, , isAbsent]) => isAbsent);
  if (absent.length === 0) return null;
  const items =
      absent.map(([question, stage]) => element('li', {}, `${t(question)}: `, element('code', {}, commandFor(stage))));
  return element(
      'aside', {class: 'absent screen-only', id: 'absent'}, element('p', {}, t('answers.absent')),
      element('ul', {}, items));
}

/** The first target of the whole area, or null. */
function mainTarget(run) { return (run.kpi.total.targets || [])[0] || null; }

/** Hamlets with fixed broadband, where that is what the target asks for. */
function broadbandNowCard(run) {
  const {total} = run.kpi;
  const target = mainTarget(run);
  if (target === null || target.kind !== 'fixed_broadband_share') return null;
  return card(
      'card-broadband', t('answers.broadband'), percent(total.fixed_broadband_share),
      shareBar(total.fixed_broadband_share, target.share),
      line(t('answers.hamlets_of', {count: number(total.fixed_broadband_hamlets), all: number(total.hamlets)})),
      line(targetText(target)));
}

function coveredCard(run) {
  const total = run.kpi.total;
  const counts = targetCounts(run);
  const share = total.hamlets > 0 ? counts.hamlets_counted / total.hamlets : null;
  const target = mainTarget(run);
  const technologies = technologiesText(run.kpi.target_technologies, run.kpi.combine);
  return card(
      'card-covered', t('answers.covered', {technologies}), percent(share),
      target && target.kind === 'hamlet_share' ? shareBar(share, target.share) : shareBar(share, null),
      line(t('answers.hamlets_of', {count: number(counts.hamlets_counted), all: number(total.hamlets)})),
      line(t('answers.people_of', {
        count: number(counts.people_covered),
        all: number(total.population),
        share: percent(total.population > 0 ? counts.people_covered / total.population : null)
      })),
      target && target.kind !== 'fixed_broadband_share' ? line(targetText(target)) : null);
}

function targetText(target) {
  const words = {share: percent(target.share), missing: number(target.hamlets_missing)};
  return t(target.met ? `target.${target.kind}.met` : `target.${target.kind}.missing`, words);
}

/** How far a share has come, with a mark where the target is. */
function shareBar(share, target) {
  if (isMissing(share)) return null;
  const mark = target === null ?
      null :
      svg('line', {x1: 100 * target, x2: 100 * target, y1: 0, y2: 10, stroke: '#A50026', 'stroke-width': 1.2});
  const title = target === null ? percent(share) : t('answers.bar', {share: percent(share), target: percent(target)});
  return svg(
      'svg', {class: 'share-bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', role: 'img', 'aria-label': title},
      svg('rect', {x: 0, y: 1.5, width: 100, height: 7, fill: '#d8dee4'}),
      svg('rect', {x: 0, y: 1.5, width: 100 * share, height: 7, fill: STATUS_COLOURS.covered}), mark);
}

function missingCard(run) {
  const counts = targetCounts(run);
  const missing = counts.hamlets_white + counts.hamlets_hollow;
  const kinds = ['white', 'hollow', 'unknown']
                    .filter((status) => status !== 'unknown' || counts.hamlets_unknown > 0)
                    .map((status) => {
                      const count = counts[`hamlets_${status}`];
                      return element(
                          'li', {}, statusBadge(status), ': ', element('strong', {}, number(count)),
                          ` ${t('answers.hamlets_short', {count: number(count)})}`);
                    });
  return card(
      'card-missing', t('answers.missing'), t('answers.hamlets', {count: number(missing)}),
      element('ul', {class: 'kinds'}, kinds), line(mainReason(run)));
}

/** The commonest reason of those that are not covered. */
function mainReason(run) {
  const counts = new Map();
  for (const hamlet of run.hamlets) {
    if (!isMissing(hamlet.reason)) counts.set(hamlet.reason, (counts.get(hamlet.reason) || 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? t('answers.reason', {reason: wordOf('reason', most[0]), count: number(most[1])}) : null;
}

function buildCard(run) {
  if (!run.plan) return null;
  const {summary} = run.plan;
  if (summary.target.fixed_broadband_share !== undefined) return broadbandCard(run);
  const masts = summary.new_masts - summary.relays;
  const kinds = [
    ['count.masts', masts], ['count.relays', summary.relays], ['count.poles', summary.poles],
    ['count.upgrades', summary.upgrades]
  ];
  const list = kinds.filter(([, count]) => count > 0)
                   .map(
                       ([key, count]) => element(
                           'li', {}, element('strong', {}, number(count)), ` ${t(key, {count: number(count)})}`));
  const stations = summary.new_masts + summary.poles + summary.upgrades;
  return card(
      'card-build', t('answers.build'), t('answers.stations', {count: number(stations)}),
      element('ul', {class: 'kinds'}, list), line(t('answers.after', {
        before: number(summary.hamlets_before),
        after: number(summary.hamlets_after),
        all: number(summary.hamlets),
        share: percent(summary.hamlets_after / summary.hamlets)
      })),
      line(reachedText(summary)), yearLines(run.plan));
}

/** What is built in each year, where it takes several. */
function yearLines(plan) {
  const years = new Map();
  for (const step of plan.steps) {
    const year = years.get(step.year) || {stations: 0, cost: 0};
    years.set(step.year, {stations: year.stations + 1, cost: year.cost + (step.capex_million_vnd || 0)});
  }
  if (years.size < 2) return null;
  return [...years].map(
      ([year, {stations, cost}]) =>
          line(t('answers.year', {year: number(year), count: number(stations), amount: money(cost)})));
}

function reachedText(summary) {
  const {budget} = summary.target;
  if (budget !== undefined) return t('answers.budget', {amount: money(budget)});
  return t(summary.reached ? 'answers.reached' : 'answers.not_reached');
}

function broadbandCard(run) {
  const {summary} = run.plan;
  const length = run.plan.backhaul.reduce((sum, link) => sum + (link.length_km || 0), 0);
  return card(
      'card-build', t('answers.build'), t('answers.fibre', {count: number(run.plan.backhaul.length)}),
      line(t('answers.fibre_length', {length: number(length, 1)})), line(t('answers.broadband_after', {
        before: number(summary.hamlets_before),
        after: number(summary.hamlets_after),
        all: number(summary.hamlets),
        share: percent(summary.hamlets_after / summary.hamlets)
      })),
      line(reachedText(summary)), yearLines(run.plan));
}

function costCard(run) {
  if (!run.plan) return null;
  const {summary} = run.plan;
  const years = summary.opex_years;
  const gained = summary.hamlets_after - summary.hamlets_before;
  const costs = option(run, 'plan.costs');
  return card(
      'card-cost', t('answers.cost'), money(summary.capex_million_vnd),
      line(t('answers.opex', {amount: money(summary.opex_million_vnd_per_year)})),
      isMissing(years) ? null : line(t('answers.total_cost', {
        years: number(years, 1),
        amount: money(summary.capex_million_vnd + years * summary.opex_million_vnd_per_year)
      })),
      gained > 0 ? line(t('answers.cost_of_hamlet', {amount: money(summary.capex_million_vnd / gained)})) : null,
      line(costs ? t('answers.costs_from', {file: fileName(costs)}) : t('answers.costs_assumed')));
}

function sureCard(run) {
  const details = run.plan ? proofLines(run.plan.summary).map(line) : [];
  if (run.plan && run.plan.summary.confidence) return confidenceCard(run.plan.summary.confidence, details);
  if (run.uncertainty) return oddsCard(run.uncertainty, [stricterLine(run), ...details]);
  return run.plan ? gapCard(run.plan.summary, details) : null;
}

/** Of a plan whose target is to hold with a probability: how often it does in draws that it was not chosen by. */
function confidenceCard(confidence, details) {
  const {by_medians: cheaper, cost_of_confidence_million_vnd: cost} = confidence;
  const price = cost > 0 ?
      line(t('answers.confidence_price', {amount: money(cost), probability: chance(cheaper.checked_probability)})) :
      null;
  return card(
      'card-sure', t('answers.sure'), chance(confidence.checked_probability),
      line(t('answers.confidence', {asked: percent(confidence.asked)})), price, details);
}

/** How far a plan can be from the best one, where it is not known how often its target holds. */
function gapCard(summary, details) {
  const {gap} = summary.full_model || summary;
  const best = summary.target.budget === undefined ? 'answers.cheapest' : 'answers.most';
  const answer = gap > 0 ? t('answers.gap_short', {gap: exactPercent(gap)}) : t(best);
  const title = t(summary.target.budget === undefined ? 'answers.how_good' : 'answers.how_good_budget');
  const hasOdds = summary.target.budget === undefined && summary.target.fixed_broadband_share === undefined;
  return card('card-sure', title, answer, details, hasOdds ? line(t('answers.no_odds')) : null);
}

/** What is proved of a plan: how far it may be from the best. */
function proofLines(summary) {
  const {confidence, full_model: full, target} = summary;
  if (confidence) return [t('answers.confidence_bound')];
  if (target.budget !== undefined) {
    const more = Math.floor(summary.lower_bound - summary.objective + 1e-6);
    return [more > 0 ? t('answers.budget_gap', {count: number(more)}) : t('answers.budget_no_gap')];
  }
  if (target.fixed_broadband_share !== undefined) return [savingText('answers.plan', summary)];
  return full ? [savingText('answers.choice', summary), savingText('answers.full', full)] :
                [savingText('answers.choice', summary)];
}

/** How much a plan could be cheaper, in money and as a share of what it costs with its years of running. */
function savingText(key, bound) {
  if (bound.gap <= 0) return t(`${key}_no_gap`);
  return t(`${key}_gap`, {amount: money(bound.objective - bound.lower_bound), gap: exactPercent(bound.gap)});
}

/** Why a target that is not reached by the verdicts may well be reached in most draws. */
function stricterLine(run) {
  const target = mainTarget(run);
  const odds = run.uncertainty;
  const today = odds.plan ? odds.plan.before : odds.coverage[odds.coverage.length - 1];
  if (target === null || target.met || !(today.target_probability >= 0.5)) return null;
  return line(t('answers.stricter', {probability: percent(option(run, 'service.location_probability'), 0)}));
}

/** With a plan how often its target holds; else between which shares the coverage lies. */
function oddsCard(odds, details) {
  const state = odds.plan ? odds.plan.after : odds.coverage[odds.coverage.length - 1];
  const band = {low: number(100 * state.covered_share_5, 1), high: percent(state.covered_share_95)};
  const title = t('answers.sure');
  if (odds.plan && !isMissing(state.target_probability)) {
    const holds = chance(state.target_probability);
    const before = line(t('answers.odds_now', {probability: chance(odds.plan.before.target_probability)}));
    const advice = state.target_probability < SURE_ENOUGH ? line(t('answers.surer')) : null;
    return card(
        'card-sure', title, holds, line(t('answers.odds_after')), before, line(t('answers.band', band)), advice,
        details);
  }
  const now = isMissing(state.target_probability) ?
      null :
      line(t('answers.odds_now', {probability: chance(state.target_probability)}));
  return card('card-sure', title, t('answers.range', band), line(t('answers.range_note')), now, details);
}

/** A gap as it is: nothing is 0 %, where `percent` would say so of what is not known to be. */
function exactPercent(share) { return isMissing(share) ? UNKNOWN_TEXT : `${number(100 * share, 2)}${NARROW_SPACE}%`; }

function sunsetCard(run) {
  if (!run.sunset) return null;
  const {summary, periods} = run.sunset;
  const question = t('answers.sunset_of', {technology: summary.technology});
  const details = [
    line(t(
        'answers.cells_off', {off: number(summary.cells_off), all: number(summary.cells_off + summary.cells_left_on)})),
    line(
        summary.handsets_cut > 0 ? t('answers.cut', {handsets: number(summary.handsets_cut)}) :
                                   t('answers.nobody_cut')),
    line(
        t(summary.handsets_subsidised > 0 ? 'answers.sunset_cost' : 'answers.sunset_cost_alone',
          {handsets: number(summary.handsets_subsidised), amount: money(summary.cost_million_vnd)}))
  ];
  const last = periods.find((period) => period.period === summary.last_cell_off_period);
  if (summary.reached && last) return card('card-sunset', question, quarter(last.label), details, line(boundText(run)));
  const held = new Set((summary.hamlets_held_back || []).map((one) => one.hamlet)).size;
  const end = quarter(periods[periods.length - 1].label);
  return card(
      'card-sunset', t('answers.sunset_until', {technology: summary.technology, period: end}), t('answers.not_off'),
      line(t('answers.left_on', {count: number(summary.cells_left_on)})),
      line(held > 0 ? t('answers.held_back', {count: number(held)}) : null), details);
}

/** Communes that meet the telecom criterion of the new countryside, and what that rests on beside mobile coverage. */
function countrysideCard(run) {
  const {total} = run.kpi;
  const of = total.new_countryside;
  if (!of || of.communes === 0) return null;
  const hasBroadband = run.hamlets.some((hamlet) => !isMissing(hamlet.fixed_broadband));
  const isTarget = mainTarget(run) !== null && mainTarget(run).kind === 'fixed_broadband_share';
  return card(
      'card-countryside', t('answers.countryside'),
      t('answers.communes_of', {count: number(of.communes_met), all: number(of.communes)}),
      of.hamlets_missing > 0 ? line(t('answers.countryside_missing', {count: number(of.hamlets_missing)})) : null,
      hasBroadband && !isTarget ? line(t('answers.broadband_of', {
        count: number(total.fixed_broadband_hamlets),
        all: number(total.hamlets),
        share: percent(total.fixed_broadband_share)
      })) :
                                  null,
      total.smartphone_share > 0 ? line(t('answers.smartphones', {share: percent(total.smartphone_share)})) : null);
}

/** When the switch-off could be done at the earliest, where a later time than that was reached. */
function boundText(run) {
  const level = run.sunset.summary.objective.find((one) => one.name === 'last_period');
  if (!level) return null;
  const earliest = run.sunset.periods.find((period) => period.period === Math.round(level.bound));
  if (!earliest) return null;
  return t(
      level.bound >= level.value ? 'answers.earliest' : 'answers.earliest_bound', {period: quarter(earliest.label)});
}

/** The command that makes what is missing. */
function commandFor(stage) {
  const commands = {
    plan: 'phusong plan',
    broadband: 'phusong plan',
    sunset: 'phusong sunset',
    resilience: 'phusong run',
    fixes: 'phusong run --fixes',
    uncertainty: 'phusong run --uncertainty',
    maps: 'phusong run',
    quality: 'phusong run'
  };
  const [program, command, ...options] = (commands[stage] || 'phusong run').split(' ');
  return [program, command, t('command.scenario'), '-o', t('command.folder'), ...options].join(' ');
}
