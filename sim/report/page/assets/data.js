// The run as the page reads it: the JSON that the program wrote into it, its tables as lists of objects.

const STATUSES = ['covered', 'hollow', 'white', 'unknown'];
const STATUS_COLOURS = {
  covered: '#0072B2',
  hollow: '#F0E442',
  white: '#D55E00',
  unknown: '#999999'
};
const STATUS_SHAPES = {
  covered: 'circle',
  hollow: 'diamond',
  white: 'triangle',
  unknown: 'square'
};

/** A columnar table as objects by column name; an absent one as an empty list. */
function rowsOf(table) {
  if (!table) return [];
  const {columns} = table;
  return table.rows.map((values) => {
    const row = {};
    for (let i = 0; i < columns.length; i += 1)
      row[columns[i]] = values[i];
    return row;
  });
}

/** Reads the page's data and works out what several parts of the page need. */
function readRun() {
  const data = JSON.parse(byId('data').textContent);
  const run =
      {...data, hamlets: rowsOf(data.hamlets), communes: rowsOf(data.communes), districts: rowsOf(data.districts)};
  run.fixes = rowsOf(data.fixes);
  run.sites = readSites(data.sites);
  run.resilience = rowsOf(data.resilience);
  run.hamletById = new Map(run.hamlets.map((hamlet) => [hamlet.hamlet_id, hamlet]));
  run.placedHamlets = run.hamlets.filter(hasPlace);
  run.prefixes = (data.technologies || []).map((name) => name.toLowerCase());
  run.stages = data.stages || {};
  run.plan = readPlan(data.plan);
  run.sunset = readSunset(data.sunset);
  addUncertainty(run, data.hamlets_uncertainty);
  return run;
}

function readSites(table) {
  return rowsOf(table).filter((site) => !isMissing(site.lat_deg) && !isMissing(site.lon_deg));
}

function readPlan(plan) {
  if (!plan) return null;
  const tables = ['steps', 'new_sites', 'upgrades', 'cost_lines', 'unserved', 'resilience'];
  return {
    ...plan,
    ...Object.fromEntries(tables.map((name) => [name, rowsOf(plan[name])])),
    backhaul: plan.backhaul || []
  };
}

function readSunset(sunset) {
  if (!sunset) return null;
  const tables = ['schedule', 'guard', 'sweep'];
  const read = {...sunset, ...Object.fromEntries(tables.map((name) => [name, rowsOf(sunset[name])]))};
  read.guard_count = sunset.guard_count ?? read.guard.length;
  read.shares = Array.isArray(sunset.shares) ? sunset.shares : rowsOf(sunset.shares);
  read.cells = Array.isArray(sunset.cells) ? sunset.cells : rowsOf(sunset.cells);
  read.states = statesByHamlet(rowsOf(sunset.hamlets));
  return read;
}

/** hamlet_id → operator → its rows by period; equal periods may be left out after the first of them. */
function statesByHamlet(rows) {
  const states = new Map();
  for (const row of rows) {
    if (!states.has(row.hamlet_id)) states.set(row.hamlet_id, new Map());
    const operators = states.get(row.hamlet_id);
    if (!operators.has(row.operator)) operators.set(row.operator, []);
    operators.get(row.operator).push(row);
  }
  for (const operators of states.values()) {
    for (const list of operators.values())
      list.sort((a, b) => a.period - b.period);
  }
  return states;
}

/** The row in force in a period; null before the first. */
function stateAt(list, period) {
  let found = null;
  for (const row of list) {
    if (row.period > period) break;
    found = row;
  }
  return found;
}

/** The states of a hamlet in a period: an entry an operator. */
function hamletStates(run, hamletId, period) {
  const operators = run.sunset && run.sunset.states.get(hamletId);
  if (!operators) return [];
  return [...operators.values()].map((list) => stateAt(list, period)).filter((state) => state !== null);
}

/** hamlets_uncertainty.csv joined to the hamlets. */
function addUncertainty(run, table) {
  for (const row of rowsOf(table)) {
    const hamlet = run.hamletById.get(row.hamlet_id);
    if (hamlet) hamlet.covered_probability = row.covered_probability;
  }
}

function hasPlace(row) { return !isMissing(row.lat_deg) && !isMissing(row.lon_deg); }

/** "Thôn Nà Kha, Xã Linh Thịnh": the hamlet nearest to a place. */
function nearText(run, place) {
  if (!hasPlace(place)) return null;
  const squeeze = Math.cos((place.lat_deg * Math.PI) / 180);
  const distanceTo = (hamlet) => Math.hypot((hamlet.lon_deg - place.lon_deg) * squeeze, hamlet.lat_deg - place.lat_deg);
  let nearest = null;
  let least = Infinity;
  for (const hamlet of run.placedHamlets) {
    const distance = distanceTo(hamlet);
    if (distance < least) [nearest, least] = [hamlet, distance];
  }
  if (nearest === null) return null;
  return [nearest.name || nearest.hamlet_id, nearest.commune].filter((name) => !isMissing(name)).join(', ');
}

function nameOfHamlet(run, hamletId) {
  const hamlet = run.hamletById.get(hamletId);
  return hamlet && hamlet.name ? hamlet.name : hamletId;
}

/** The counts that the targets are judged by. */
function targetCounts(run) {
  const coverage = run.kpi.total.coverage;
  const operator = coverage[run.kpi.operator] ? run.kpi.operator : Object.keys(coverage)[0];
  return coverage[operator].target;
}

function isBroadbandPlan(run) {
  return run.plan !== null && run.plan.summary.target.fixed_broadband_share !== undefined;
}

/** Status of a hamlet with the plan built, or null where the files do not tell it. */
function statusAfterPlan(run, hamlet) {
  if (!run.plan || run.kpi.hollow_counts || isBroadbandPlan(run)) return null;
  if (run.unservedById === undefined) run.unservedById = new Map(run.plan.unserved.map((row) => [row.hamlet_id, row]));
  const unserved = run.unservedById.get(hamlet.hamlet_id);
  return unserved ? unserved.status : 'covered';
}
