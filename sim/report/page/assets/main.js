// Puts the page together, and again when the reader changes the language.

const SECTIONS = ['answers', 'map-section', 'charts', 'tables', 'sources'];
const REDRAW_DELAY_MS = 150;
const PRINT_WIDTH_PX = 690;

function start() {
  const run = readRun();
  setLanguage(run.language);
  const mapSection = new MapSection(run);
  document.body.append(element('div', {id: 'announcer', class: 'hidden-text', role: 'status', 'aria-live': 'polite'}));
  render(run, mapSection);
  redrawOnResize();
  prepareForPrint(mapSection);
  document.documentElement.dataset.ready = Math.round(performance.now());
}

function render(run, mapSection) {
  document.documentElement.lang = language;
  document.title = t('page.title', {title: run.title || run.scenario});
  fill(byId('skip'), t('page.skip'));
  renderHead(run, mapSection);
  renderAnswers(run, byId('answers'));
  mapSection.render(byId('map-section'));
  renderCharts(run, byId('charts'));
  renderTables(run, byId('tables'), mapSection.view);
  renderSources(run, byId('sources'));
  renderNavigation();
  fill(byId('foot'), element('p', {}, t('page.foot', {version: run.manifest.version})));
}

function renderHead(run, mapSection) {
  const buttons = LANGUAGES.map(
      (name) => element(
          'button', {
            type: 'button',
            lang: name,
            'aria-pressed': name === language,
            id: `language-${name}`,
            onclick: () => {
              setLanguage(name);
              render(run, mapSection);
              byId(`language-${name}`).focus();
            }
          },
          {vi: 'Tiếng Việt', en: 'English'}[name]));
  const print = element('button', {type: 'button', id: 'print', onclick: () => window.print()}, t('page.print'));
  fill(
      byId('head'),
      element(
          'div', {}, element('p', {class: 'kicker'}, t('page.kicker')), element('h1', {}, run.title || run.scenario),
          element('p', {class: 'subtitle'}, subtitle(run))),
      element('div', {class: 'head-buttons', role: 'group', 'aria-label': t('page.language')}, buttons, print));
}

function subtitle(run) {
  const operator =
      run.kpi.operator === 'any' ? t('page.all_operators') : t('page.one_operator', {operator: run.kpi.operator});
  return [
    t('page.size', {hamlets: number(run.kpi.total.hamlets), people: number(run.kpi.total.population)}), operator
  ].join(' · ');
}

function renderNavigation() {
  const links = SECTIONS.filter((id) => !byId(id).hidden)
                    .map((id) => element('li', {}, element('a', {href: `#${id}`}, t(`nav.${id}`))));
  const nav = fill(byId('nav'), element('ul', {}, links));
  nav.setAttribute('aria-label', t('page.contents'));
}

function redrawOnResize() {
  let timer = null;
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    clearTimeout(timer);
    timer = setTimeout(() => byId('charts').redraw(), REDRAW_DELAY_MS);
  });
}

/**
 * On paper all tables are there, each with its first rows, and the map stands as it is on the screen, made
 * smaller where it is wider than the sheet.
 */
function prepareForPrint(mapSection) {
  window.addEventListener('beforeprint', () => {
    for (const name of tables.keys())
      tableNamed(name);
    const {width, height} = mapSection.mapNode.getBoundingClientRect();
    const factor = Math.min(1, PRINT_WIDTH_PX / width);
    const style = document.documentElement.style;
    style.setProperty('--print-width', `${width}px`);
    style.setProperty('--print-height', `${height}px`);
    style.setProperty('--print-room', `${height * factor}px`);
    style.setProperty('--print-scale', factor);
  });
}

start();
