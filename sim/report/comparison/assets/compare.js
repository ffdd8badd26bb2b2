// Puts the page of a comparison together, and again when the reader changes the language.

const SECTIONS = ['answers', 'map-section', 'figures', 'tables', 'runs'];

function start() {
  const comparison = readComparison();
  setLanguage(comparison.language);
  const state = {comparison, operator: comparison.b.operator, map: new ChangeMap(comparison)};
  document.body.append(element('div', {id: 'announcer', class: 'hidden-text', role: 'status', 'aria-live': 'polite'}));
  render(state);
  document.documentElement.dataset.ready = Math.round(performance.now());
}

function render(state) {
  const {comparison} = state;
  document.documentElement.lang = language;
  document.title = t('compare.title');
  fill(byId('skip'), t('page.skip'));
  renderHead(state);
  renderAnswers(comparison, byId('answers'));
  state.map.render(byId('map-section'));
  renderFigures(state, byId('figures'));
  renderTables(comparison, byId('tables'), state.map);
  renderRuns(comparison, byId('runs'));
  const links = SECTIONS.filter((id) => !byId(id).hidden)
                    .map((id) => element('li', {}, element('a', {href: `#${id}`}, t(`nav.${id}`))));
  fill(byId('nav'), element('ul', {}, links)).setAttribute('aria-label', t('page.contents'));
  fill(byId('foot'), element('p', {}, t('compare.foot')));
}

function renderHead(state) {
  const buttons = LANGUAGES.map(
      (name) => element(
          'button', {
            type: 'button',
            class: 'button',
            lang: name,
            'aria-pressed': name === language,
            id: `language-${name}`,
            onclick: () => {
              setLanguage(name);
              render(state);
              byId(`language-${name}`).focus();
            }
          },
          {vi: 'Tiếng Việt', en: 'English'}[name]));
  const print =
      element('button', {type: 'button', class: 'button', id: 'print', onclick: () => window.print()}, t('page.print'));
  const {a, b} = state.comparison;
  const titleOf = (run) => (run.title || run.scenario) + ` (${run.run.split('/').pop()})`;
  fill(
      byId('head'),
      element(
          'div', {}, element('p', {class: 'kicker'}, t('compare.kicker')), element('h1', {}, t('compare.title')),
          element('p', {class: 'subtitle'}, t('compare.subtitle', {a: titleOf(a), b: titleOf(b)}))),
      element('div', {class: 'head-buttons', role: 'group', 'aria-label': t('page.language')}, buttons, print));
}

// Main differences.

function fromTo(figure, show = number) {
  const text = (value) => (isMissing(value) ? t('compare.none') : show(value));
  return element('p', {class: 'from-to'}, text(figure.a), element('span', {class: 'arrow'}, '→'), text(figure.b));
}

/** A difference as a gain or a loss; `isGood`: whether more is better. */
function differenceText(figure, isGood = true, show = number) {
  if (isMissing(figure.difference)) return null;
  const kind = figure.difference === 0 ? '' : (figure.difference > 0) === isGood ? 'gain' : 'loss';
  return element('span', {class: kind}, signed(figure.difference, show));
}

function card(title, ...content) { return element('div', {class: 'card'}, element('h3', {}, title), content); }

function coverageCard(comparison) {
  const figures = (comparison.totals.total.coverage[comparison.b.operator] || {}).target;
  if (!figures) return null;
  const people = figures.people_covered;
  return card(
      t('compare.hamlets_covered', {technologies: t('compare.target')}), fromTo(figures.hamlets_covered),
      element('p', {class: 'detail'}, differenceText(figures.hamlets_covered)),
      element(
          'p', {class: 'detail'},
          t('compare.people', {a: number(people.a), b: number(people.b), difference: signed(people.difference)})));
}

function statusCard(comparison) {
  const status = comparison.hamlets.status.target;
  const technologies =
      Object.entries(comparison.hamlets.status)
          .filter(([service, {better, worse}]) => service !== 'target' && better + worse > 0)
          .map(
              ([service, {better, worse}]) => element(
                  'p', {class: 'detail'},
                  t('compare.of_technology', {service, better: number(better), worse: number(worse)})));
  if (status.transitions.length === 0)
    return card(
        t('compare.status_changes'), element('p', {class: 'from-to'}, '0'),
        element('p', {class: 'detail'}, t('compare.no_status_change')), technologies);
  return card(
      t('compare.status_changes'),
      element(
          'p', {class: status.better > 0 ? 'gain' : ''},
          t('compare.better', {hamlets: number(status.better), people: number(status.people_better)})),
      element(
          'p', {class: status.worse > 0 ? 'loss' : ''},
          t('compare.worse', {hamlets: number(status.worse), people: number(status.people_worse)})),
      element('ul', {class: 'kinds'}, status.transitions.map((change) => element('li', {}, t('compare.transition', {
                                                                                   from: wordOf('status', change.from),
                                                                                   to: wordOf('status', change.to),
                                                                                   hamlets: number(change.hamlets),
                                                                                   people: number(change.people)
                                                                                 })))),
      technologies);
}

/** How far each run is from its targets; none where the target is a budget. */
function targetCards(comparison) {
  const outOf = (target, run) =>
      (isMissing(target.needed[run]) ? t('compare.none') :
                                       `${number(target.reached[run])} / ${number(target.needed[run])}`);
  return comparison.totals.total.targets.map(
      (target) => card(
          t('compare.missing', {target: t(`target.${target.kind}`)}), fromTo(target.hamlets_missing),
          element('p', {class: 'detail'}, differenceText(target.hamlets_missing, false)),
          element('p', {class: 'detail'}, t('compare.reached', {a: outOf(target, 'a'), b: outOf(target, 'b')}))));
}

function planCard(plan) {
  if (!plan) return null;
  const {stations, figures} = plan;
  return card(
      t('compare.plan'), fromTo(figures.capex_million_vnd, money),
      element('p', {class: 'detail'}, differenceText(figures.capex_million_vnd, false, money), ' '),
      element('p', {class: 'detail'}, t('compare.stations', {
                both: number(stations.in_both.length),
                a: number(stations.only_a.length),
                b: number(stations.only_b.length)
              })));
}

function sunsetCard(sunset) {
  if (!sunset) return null;
  const {cells_off, cells_left_on: left, last_cell_off_period: last, cost_million_vnd: cost} = sunset.figures;
  const detail = (key, figure, show) =>
      (isMissing(figure.a) && isMissing(figure.b) ?
           null :
           element('p', {class: 'detail'}, t(key, {a: show(figure.a), b: show(figure.b)})));
  const count = (value) => (isMissing(value) ? t('compare.none') : number(value));
  return card(
      t('compare.sunset'), fromTo(cells_off), detail('compare.sunset_left', left, count),
      detail('compare.sunset_last', last, count),
      detail('compare.sunset_cost', cost, (value) => (isMissing(value) ? t('compare.none') : money(value))));
}

function settingsCard(comparison) {
  const {options, inputs} = comparison;
  const isSame = options.length === 0 && inputs.differ.length === 0;
  return card(
      t('compare.settings'),
      element(
          'p', {class: 'from-to'},
          isSame ?
              t('compare.same_settings') :
              t('compare.settings_count', {options: number(options.length), inputs: number(inputs.differ.length)})),
      element(
          'ul', {class: 'kinds'},
          options.slice(0, 6).map(
              (option) => element(
                  'li', {}, element('code', {}, option.key), `: ${shortText(option.a)} → ${shortText(option.b)}`))));
}

function shortText(value) {
  const text = value === null   ? t('compare.none') :
      typeof value === 'number' ? number(value, 4) :
      typeof value === 'string' ? value :
                                  JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What a reader must know before he reads the rest. */
function remarks(comparison) {
  const {a, b, technologies, hamlets, maps} = comparison;
  const alone = [...technologies.only_a, ...technologies.only_b];
  return [
    a.operator === b.operator ?
        null :
        t('compare.operators_differ', {a: operatorText(a.operator), b: operatorText(b.operator)}),
    a.version === b.version ? null : t('compare.versions_differ', {a: a.version, b: b.version}),
    alone.length === 0 ? null : t('compare.technologies_only', {names: alone.join(', ')}),
    hamlets.only_a.length + hamlets.only_b.length === 0 ?
        null :
        t('compare.only_in', {a: number(hamlets.only_a.length), b: number(hamlets.only_b.length)}),
    maps.state === 'missing'      ? t('compare.maps_missing') :
        maps.state === 'left_out' ? t('compare.maps_left_out') :
                                    null,
  ].filter((text) => text !== null);
}

function renderAnswers(comparison, section) {
  const cards = [
    coverageCard(comparison), statusCard(comparison), ...targetCards(comparison), planCard(comparison.plan),
    sunsetCard(comparison.sunset), settingsCard(comparison)
  ];
  fill(
      section, element('h2', {}, t('compare.answers')),
      remarks(comparison).map((text) => element('p', {class: 'banner'}, text)), element('div', {class: 'cards'}, cards),
      element('p', {class: 'note'}, t('compare.difference_note')));
}

// Figures side by side.

const LESS_IS_BETTER =
    /missing|white|hollow|unknown|capex|opex|cost|objective|gap|lost|left_on|cut|last_cell|held_back/;
const SHARES = /^share$|_share|gap|probability/;

function showOf(name) {
  if (SHARES.test(name)) return (value) => `${number(100 * value, 2)}${NARROW_SPACE}%`;
  return (value) => number(value, name.includes('million') || name.includes('bound') || name === 'objective' ? 1 : 0);
}

function figuresTable(title, figures) {
  const rows = Object.entries(figures).filter(([, figure]) => !isMissing(figure.a) || !isMissing(figure.b));
  if (rows.length === 0) return null;
  const cell = (value, show) => element('td', {}, isMissing(value) ? UNKNOWN_TEXT : show(value));
  return element(
      'div', {class: 'figures-frame'}, element('h3', {}, title),
      element(
          'div', {class: 'scroll'},
          element(
              'table', {class: 'figures'},
              element(
                  'thead', {},
                  element(
                      'tr', {}, element('th', {}, ''),
                      ['a', 'b', 'difference'].map((name) => element('th', {scope: 'col'}, t(`figures.${name}`))))),
              element(
                  'tbody', {},
                  rows.map(
                      ([name, figure]) => element(
                          'tr', {}, element('th', {scope: 'row'}, wordOf('figure', name)), cell(figure.a, showOf(name)),
                          cell(figure.b, showOf(name)),
                          element(
                              'td', {},
                              differenceText(figure, !LESS_IS_BETTER.test(name), showOf(name)) || UNKNOWN_TEXT)))))));
}

/** An item of a list of figures without the name that it has in it. */
function withoutName(item, key) { return Object.fromEntries(Object.entries(item).filter(([name]) => name !== key)); }

function renderFigures(state, section) {
  const {comparison} = state;
  const operators = Object.keys(comparison.totals.total.coverage);
  const coverage =
      Object.entries(comparison.totals.total.coverage[state.operator] || {})
          .map(([service, figures]) => figuresTable(t('figures.coverage', {service: serviceText(service)}), figures));
  const targets = comparison.totals.total.targets.map(
      (target) => figuresTable(t('figures.target', {target: t(`target.${target.kind}`)}), withoutName(target, 'kind')));
  const {plan, sunset, resilience, uncertainty} = comparison;
  const stages = [
    plan ? figuresTable(t('figures.plan'), plan.figures) : null,
    sunset ?
        figuresTable(t('figures.sunset', {technology: sunset.technology_b || sunset.technology_a}), sunset.figures) :
        null,
    sunset ? sunset.operators.map(
                 (item) => figuresTable(
                     t('figures.sunset_operator', {operator: item.operator}), withoutName(item, 'operator'))) :
             null,
    resilience ? resilience.events.map(
                     (item) => figuresTable(
                         t('figures.resilience', {event: wordOf('event', item.event)}), withoutName(item, 'event'))) :
                 null,
    uncertainty ?
        uncertainty.map(
            (item) => figuresTable(
                t('figures.uncertainty',
                  {state: WORDS[`state.${item.state}`] ? t(`state.${item.state}`) : operatorText(item.state)}),
                withoutName(item, 'state'))) :
        null
  ];
  fill(
      section, element('h2', {}, t('figures.title')),
      element(
          'div', {class: 'toolbar'},
          select(
              'figures-operator', t('figures.operator'), operators.map((name) => [name, operatorText(name)]),
              state.operator,
              (operator) => {
                state.operator = operator;
                renderFigures(state, section);
                byId('figures-operator').focus();
              })),
      element('div', {class: 'figures-grid'}, coverage, targets, stages));
}

// The runs themselves.

function renderRuns(comparison, section) {
  const rows = [
    'run', 'scenario', 'title', 'version', 'instruction_set', 'working_crs', 'operator', 'hamlets', 'maps', 'plan',
    'sunset', 'resilience', 'uncertainty'
  ];
  const show = (value) =>
      (typeof value === 'boolean'    ? t(value ? 'word.yes' : 'word.no') :
           typeof value === 'number' ? number(value) :
           value === 'any'           ? operatorText(value) :
                                       value);
  fill(
      section, element('h2', {}, t('runs.title')),
      element(
          'div', {class: 'figures-frame'},
          element(
              'table', {class: 'plain runs'},
              element(
                  'thead', {},
                  element(
                      'tr', {}, element('th', {}, ''), element('th', {scope: 'col'}, 'A'),
                      element('th', {scope: 'col'}, 'B'))),
              element(
                  'tbody', {},
                  rows.map(
                      (name) => element(
                          'tr', {},
                          element('th', {scope: 'row'}, t(name === 'title' ? 'runs.title_row' : `runs.${name}`)),
                          element('td', {}, show(comparison.a[name])),
                          element('td', {}, show(comparison.b[name]))))))));
}

start();
