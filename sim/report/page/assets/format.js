// Numbers, money, dates and small texts in the language of the page.

const LANGUAGES = ['vi', 'en'];
const UNKNOWN_TEXT = '–';
const NARROW_SPACE = '\u00a0';
const numberFormats = new Map();
const missingTexts = new Set();

let language = 'vi';

/** Chooses the language of every text made from now on. */
function setLanguage(name) { language = LANGUAGES.includes(name) ? name : 'vi'; }

/**
 * The text of a key of WORDS; {name} in it is replaced by values.name, {name?one|many} by what belongs to a single one
 * or to any other number. A key without a text shows itself.
 */
function t(key, values = {}) {
  const pair = WORDS[key];
  if (pair === undefined) {
    missingTexts.add(key);
    return key;
  }
  const text = pair[LANGUAGES.indexOf(language)];
  const counted = text.replace(
      /\{(\w+)\?([^|}]*)\|([^}]*)\}/g, (_, name, one, many) => (String(values[name]) === '1' ? one : many));
  return counted.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The text of "prefix.value", or the value itself where WORDS has none: data may hold words of its own. */
function wordOf(prefix, value) {
  if (isMissing(value)) return UNKNOWN_TEXT;
  return WORDS[`${prefix}.${value}`] === undefined ? String(value) : t(`${prefix}.${value}`);
}

function isMissing(value) { return value === null || value === undefined || value === ''; }

/** A number with at most `decimals` digits after its mark: "1.234,5" in Vietnamese, "1,234.5" in English. */
function number(value, decimals = 0, leastDecimals = 0) {
  if (isMissing(value) || Number.isNaN(Number(value))) return UNKNOWN_TEXT;
  const key = `${language}/${decimals}/${leastDecimals}`;
  if (!numberFormats.has(key)) {
    const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
    const digits = {minimumFractionDigits: leastDecimals, maximumFractionDigits: decimals};
    numberFormats.set(key, new Intl.NumberFormat(locale, digits));
  }
  return numberFormats.get(key).format(value).replace('-', '−');
}

/** A share of 0 … 1 as a percentage. What is not quite all is never written as 100 %, nor a little as 0 %. */
function percent(share, decimals = 1) {
  if (isMissing(share)) return UNKNOWN_TEXT;
  const step = 0.1 ** decimals;
  let value = share * 100;
  if (share < 1 - 1e-9) value = Math.min(value, 100 - step);
  if (share > 1e-9) value = Math.max(value, step);
  return `${number(value, decimals)}${NARROW_SPACE}%`;
}

/** A probability by random draws: all or none of them prove nothing of what was not drawn. */
function chance(probability) {
  if (isMissing(probability) || (probability > 0.001 && probability < 0.999)) return percent(probability);
  return probability > 0.5 ? `> ${percent(0.999)}` : `< ${percent(0.001)}`;
}

/** An amount in million VND, from a thousand on in billions (tỷ). */
function money(millionVnd) {
  if (isMissing(millionVnd)) return UNKNOWN_TEXT;
  if (Math.abs(millionVnd) >= 1000) {
    const billions = millionVnd / 1000;
    return t('money.billion', {amount: number(billions, Math.abs(billions) < 100 ? 2 : 0)});
  }
  return t('money.million', {amount: number(millionVnd, Math.abs(millionVnd) < 100 ? 1 : 0)});
}

/** "2024-Q4" as people write it: "Quý IV/2024", "Q4 2024". */
function quarter(label) {
  const parts = /^(\d+)-Q([1-4])$/.exec(label || '');
  if (parts === null) return label || UNKNOWN_TEXT;
  if (language === 'vi') return `Quý ${['I', 'II', 'III', 'IV'][parts[2] - 1]}/${parts[1]}`;
  return `Q${parts[2]} ${parts[1]}`;
}

/** Period 0 is the state before anything is done. */
function periodText(period) { return period.period === 0 ? t('sunset.before') : quarter(period.label); }

/** "3G hoặc 4G": technologies as the target joins them. */
function technologiesText(technologies, combine = 'any') {
  return technologies.join(` ${t(combine === 'all' ? 'word.and' : 'word.or')} `);
}

function operatorText(operator) { return operator === 'any' ? t('operator.any') : operator; }

/** The same within a sentence. */
function operatorInText(operator) { return operator === 'any' ? t('operator.any_in_text') : operator; }

/** Compares as people sort: numbers by value, texts by the rules of the language; what is missing comes last. */
function compareValues(a, b) {
  if (isMissing(a) || isMissing(b)) return isMissing(a) - isMissing(b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator().compare(String(a), String(b));
}

const collators = new Map();
function collator() {
  if (!collators.has(language)) collators.set(language, new Intl.Collator(language, {numeric: true}));
  return collators.get(language);
}

/** A text without marks and case, so that "na tang" finds "Nà Tạng". */
function plain(text) {
  return String(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
