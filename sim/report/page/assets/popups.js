// What the map says of a hamlet, mast, station, link or cell that the reader chose.

function popup(title, subtitle, ...content) {
  return element(
      'div', {class: 'popup'}, element('h3', {}, title), subtitle ? element('p', {class: 'note'}, subtitle) : null,
      content);
}

/** Pairs of name and value; those without a value are left out. */
function facts(pairs) {
  const known = pairs.filter(([, value]) => !isMissing(value) && value !== UNKNOWN_TEXT);
  if (known.length === 0) return null;
  return element(
      'dl', {class: 'facts'}, known.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

function areaText(row) {
  return [row.commune, row.district, row.province].filter((name) => !isMissing(name)).join(', ');
}

function withUnit(value, unit, decimals = 1) {
  return isMissing(value) ? null : `${number(value, decimals)}${NARROW_SPACE}${unit}`;
}

/** Notes and fixes stand in the run's files in one language alone: in the other they are made of their numbers. */
function isWrittenInRun(run) { return option(run, 'report.language') === language; }

function noteOf(run, hamlet) {
  if (isWrittenInRun(run) || isMissing(hamlet.reason)) return hamlet.note;
  return [
    wordOf('reason', hamlet.reason),
    isMissing(hamlet.obstacle_m) ? null : t('hamlet.obstacle', {height: withUnit(hamlet.obstacle_m, 'm', 0)}),
    isMissing(hamlet.missing_db) ? null : t('hamlet.lacks', {level: withUnit(hamlet.missing_db, 'dB')})
  ].filter((text) => text !== null)
      .join('; ');
}

function cheapestFixOf(run, hamlet) {
  if (isWrittenInRun(run) || isMissing(hamlet.cheapest_fix)) return hamlet.cheapest_fix;
  if (run.firstFixes === undefined)
    run.firstFixes = new Map(run.fixes.filter((row) => row.rank === 1).map((row) => [row.hamlet_id, row]));
  const fix = run.firstFixes.get(hamlet.hamlet_id);
  if (!fix) return hamlet.cheapest_fix;
  const place = [fix.cell_id, fix.site_id].find((id) => !isMissing(id));
  return t('hamlet.fix', {fix: wordOf('value', fix.fix), place: place ?? '', cost: money(fix.cost_million_vnd)});
}

function hamletPopup(run, hamlet, view) {
  const after = statusAfterPlan(run, hamlet);
  const details = facts([
    [
      t('column.population'),
      isMissing(hamlet.population) ? null : t('hamlet.people', {people: number(hamlet.population)})
    ],
    [t('hamlet.status'), statusBadge(hamlet.status)],
    [t('hamlet.after'), after ? statusBadge(after) : null],
    [
      t('hamlet.covered_probability'),
      isMissing(hamlet.covered_probability) ? null : percent(hamlet.covered_probability)
    ],
    [t('hamlet.reason'), noteOf(run, hamlet) || (isMissing(hamlet.reason) ? null : wordOf('reason', hamlet.reason))],
    [t('column.cheapest_fix'), cheapestFixOf(run, hamlet)],
    [
      t('column.fixed_broadband'),
      isMissing(hamlet.fixed_broadband) ? null : t(Number(hamlet.fixed_broadband) === 1 ? 'word.yes' : 'word.no')
    ],
  ]);
  const row = element(
      'button', {type: 'button', class: 'button', onclick: () => revealInTable('hamlets', hamlet.hamlet_id)},
      t('hamlet.to_table'));
  return popup(
      hamlet.name || hamlet.hamlet_id, areaText(hamlet), details, technologyTable(run, hamlet),
      view.mode === 'sunset' ? sunsetTable(run, hamlet, view.period) : null, row);
}

function technologyTable(run, hamlet) {
  const heads = ['', t('column.status'), t('hamlet.level'), t('hamlet.probability'), t('hamlet.best_cell')];
  const rows = run.prefixes.filter((prefix) => `${prefix}_status` in hamlet)
                   .map((prefix) => element('tr', {}, element('th', {scope: 'row'}, prefix.toUpperCase()), [
                          wordOf('status', hamlet[`${prefix}_status`]),
                          isMissing(hamlet[`${prefix}_level_dbm`]) ?
                              UNKNOWN_TEXT :
                              `${number(hamlet[`${prefix}_level_dbm`])}${NARROW_SPACE}dBm`,
                          percent(hamlet[`${prefix}_probability`], 0), hamlet[`${prefix}_best_cell`] ?? UNKNOWN_TEXT
                        ].map((text) => element('td', {}, text))));
  if (rows.length === 0) return null;
  return element(
      'table', {class: 'plain small'}, element('caption', {class: 'hidden-text'}, t('hamlet.by_technology')),
      element('thead', {}, element('tr', {}, heads.map((text) => element('th', {scope: 'col'}, text)))),
      element('tbody', {}, rows));
}

function sunsetTable(run, hamlet, period) {
  const states = hamletStates(run, hamlet.hamlet_id, period);
  if (states.length === 0) return null;
  const pair = (share, floor) => t('sunset.share_and_floor', {share: percent(share), floor: percent(floor)});
  const rows = states.map(
      (state) => element(
          'tr', {}, element('th', {scope: 'row'}, operatorText(state.operator)),
          element('td', {}, pair(state.voice_share, state.voice_floor)),
          element('td', {}, pair(state.data_share, state.data_floor))));
  const heads = [periodText(run.sunset.periods[period]), t('sunset.voice'), t('sunset.data')];
  return element(
      'table', {class: 'plain small'},
      element('thead', {}, element('tr', {}, heads.map((text) => element('th', {scope: 'col'}, text)))),
      element('tbody', {}, rows));
}

function sitePopup(site) {
  const name = site.name && site.name !== site.site_id ? `${site.site_id} · ${site.name}` : site.site_id;
  return popup(
      name, t('site.title'), facts([
        [t('column.operator'), operatorText(site.operator)],
        [t('column.technologies'), Array.isArray(site.technologies) ? site.technologies.join(' ') : site.technologies],
        [t('column.type'), wordOf('value', site.type)],
        [t('column.site_status'), wordOf('value', site.status)],
        [t('column.mast_height_m'), withUnit(site.mast_height_m, 'm')],
        [
          t('site.azimuths'),
          Array.isArray(site.azimuths_deg) && site.azimuths_deg.length > 0 ?
              site.azimuths_deg.map((value) => `${number(value)}°`).join(', ') :
              null
        ],
      ]));
}

function stepPopup(run, step) {
  const row = element(
      'button', {type: 'button', class: 'button', onclick: () => revealInTable('steps', step.step)},
      t('hamlet.to_table'));
  return popup(
      t('step.title', {step: number(step.step), action: wordOf('value', step.action)}), step.site_id, facts([
        [t('column.near'), nearText(run, step)],
        [t('column.year'), number(step.year)],
        [t('column.technology'), step.technology],
        [t('column.mast_height_m'), withUnit(step.mast_height_m, 'm')],
        [t('column.capex_million_vnd'), money(step.capex_million_vnd)],
        [t('column.hamlets_gained'), number(step.hamlets_gained)],
        [t('column.population_gained'), number(step.population_gained)],
        [
          t('column.backhaul'),
          isMissing(step.backhaul) ?
              null :
              `${wordOf('value', step.backhaul)}${
                  isMissing(step.backhaul_to) ? '' : ` → ${nameOfHamlet(run, step.backhaul_to)}`}`
        ],
        [t('column.backhaul_km'), withUnit(step.backhaul_km, 'km')],
      ]),
      row);
}

function linkPopup(link) {
  return popup(t('link.title', {medium: wordOf('value', link.medium)}), `${link.from} → ${link.to}`, facts([
                 [t('column.length_km'), withUnit(link.length_km, 'km')],
                 [t('link.clearance'), withUnit(link.clearance_m, 'm')],
                 [t('link.fade_margin'), withUnit(link.fade_margin_db, 'dB')],
                 [t('link.availability'), withUnit(link.availability_percent, '%', 4)],
               ]));
}

function cellPopup(run, cell, period) {
  const label = (value) =>
      (isMissing(value) || !run.sunset.periods[value] ? null : periodText(run.sunset.periods[value]));
  return popup(
      cell.cell_id,
      `${operatorText(cell.operator)} · ${cell.technology} · ${number(cell.frequency_mhz, 1)}${NARROW_SPACE}MHz`,
      facts([
        [t('cell.state'), t(isOn(cell, period) ? 'cell.on' : 'cell.off')],
        [t('cell.fate'), wordOf('fate', cell.fate)],
        [t('cell.on_from'), cell.on_period > 0 ? label(cell.on_period) : null],
        [t('cell.off_from'), label(cell.off_period)],
      ]));
}
