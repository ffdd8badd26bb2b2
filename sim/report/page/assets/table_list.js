// Which tables the page has, their columns, and the tabs between them.

const tables = new Map();
let openTable = null;

/** "name:kind" as a column. */
function columnsOf(list, available) {
  return list
      .map((entry) => {
        const [name, kind = 'text'] = entry.split(':');
        return {name, kind};
      })
      .filter((column) => available.has(column.name));
}

function technologyColumns(run) {
  return run.prefixes.flatMap(
      (prefix) =>
          [{name: `${prefix}_status`, kind: 'status', label: t('column.t_status', {technology: prefix.toUpperCase()})},
           {
             name: `${prefix}_level_dbm`,
             kind: 'decimal',
             label: t('column.t_level', {technology: prefix.toUpperCase()})
           }]);
}

/** The definitions of all tables that this run has rows for. */
function tableDefinitions(run, view) {
  const hamletPlace = (row) => {
    const hamlet = run.hamletById.get(row.hamlet_id);
    return hamlet && hasPlace(hamlet) ? () => showOnMap(() => view.showHamlet(row.hamlet_id)) : null;
  };
  const stepPlace = (row) =>
      (hasPlace(row) ? () => showOnMap(() => view.showPlace([row.lat_deg, row.lon_deg], stepPopup(run, row))) : null);
  const sitePlace = (row) =>
      (hasPlace(row) ? () => showOnMap(() => view.showPlace([row.lat_deg, row.lon_deg], sitePopup(row))) : null);
  const definitions = [
    hamletsTable(run, hamletPlace),
    areasTable('communes', withKpis(run.communes, run.kpi.communes), 'communes.csv'),
    areasTable('districts', withKpis(run.districts, run.kpi.districts), 'districts.csv'),
    withPrinted(
        ['hamlet_name', 'rank', 'fix', 'site_id', 'cell_id', 'to', 'status', 'cost_million_vnd', 'note'],
        simpleTable(
            'fixes', 'fixes.csv', thoseThatHelpFirst(withHamletNames(run, run.fixes)),
            [
              'hamlet_name', 'rank:integer', 'fix:word', 'cost_million_vnd:million', 'site_id', 'cell_id', 'from', 'to',
              'status:status', 'level_dbm:decimal', 'probability:share', 'share:share',
              'opex_million_vnd_per_year:million', 'hamlets_lost', 'note', 'hamlet_id'
            ],
            hamletPlace)),
    ...planTables(run, hamletPlace, stepPlace, sitePlace),
    ...sunsetTables(run, hamletPlace),
    simpleTable(
        'resilience', 'resilience.csv', withMastNames(run, run.resilience),
        [
          'id', 'name', 'event:word', 'operator:operator', 'hamlets_lost:integer', 'people_lost:integer',
          'hamlets_lost_any_operator:integer', 'people_lost_any_operator:integer'
        ]),
    simpleTable(
        'sites', 'network.gpkg', run.sites.map((site) => ({...site, site_status: site.status})),
        [
          'site_id', 'name', 'operator:operator', 'technologies', 'type:word', 'site_status:word',
          'mast_height_m:decimal', 'lon_deg:degrees', 'lat_deg:degrees'
        ],
        sitePlace, 'site_id'),
  ];
  return definitions.filter((definition) => definition !== null && definition.rows.length > 0);
}

function simpleTable(id, file, rows, columns, place = undefined, key = 'hamlet_id') {
  const available = new Set(rows.flatMap((row) => Object.keys(row)));
  return {
    id: `table-${id}`,
    name: id,
    file,
    rows,
    title: t(`table.${id}`),
    columns: columnsOf(columns, available),
    place,
    key
  };
}

/** The same table with the number of rows that its file has, where the page holds only the first of them. */
function withAllRows(count, definition) { return {...definition, allRows: count}; }

/** The same table with the columns that a sheet of paper shows. */
function withPrinted(printed, definition) { return {...definition, printed}; }

function hamletsTable(run, place) {
  const worstFirst =
      [...run.hamlets]
          .sort((a, b) => badness(b) - badness(a))
          .map((hamlet) => ({...hamlet, note: noteOf(run, hamlet), cheapest_fix: cheapestFixOf(run, hamlet)}));
  const definition = simpleTable(
      'hamlets', 'hamlets.csv', worstFirst,
      [
        'name', 'commune', 'commune_old', 'population:integer', 'status:status', 'share:share',
        'covered_probability:share', 'note', 'cheapest_fix', 'district'
      ],
      place);
  const available = new Set(run.hamlets.length > 0 ? Object.keys(run.hamlets[0]) : []);
  definition.columns.push(
      ...technologyColumns(run).filter((column) => available.has(column.name)),
      ...columnsOf(
          [
            'missing_db:decimal', 'obstacle_m:integer', 'households:integer', 'fixed_broadband:flag', 'province',
            'hamlet_id'
          ],
          available));
  definition.printed = [
    'name', 'commune', 'population', 'status', ...run.prefixes.map((prefix) => `${prefix}_status`), 'note',
    'cheapest_fix'
  ];
  return definition;
}

function areasTable(name, rows, file) {
  const columns = [
    name === 'communes' ? 'commune' : 'district', 'hamlets:integer', 'population:integer', 'hamlets_covered:integer',
    'hamlets_hollow:integer', 'hamlets_white:integer',
    ...(rows.some((row) => row.hamlets_unknown > 0) ? ['hamlets_unknown:integer'] : []),
    'target_hamlets_missing:integer', 'hamlets_after_plan:integer', 'new_countryside:flag', 'people_covered:integer',
    'fixed_broadband_share:share', 'smartphone_share:share', 'target_needed:integer', 'target_reached:integer',
    ...(name === 'communes' ? ['district'] : []), 'province'
  ];
  return simpleTable(name, file, rows, columns, undefined, name === 'communes' ? 'commune' : 'district');
}

function planTables(run, hamletPlace, stepPlace, sitePlace) {
  if (!run.plan) return [];
  const {plan} = run;
  const siteColumns = [
    'site_id', 'near', 'operator:operator', 'type:word', 'mast_height_m:decimal', 'backhaul:word', 'backhaul_to',
    'power:word', 'technologies_added', 'lon_deg:degrees', 'lat_deg:degrees'
  ];
  return [
    withPrinted(
        [
          'step', 'year', 'action', 'near', 'technology', 'capex_million_vnd', 'hamlets_gained',
          'cumulative_hamlet_share', 'backhaul'
        ],
        simpleTable(
            'steps', 'plan/steps.csv', withPlaces(run, plan.steps),
            [
              'step:integer', 'year:integer', 'action:word', 'near', 'capex_million_vnd:million',
              'hamlets_gained:integer', 'population_gained:integer', 'cumulative_hamlet_share:share', 'technology',
              'mast_height_m:decimal', 'backhaul:word', 'backhaul_to', 'backhaul_km:decimal', 'site_id',
              'lon_deg:degrees', 'lat_deg:degrees'
            ],
            stepPlace, 'step')),
    simpleTable('new_sites', 'plan/new_sites.csv', withPlaces(run, plan.new_sites), siteColumns, sitePlace, 'site_id'),
    simpleTable('upgrades', 'plan/upgrades.csv', withPlaces(run, plan.upgrades), siteColumns, sitePlace, 'site_id'),
    simpleTable(
        'cost_lines', 'plan/cost_lines.csv', plan.cost_lines,
        [
          'site_id', 'item:item', 'quantity:two', 'unit:unit', 'unit_cost_million_vnd:million',
          'cost_million_vnd:million', 'opex_million_vnd_per_year:million'
        ],
        undefined, 'site_id'),
    simpleTable(
        'unserved', 'plan/unserved.csv', withHamletNames(run, plan.unserved),
        [
          'hamlet_name', 'hamlet_id', 'status:status', 'share:share', 'missing_db:decimal',
          'candidates_covering:integer', 'reason'
        ],
        hamletPlace),
    simpleTable(
        'plan_resilience', 'plan/resilience.csv', plan.resilience.map((row) => ({...row, backhaul_to: row.to})),
        [
          'site_id', 'part:word', 'backhaul_to', 'medium:word', 'length_km:decimal', 'masts_off:integer',
          'hamlets_lost:integer', 'people_lost:integer', 'second_path:word', 'second_path_to', 'second_path_km:decimal',
          'second_path_capex_million_vnd:million'
        ],
        undefined, 'site_id'),
  ];
}

function sunsetTables(run, hamletPlace) {
  if (!run.sunset) return [];
  const {sunset} = run;
  const schedule = sunset.schedule.map((row) => ({...row, quarter: labelOfPeriod(sunset.periods, row.period)}));
  const held = (sunset.summary.hamlets_held_back || []).map((one) => ({
                                                              ...one,
                                                              hamlet_id: one.hamlet,
                                                              hamlet_name: one.name,
                                                              cells: firstOf(one.cells),
                                                              remedy: remedyText(one.remedies)
                                                            }));
  return [
    simpleTable(
        'schedule', 'sunset/schedule.csv', schedule,
        [
          'cell_id', 'period:integer', 'quarter', 'action:word', 'site_id', 'operator:operator', 'technology',
          'frequency_mhz:decimal', 'visit_site:flag', 'cost_million_vnd:million'
        ],
        undefined, 'cell_id'),
    simpleTable(
        'held_back', 'sunset/sunset.json', held,
        [
          'hamlet_name', 'hamlet_id', 'operator:operator', 'service:word', 'binding_class:word', 'floor:share',
          'share:share', 'cells', 'remedy'
        ],
        hamletPlace),
    withAllRows(
        sunset.guard_count,
        simpleTable(
            'guard', 'sunset/guard.csv', sunset.guard,
            [
              'carrier', 'blocking_cell', 'hamlet_id', 'point:integer', 'level_dbm:decimal', 'clear_from_period:integer'
            ],
            hamletPlace)),
    simpleTable(
        'sunset_sweep', 'sunset/sweep.csv', sunset.sweep,
        [
          'value', 'key', 'last_cell_off_period:integer', 'quarter', 'last_period_bound:integer',
          'cells_left_on:integer', 'cells_left_on_bound:integer', 'handsets_subsidised:integer',
          'cost_million_vnd:million'
        ],
        undefined, 'value'),
  ];
}

function renderTables(run, section, view) {
  tables.clear();
  const definitions = tableDefinitions(run, view);
  section.hidden = definitions.length === 0;
  section.setAttribute('aria-labelledby', 'tables-title');
  const tabs = element('div', {class: 'tabs', role: 'tablist', 'aria-labelledby': 'tables-title'});
  const panels = definitions.map((definition) => {
    const tab = element(
        'button', {
          type: 'button',
          role: 'tab',
          id: `tab-${definition.name}`,
          'aria-controls': `panel-${definition.name}`,
          onclick: () => openTab(definition.name),
          onkeydown: (event) => moveTab(event, definitions)
        },
        definition.title, element('span', {class: 'tab-count'}, ` ${number(definition.rows.length)}`));
    const panel = element(
        'div', {role: 'tabpanel', id: `panel-${definition.name}`, 'aria-labelledby': tab.id, class: 'panel'},
        element('h3', {class: 'print-only'}, definition.title));
    tabs.append(tab);
    tables.set(definition.name, {definition, tab, panel, table: null});
    return panel;
  });
  fill(
      section, element('h2', {id: 'tables-title'}, t('tables.title')),
      element('p', {class: 'note screen-only'}, t('tables.hint')), tabs, panels);
  if (definitions.length > 0) openTab(tables.has(openTable) ? openTable : definitions[0].name);
}

/** Makes the rows of a table when they are asked for first. */
function tableNamed(name) {
  const entry = tables.get(name);
  if (entry.table === null) {
    entry.table = new ResultTable(entry.definition);
    entry.panel.append(entry.table.node);
  }
  return entry.table;
}

function openTab(name) {
  openTable = name;
  tableNamed(name);
  for (const [other, {tab, panel}] of tables) {
    const isOpen = other === name;
    tab.setAttribute('aria-selected', isOpen);
    if (isOpen) bringIntoSight(tab);
    tab.tabIndex = isOpen ? 0 : -1;
    panel.hidden = !isOpen;
  }
}

/** Moves the row of tabs, where it is wider than the page, so that a tab is seen; the page stays where it is. */
function bringIntoSight(tab) {
  const row = tab.parentElement;
  const left = tab.offsetLeft - row.offsetLeft;
  if (left < row.scrollLeft || left + tab.offsetWidth > row.scrollLeft + row.clientWidth) row.scrollLeft = left - 12;
}

/** Arrows, Home and End move between tabs. */
function moveTab(event, definitions) {
  const last = definitions.length - 1;
  const at = definitions.findIndex((definition) => definition.name === openTable);
  const to = {ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last}[event.key];
  if (to === undefined) return;
  event.preventDefault();
  openTab(definitions[to].name);
  tables.get(definitions[to].name).tab.focus();
}

/** Opens a table at a row; takes away a search that hides it. */
function revealInTable(name, key) {
  if (!tables.has(name)) return;
  openTab(name);
  const table = tableNamed(name);
  if (table.reveal(key)) return;
  byId(`table-${name}-search`).value = '';
  table.searchFor('');
  table.reveal(key);
}

function showOnMap(show) {
  byId('map').scrollIntoView({block: 'center', behavior: prefersLessMotion() ? 'auto' : 'smooth'});
  show();
  byId('map').focus({preventScroll: true});
}
