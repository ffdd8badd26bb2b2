// Tables of what differs, and the tabs between them.

function changedTable(comparison, map) {
  const columns = [
    {name: 'name', kind: 'text'}, {name: 'commune', kind: 'text'}, {name: 'operator', kind: 'operator'},
    {name: 'technology', kind: 'word', words: 'service'}, {name: 'status_a', kind: 'status'},
    {name: 'status_b', kind: 'status'}, {name: 'level_a_dbm', kind: 'two'}, {name: 'level_b_dbm', kind: 'two'},
    {name: 'share_a', kind: 'share'}, {name: 'share_b', kind: 'share'}, {name: 'change', kind: 'word', words: 'kind'},
    {name: 'direction', kind: 'word', words: 'direction'}, {name: 'population', kind: 'integer'},
    {name: 'district', kind: 'text'}, {name: 'hamlet_id', kind: 'hamlet'}
  ];
  const rank = {status: 0, share: 1, level: 2};
  const rows = [...comparison.changed].sort((a, b) => rank[a.change] - rank[b.change]);
  return {id: 'changed', file: 'hamlets_changed.csv', rows, columns, place: (row) => () => map.show(row)};
}

function communesTable(comparison, operator) {
  const rows = comparison.totals.communes.map((area) => {
    const figures = (area.coverage[operator] || {}).target || {};
    const covered = figures.hamlets_covered || {};
    const people = figures.people_covered || {};
    const missing = area.targets.length === 0 ? {} : area.targets[0].hamlets_missing;
    return {
      commune: area.commune,
      district: area.district,
      province: area.province,
      hamlets: (area.hamlets || {}).b ?? (area.hamlets || {}).a,
      covered_a: covered.a,
      covered_b: covered.b,
      covered_difference: covered.difference,
      missing_a: missing.a,
      missing_b: missing.b,
      people_a: people.a,
      people_b: people.b,
      people_difference: people.difference
    };
  });
  const columns = [
    {name: 'commune', kind: 'text'}, {name: 'district', kind: 'text'}, {name: 'hamlets', kind: 'integer'},
    {name: 'covered_a', kind: 'integer'}, {name: 'covered_b', kind: 'integer'},
    {name: 'covered_difference', kind: 'integer'}, {name: 'missing_a', kind: 'integer'},
    {name: 'missing_b', kind: 'integer'}, {name: 'people_a', kind: 'integer'}, {name: 'people_b', kind: 'integer'},
    {name: 'people_difference', kind: 'integer'}
  ];
  rows.sort((a, b) => Math.abs(b.people_difference || 0) - Math.abs(a.people_difference || 0));
  return {id: 'communes', file: 'communes_compared.csv', rows, columns};
}

function stationsTable(plan) {
  if (!plan) return {id: 'stations', rows: []};
  const alone = (where) => (station) => ({
    where,
    kind: station.kind,
    [`site_id_${where}`]: station.site_id,
    height: station.mast_height_m,
    technology: station.technologies,
    [`capex_${where}`]: station.capex_million_vnd
  });
  const rows = [
    ...plan.stations.only_a.map(alone('a')), ...plan.stations.only_b.map(alone('b')),
    ...plan.stations.in_both.map((station) => ({
                                   where: 'both',
                                   kind: station.kind,
                                   site_id_a: station.site_id_a,
                                   site_id_b: station.site_id,
                                   height: station.mast_height_m.b,
                                   technology: station.technologies_b,
                                   capex_a: station.capex_million_vnd.a,
                                   capex_b: station.capex_million_vnd.b,
                                   capex_difference: station.capex_million_vnd.difference
                                 }))
  ];
  const columns = [
    {name: 'where', kind: 'word', words: 'where'}, {name: 'kind', kind: 'word'}, {name: 'site_id_a', kind: 'text'},
    {name: 'site_id_b', kind: 'text'}, {name: 'height', kind: 'decimal'}, {name: 'technology', kind: 'text'},
    {name: 'capex_a', kind: 'million'}, {name: 'capex_b', kind: 'million'}, {name: 'capex_difference', kind: 'million'}
  ];
  return {id: 'stations', file: 'stations_compared.csv', rows, columns};
}

function movesTable(sunset) {
  const columns = [
    {name: 'cell_id', kind: 'text'}, {name: 'site_id', kind: 'text'}, {name: 'operator', kind: 'operator'},
    {name: 'period_a', kind: 'integer'}, {name: 'period_b', kind: 'integer'}
  ];
  return {id: 'moves', file: 'cells_moved.csv', rows: sunset ? sunset.cells_moved : [], columns};
}

function optionsTable(options) {
  const text = (value) => (value === null ? null : typeof value === 'string' ? value : JSON.stringify(value));
  const rows = options.map((option) => ({key: option.key, value_a: text(option.a), value_b: text(option.b)}));
  return {
    id: 'options',
    file: 'options_compared.csv',
    rows,
    columns: ['key', 'value_a', 'value_b'].map((name) => ({name, kind: 'text'}))
  };
}

function inputsTable(inputs) {
  const columns = ['role', 'path', 'sha256_a', 'sha256_b'].map((name) => ({name, kind: 'text'}));
  return {id: 'inputs', file: 'inputs_compared.csv', rows: inputs.differ, columns};
}

function onlyTable(hamlets) {
  const rows = ['a', 'b'].flatMap((where) => hamlets[`only_${where}`].map((hamlet) => ({where, ...hamlet})));
  const columns = [
    {name: 'where', kind: 'word', words: 'where'}, {name: 'name', kind: 'text'}, {name: 'commune', kind: 'text'},
    {name: 'district', kind: 'text'}, {name: 'population', kind: 'integer'}, {name: 'hamlet_id', kind: 'hamlet'}
  ];
  return {id: 'only', file: 'hamlets_in_one.csv', rows, columns};
}

function failuresTable(resilience) {
  const rows = (resilience ? resilience.changed : []).map((change) => ({
                                                            event: change.event,
                                                            id: change.id,
                                                            people_a: change.people_lost.a,
                                                            people_b: change.people_lost.b,
                                                            people_difference: change.people_lost.difference
                                                          }));
  const columns = [
    {name: 'event', kind: 'word', words: 'event'}, {name: 'id', kind: 'text'},
    {name: 'people_a', kind: 'integer', label: t('figure.people_lost') + ' A'},
    {name: 'people_b', kind: 'integer', label: t('figure.people_lost') + ' B'},
    {name: 'people_difference', kind: 'integer'}
  ];
  return {id: 'failures', file: 'failures_compared.csv', rows, columns};
}

function renderTables(comparison, section, map) {
  const definitions = [
    changedTable(comparison, map), communesTable(comparison, comparison.b.operator), stationsTable(comparison.plan),
    movesTable(comparison.sunset), optionsTable(comparison.options), inputsTable(comparison.inputs),
    onlyTable(comparison.hamlets), failuresTable(comparison.resilience)
  ];
  const tables = definitions.filter((definition) => definition.rows.length > 0)
                     .map((definition) => new ResultTable({...definition, title: t(`tables.${definition.id}`)}));
  section.hidden = tables.length === 0;
  const panels = tables.map(
      (table) => element(
          'div', {
            role: 'tabpanel',
            id: `panel-${table.definition.id}`,
            'aria-labelledby': `tab-${table.definition.id}`,
            hidden: true
          },
          table.node));
  const tabs = tables.map(
      (table, i) => element(
          'button', {
            type: 'button',
            role: 'tab',
            id: `tab-${table.definition.id}`,
            'aria-controls': `panel-${table.definition.id}`,
            'aria-selected': false,
            onclick: () => choose(i),
            onkeydown: (event) => moveBy(event, i)
          },
          t(`tables.${table.definition.id}`), ' ',
          element('span', {class: 'tab-count'}, `(${number(table.definition.rows.length)})`)));
  const choose = (chosen) => tabs.forEach((tab, i) => {
    tab.setAttribute('aria-selected', String(i === chosen));
    tab.tabIndex = i === chosen ? 0 : -1;
    panels[i].hidden = i !== chosen;
  });
  const moveBy = (event, i) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step === undefined) return;
    const next = (i + step + tabs.length) % tabs.length;
    choose(next);
    tabs[next].focus();
  };
  fill(
      section, element('h2', {id: 'tables-title'}, t('tables.title')),
      element('div', {class: 'tabs', role: 'tablist', 'aria-labelledby': 'tables-title'}, tabs), panels);
  if (tables.length > 0) choose(0);
}
