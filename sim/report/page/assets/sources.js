// Where the numbers come from: model, thresholds, inputs, warnings, and what this run does not hold.

const STAGE_NAMES = ['maps', 'quality', 'fixes', 'resilience', 'plan', 'broadband', 'sunset', 'uncertainty'];
const SHORT_SUM = 12;

function renderSources(run, section) {
  section.setAttribute('aria-labelledby', 'sources-title');
  fill(
      section, element('h2', {id: 'sources-title'}, t('sources.title')),
      element(
          'div', {class: 'source-columns'}, block('sources.meaning', definitions(run)),
          block('sources.method', methodFacts(run)), block('sources.assumed', assumptions(run))),
      block('sources.warnings', warningsList(run)), block('sources.missing', missingStages(run)),
      block('sources.inputs', inputsTable(run)), optionsList(run));
}

function block(key, content) {
  return content === null ? null : element('section', {class: 'source'}, element('h3', {}, t(key)), content);
}

function option(run, name) { return run.manifest.options ? run.manifest.options[name] : undefined; }

/** What covered, hollow and white mean by this run's own settings. */
function definitions(run) {
  const words = {
    share: percent(option(run, 'service.hamlet_covered_share')),
    probability: percent(option(run, 'service.location_probability'), 0)
  };
  return element(
      'dl', {class: 'facts wide'},
      STATUSES.map(
          (status) => [element('dt', {}, statusBadge(status)), element('dd', {}, t(meaningOf(run, status), words))]));
}

function meaningOf(run, status) {
  return status === 'white' ? `meaning.white.${option(run, 'service.white_rule') || 'no_point'}` : `meaning.${status}`;
}

function methodFacts(run) {
  const thresholds = (run.technologies || [])
                         .map((technology) => [technology, option(run, `service.threshold_dbm."${technology}"`)])
                         .filter(([, value]) => !isMissing(value));
  return facts([
    [t('sources.version'), `phusong ${run.manifest.version}`],
    [t('sources.instruction_set'), run.manifest.instruction_set],
    [t('sources.model'), modelText(option(run, 'propagation.model'))],
    [
      t('sources.thresholds'),
      thresholds.map(([technology, value]) => `${technology} ${number(value, 1)}${NARROW_SPACE}dBm`).join('; ')
    ],
    [t('sources.probability'), percent(option(run, 'service.location_probability'), 0)],
    [t('sources.environment'), wordOf('environment', option(run, 'service.environment'))],
    [t('sources.cell_size'), withUnit(option(run, 'terrain.cell_size_m'), 'm', 0)],
    [
      t('sources.crs'),
      [option(run, 'scenario.crs'), run.manifest.working_crs].filter((text) => !isMissing(text)).join(', ')
    ],
    [
      t('sources.network'),
      run.manifest.counts ? t('sources.network_counts', {
        sites: number(run.manifest.counts.sites),
        cells: number(run.manifest.counts.cells),
        points: number(run.manifest.counts.points)
      }) :
                            null
    ],
  ]);
}

function modelText(model) { return isMissing(model) ? null : wordOf('model', model); }

/** What is assumed or made up, so that nobody takes it for measured. */
function assumptions(run) {
  const items = [
    run.is_synthetic ? t('synthetic') : null, modelAssumption(option(run, 'propagation.calibration')),
    run.plan && !option(run, 'plan.costs') ? t('assumed.costs') : null, run.sunset ? t('assumed.sunset') : null,
    option(run, 'coverage.quality') ? t('assumed.quality') : null, ...(run.plan ? run.plan.summary.notes || [] : [])
  ];
  return element('ul', {}, items.filter((text) => text !== null).map((text) => element('li', {}, text)));
}

function modelAssumption(calibration) {
  return calibration ? t('assumed.calibrated', {file: fileName(calibration)}) : t('assumed.model');
}

function warningsList(run) {
  const warnings = run.manifest.warnings || [];
  if (warnings.length === 0) return element('p', {}, t('sources.no_warnings'));
  const list = element(
      'ul', {}, warnings.map((text) => element('li', {}, typeof text === 'string' ? text : JSON.stringify(text))));
  return warnings.length > 8 ?
      element(
          'details', {}, element('summary', {}, t('sources.warning_count', {count: number(warnings.length)})), list) :
      list;
}

function missingStages(run) {
  const missing =
      STAGE_NAMES.filter((name) => run.stages[name] === false && !(name === 'broadband' && run.stages.plan));
  if (missing.length === 0) return element('p', {}, t('sources.nothing_missing'));
  return element(
      'ul', {},
      missing.map(
          (name) => element(
              'li', {}, `${t(`stage.${name}`)}: `, element('code', {}, commandFor(name)),
              WORDS[`stage.${name}_note`] ? ` (${t(`stage.${name}_note`)})` : null)));
}

function inputsTable(run) {
  const inputs = run.manifest.inputs || [];
  const rows = inputs.map(
      (input) => element(
          'tr', {}, element('th', {scope: 'row'}, wordOf('role', input.role)), element('td', {}, fileName(input.path)),
          element('td', {}, element('code', {title: input.sha256}, (input.sha256 || '').slice(0, SHORT_SUM)))));
  return element(
      'div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('sources.inputs')},
      element(
          'table', {class: 'plain'},
          element(
              'thead', {},
              element(
                  'tr', {},
                  ['sources.role', 'sources.file', 'sources.sum'].map((key) => element('th', {scope: 'col'}, t(key))))),
          element('tbody', {}, rows)));
}

function fileName(path) { return String(path).split('/').pop(); }

function optionsList(run) {
  const options = Object.entries(run.manifest.options || {});
  if (options.length === 0) return null;
  const show = (value) => (value === null ? UNKNOWN_TEXT : typeof value === 'string' ? value : JSON.stringify(value));
  return element(
      'details', {class: 'options screen-only'},
      element('summary', {}, t('sources.options', {count: number(options.length)})),
      element(
          'dl', {class: 'facts wide'},
          options.map(
              ([name, value]) => [element('dt', {}, element('code', {}, name)), element('dd', {}, show(value))])));
}
