// The top of the page: what is covered, what is missing, what to build, what it costs, how sure that is.

/** A card: a question, the answer in large type, and what belongs to it. */
function card(id, question, answer, ...details) {
  return element(
      'article', {class: 'card', id}, element('h3', {}, question), element('p', {class: 'answer'}, answer), details);
}

function line(text) { return text ? element('p', {class: 'detail'}, text) : null; }

function renderAnswers(run, section) {
  const cards = [coveredCard(run), missingCard(run), buildCard(run), costCard(run), sureCard(run), sunsetCard(run)];
  section.setAttribute('aria-labelledby', 'answers-title');
  fill(
      section, element('h2', {id: 'answers-title'}, t('answers.title')), syntheticNote(run),
      element('div', {class: 'cards'}, cards));
}

function syntheticNote(run) {
  return run.is_synthetic ? element('p', {class: 'banner', role: 'note'}, t('synthetic')) : null;
}

/** The first target of the whole area, or null. */
function mainTarget(run) { return (run.kpi.total.targets || [])[0] || null; }

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
      target ? line(targetText(target)) : null);
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
  const missing = run.kpi.total.hamlets - counts.hamlets_covered;
  const kinds = ['white', 'hollow', 'unknown']
                    .filter((status) => status !== 'unknown' || counts.hamlets_unknown > 0)
                    .map((status) => {
                      const count = counts[`hamlets_${status}`];
                      return element(
                          'li', {}, statusBadge(status), ': ', element('strong', {}, number(count)),
                          ` ${t('answers.hamlets_short')}`);
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

/** A card for what this run did not compute, and the command that does. */
function absentCard(id, question, command) {
  return element(
      'article', {class: 'card absent', id}, element('h3', {}, question),
      element('p', {class: 'detail'}, t('answers.absent')),
      element('p', {class: 'detail'}, element('code', {}, command)));
}

function buildCard(run) {
  if (!run.plan) return absentCard('card-build', t('answers.build'), commandFor('plan'));
  const {summary} = run.plan;
  if (summary.target.fixed_broadband_share !== undefined) return broadbandCard(run);
  const masts = summary.new_masts - summary.relays;
  const kinds = [
    ['count.masts', masts], ['count.relays', summary.relays], ['count.poles', summary.poles],
    ['count.upgrades', summary.upgrades]
  ];
  const list = kinds.filter(([, count]) => count > 0)
                   .map(([key, count]) => element('li', {}, element('strong', {}, number(count)), ` ${t(key)}`));
  const stations = summary.new_masts + summary.poles + summary.upgrades;
  return card(
      'card-build', t('answers.build'), t('answers.stations', {count: number(stations)}),
      element('ul', {class: 'kinds'}, list), line(t('answers.after', {
        before: number(summary.hamlets_before),
        after: number(summary.hamlets_after),
        all: number(summary.hamlets),
        share: percent(summary.hamlets_after / summary.hamlets)
      })),
      line(reachedText(summary)));
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
      line(reachedText(summary)));
}

function costCard(run) {
  if (!run.plan) return absentCard('card-cost', t('answers.cost'), commandFor('plan'));
  const {summary} = run.plan;
  const years = summary.opex_years;
  return card(
      'card-cost', t('answers.cost'), money(summary.capex_million_vnd),
      line(t('answers.opex', {amount: money(summary.opex_million_vnd_per_year)})),
      isMissing(years) ? null : line(t('answers.total_cost', {
        years: number(years, 1),
        amount: money(summary.capex_million_vnd + years * summary.opex_million_vnd_per_year)
      })),
      line(t('answers.costs_assumed')));
}

function sureCard(run) {
  const details = run.plan ? proofLines(run.plan.summary).map(line) : [];
  if (run.uncertainty) return oddsCard(run.uncertainty, details);
  const title = t('answers.sure');
  if (!run.plan) return absentCard('card-sure', title, commandFor('uncertainty'));
  const {summary} = run.plan;
  const gap = (summary.full_model || summary).gap;
  return card(
      'card-sure', title, t('answers.gap_short', {gap: exactPercent(gap)}), details, line(t('answers.no_odds')));
}

/** What is proved of a plan: how far it may be from the best. */
function proofLines(summary) {
  const {confidence, gap, full_model: full, target} = summary;
  if (confidence) {
    const words = {asked: percent(confidence.asked), checked: percent(confidence.checked_probability)};
    return [t('answers.confidence', words), t('answers.confidence_bound')];
  }
  const isBudget = target.budget !== undefined;
  const words = {gap: exactPercent(gap)};
  if (isBudget) return [gap > 0 ? t('answers.budget_gap', words) : t('answers.budget_no_gap')];
  const choice = gap > 0 ? t('answers.gap', words) : t('answers.no_gap');
  return full ? [choice, t('answers.full_gap', {gap: exactPercent(full.gap)})] : [choice];
}

/** With a plan how often its target holds; else between which shares the coverage lies. */
function oddsCard(odds, details) {
  const state = odds.plan ? odds.plan.after : odds.coverage[odds.coverage.length - 1];
  const band = {low: number(100 * state.covered_share_5, 1), high: percent(state.covered_share_95)};
  const title = t('answers.sure');
  if (odds.plan && !isMissing(state.target_probability)) {
    const holds = percent(state.target_probability);
    return card('card-sure', title, holds, line(t('answers.odds_after')), line(t('answers.band', band)), details);
  }
  const now = isMissing(state.target_probability) ?
      null :
      line(t('answers.odds_now', {probability: percent(state.target_probability)}));
  return card('card-sure', title, t('answers.range', band), line(t('answers.range_note')), now, details);
}

/** A gap as it is: nothing is 0 %, where `percent` would say so of what is not known to be. */
function exactPercent(share) { return isMissing(share) ? UNKNOWN_TEXT : `${number(100 * share, 2)}${NARROW_SPACE}%`; }

function sunsetCard(run) {
  if (!run.sunset) return absentCard('card-sunset', t('answers.sunset'), commandFor('sunset'));
  const {summary, periods} = run.sunset;
  const question = t('answers.sunset_of', {technology: summary.technology});
  const details = [
    line(t(
        'answers.cells_off', {off: number(summary.cells_off), all: number(summary.cells_off + summary.cells_left_on)})),
    line(
        summary.handsets_cut > 0 ? t('answers.cut', {handsets: number(summary.handsets_cut)}) :
                                   t('answers.nobody_cut')),
    line(
        t('answers.sunset_cost',
          {handsets: number(summary.handsets_subsidised), amount: money(summary.cost_million_vnd)}))
  ];
  const last = periods.find((period) => period.period === summary.last_cell_off_period);
  if (summary.reached && last) return card('card-sunset', question, quarter(last.label), details, line(boundText(run)));
  const held = new Set((summary.hamlets_held_back || []).map((one) => one.hamlet)).size;
  return card(
      'card-sunset', question, t('answers.not_off'), line(t('answers.left_on', {count: number(summary.cells_left_on)})),
      line(held > 0 ? t('answers.held_back', {count: number(held)}) : null), details);
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
