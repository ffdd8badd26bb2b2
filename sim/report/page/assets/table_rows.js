// The rows of tables as the page shows them: with names, places and totals that their files do not have.

const MOST_NAMES = 6;

/** The same areas with what kpi.json alone knows of them. */
function withKpis(rows, areas) {
  const keyOf = (area) => [area.province, area.district, area.commune].map((name) => name || '').join('|');
  const kpiByKey = new Map((areas || []).map((area) => [keyOf(area), area]));
  return rows.map((row) => {
    const kpi = kpiByKey.get(keyOf(row)) || {};
    const met = kpi.new_countryside ? kpi.new_countryside.met : null;
    const more = isMissing(met) ? {} : {new_countryside: met ? 1 : 0};
    return kpi.plan ? {...row, ...more, hamlets_after_plan: kpi.plan.hamlets_served} : {...row, ...more};
  });
}

/** Fixes by hamlet as they come; those that were tried and do not help stand after all that do. */
function thoseThatHelpFirst(rows) { return [...rows].sort((a, b) => isMissing(a.rank) - isMissing(b.rank)); }

function withMastNames(run, rows) {
  const names = new Map(run.sites.map((site) => [site.site_id, site.name]));
  return rows.map((row) => ({...row, name: names.get(row.id) ?? null}));
}

/**
 * Rows of stations with the hamlet that is nearest to each, and the name of the one whose fibre it goes on by: ids tell
 * nobody where they are.
 */
function withPlaces(run, rows) {
  return rows.map((row) => ({
                    ...row,
                    near: nearText(run, row),
                    operator: row.operator === 'new' ? t('operator.new') : row.operator,
                    backhaul_to: isMissing(row.backhaul_to) ? null : nameOfHamlet(run, row.backhaul_to)
                  }));
}

function withHamletNames(run, rows) {
  return rows.map((row) => ({hamlet_name: nameOfHamlet(run, row.hamlet_id), ...row}));
}

/** The first names of a list that may be long, and how many follow. */
function firstOf(names) {
  const rest = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [t('table.more', {count: number(rest)})] : [])].join(' ');
}

/** The cheapest of the remedies in words. */
function remedyText(remedies) {
  if (!remedies || remedies.length === 0) return t('remedy.none');
  const [cheapest] = remedies;
  return t(`remedy.${cheapest.kind}`, {
    site: cheapest.site_id || cheapest.carrier || '',
    handsets: number(cheapest.handsets),
    amount: money(cheapest.cost_million_vnd)
  });
}
