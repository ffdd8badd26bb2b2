// Elements made from values. Texts are set as text alone, so that no name in the data can become markup.

const SVG_SPACE = 'http://www.w3.org/2000/svg';

/**
 * An element with attributes and children. `on…` attributes are listeners; null and false leave one out, but for those
 * of ARIA, which say "false".
 */
function element(name, attributes = {}, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

/** The same for SVG. */
function svg(name, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG_SPACE, name), attributes, children);
}

function furnish(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    const isAria = key.startsWith('aria-');
    if (value === null || value === undefined || (value === false && !isAria)) continue;
    if (key.startsWith('on'))
      node.addEventListener(key.slice(2), value);
    else
      node.setAttribute(key, value === true && !isAria ? '' : String(value));
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Puts `children` in the place of what a node holds. */
function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

function byId(id) { return document.getElementById(id); }

function labelFor(id, ...content) { return element('label', {'for': id}, content); }

/** A labelled select. `options` are [value, text] or {label, options} for a group. */
function select(id, label, options, chosen, onchange) {
  const option = ([value, text]) => element('option', {value, selected: value === chosen}, text);
  const entries = options.map(
      (entry) =>
          Array.isArray(entry) ? option(entry) : element('optgroup', {label: entry.label}, entry.options.map(option)));
  const box = element('select', {id, onchange: (event) => onchange(event.target.value)}, entries);
  return element('div', {class: 'field'}, labelFor(id, label), box);
}

function checkbox(id, label, checked, onchange, sample = null) {
  const box = element('input', {type: 'checkbox', id, onchange: (event) => onchange(event.target.checked)});
  box.checked = checked;
  return element('div', {class: 'check'}, box, labelFor(id, sample, label));
}

function slider(id, label, range, value, oninput) {
  const box = element('input', {type: 'range', id, ...range, oninput: (event) => oninput(Number(event.target.value))});
  box.value = value;
  return element('div', {class: 'field'}, labelFor(id, label), box);
}

/** Tells a screen reader what has changed. */
function announce(text) { byId('announcer').textContent = text; }

function prefersLessMotion() { return window.matchMedia('(prefers-reduced-motion: reduce)').matches; }

/** Offers a text as a file. The mark at its begin makes spreadsheets read it as UTF-8. */
function download(name, text) {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], {type: 'text/csv;charset=utf-8'}));
  const link = element('a', {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
