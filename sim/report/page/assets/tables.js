// Tables of results: sorted by their heads, searched, in pages, and saved as CSV.

const PAGE_SIZES = [25, 50, 100, 500];

/** Column kinds: how a value is shown, and how it is written into a CSV. */
const KINDS = {
  text: {show: (value) => (isMissing(value) ? UNKNOWN_TEXT : String(value))},
  integer: {isNumber: true, decimals: 0, show: (value) => number(value)},
  decimal: {isNumber: true, decimals: 1, show: (value) => number(value, 1)},
  two: {isNumber: true, decimals: 2, show: (value) => number(value, 2)},
  degrees: {isNumber: true, decimals: 6, show: (value) => number(value, 5, 5)},
  share: {isNumber: true, decimals: 6, show: (value) => percent(value)},
  million: {isNumber: true, decimals: 2, show: (value) => number(value, Math.abs(value) < 100 ? 1 : 0)},
  status: {words: 'status'},
  word: {words: 'value'},
  unit: {words: 'unit'},
  item: {show: (value) => itemText(value)},
  operator: {show: (value) => (isMissing(value) ? UNKNOWN_TEXT : operatorText(value))},
  flag: {show: (value) => (isMissing(value) ? UNKNOWN_TEXT : t(Number(value) === 1 ? 'word.yes' : 'word.no'))},
  hamlet: {show: (value) => (isMissing(value) ? UNKNOWN_TEXT : String(value))},
  site: {show: (value) => (isMissing(value) ? UNKNOWN_TEXT : String(value))},
};

function kindOf(column) {
  const kind = KINDS[column.kind];
  return kind.words ? {show: (value) => wordOf(column.words || kind.words, value)} : kind;
}

// Letters up to which a text stays on one line, and from which on it has a wide column.
const SHORT_TEXT = 20;
const LONG_TEXT = 40;

/** Columns that a sheet of paper has room for. */
const PRINTED_COLUMNS = 9;

/**
 * One table with its search box, pages and download. `definition`: {id, file, rows, columns: [{name, kind}], onrow}.
 */
class ResultTable {
  constructor(definition) {
    this.definition = definition;
    this.columns = definition.columns;
    this.sort = definition.sort || null;
    this.pageSize = PAGE_SIZES[0];
    this.page = 0;
    this.filter = '';
    this.searchTexts = null;
    this.node = this.make();
    this.update();
  }

  make() {
    const id = this.definition.id;
    this.count = element('p', {class: 'count', id: `${id}-count`, role: 'status'});
    this.head = element('thead');
    this.body = element('tbody');
    const table = element(
        'table', {class: 'results', id: `${id}-table`},
        element('caption', {class: 'hidden-text'}, this.definition.title), this.head, this.body);
    this.scroller =
        element('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': this.definition.title}, table);
    this.pager = element('div', {class: 'pager'});
    this.printNote = element('p', {class: 'print-only note'});
    return element(
        'div', {class: 'result-table', id}, this.toolbar(), this.restNote(), this.scroller, this.pager, this.printNote);
  }

  /** Says so where the page holds only the first rows of the file. */
  restNote() {
    const {rows, file, allRows} = this.definition;
    if (allRows === undefined || allRows <= rows.length) return null;
    return element(
        'p', {class: 'note'}, t('table.first_rows', {shown: number(rows.length), all: number(allRows), file}));
  }

  toolbar() {
    const id = this.definition.id;
    const search = element('input', {
      type: 'search',
      id: `${id}-search`,
      autocomplete: 'off',
      placeholder: t('table.search_hint'),
      oninput: (event) => this.searchFor(event.target.value)
    });
    return element(
        'div', {class: 'toolbar'},
        element('div', {class: 'field'}, labelFor(`${id}-search`, t('table.search')), search), this.count,
        element(
            'button', {type: 'button', class: 'button', id: `${id}-csv`, onclick: () => this.save()}, t('table.csv')));
  }

  searchFor(text) {
    this.filter = plain(text.trim());
    this.page = 0;
    this.update();
  }

  /** The rows that the search leaves, in order. */
  chosenRows() {
    let rows = this.definition.rows;
    if (this.filter !== '') {
      this.searchTexts ||=
          new Map(rows.map((row) => [row, plain(this.columns.map((column) => this.shown(row, column)).join(' '))]));
      const words = this.filter.split(/\s+/);
      rows = rows.filter((row) => words.every((word) => this.searchTexts.get(row).includes(word)));
    }
    if (this.sort === null) return rows;
    const {name, direction} = this.sort;
    const missingLast = (a, b) => isMissing(a[name]) || isMissing(b[name]);
    const kind = this.columns.find((column) => column.name === name).kind;
    const compare = kind === 'status' ? compareStatuses : compareValues;
    return [...rows].sort((a, b) => compare(a[name], b[name]) * (missingLast(a, b) ? 1 : direction));
  }

  shown(row, column) { return kindOf(column).show(row[column.name]); }

  sortBy(name) {
    const isSame = this.sort !== null && this.sort.name === name;
    this.sort = {name, direction: isSame ? -this.sort.direction : 1};
    this.page = 0;
    this.update();
    this.head.querySelector(`[data-column="${CSS.escape(name)}"] button`).focus();
  }

  update() {
    const rows = this.chosenRows();
    const pages = Math.max(1, Math.ceil(rows.length / this.pageSize));
    this.page = Math.min(this.page, pages - 1);
    const first = this.page * this.pageSize;
    const visible = rows.slice(first, first + this.pageSize);
    fill(this.head, this.headRow());
    fill(this.body, visible.map((row) => this.bodyRow(row)));
    this.count.textContent =
        t(this.filter === '' ? 'table.count' : 'table.found',
          {found: number(rows.length), all: number(this.definition.rows.length)});
    this.printNote.textContent = rows.length > visible.length ?
        t('table.shortened', {shown: number(visible.length), all: number(rows.length), file: this.definition.file}) :
        '';
    this.updatePager(rows.length, pages, first, visible.length);
  }

  headRow() {
    return element('tr', {}, this.columns.map((column) => {
      const isSorted = this.sort !== null && this.sort.name === column.name;
      const order = isSorted ? (this.sort.direction > 0 ? 'ascending' : 'descending') : 'none';
      const arrow = isSorted ? (this.sort.direction > 0 ? ' ▲' : ' ▼') : '';
      return element(
          'th', {scope: 'col', 'aria-sort': order, 'data-column': column.name, class: this.classOf(column)},
          element(
              'button', {type: 'button', class: 'screen-only', onclick: () => this.sortBy(column.name)},
              labelOf(column), element('span', {'aria-hidden': 'true'}, arrow)),
          element('span', {class: 'print-only', 'aria-hidden': 'true'}, labelOf(column)));
    }));
  }

  /** Numbers stand at the right, long texts have room, and what a sheet has no room for is on the screen alone. */
  classOf(column, text = null) {
    const printed = this.definition.printed;
    const isPrinted = printed ? printed.includes(column.name) : this.columns.indexOf(column) < PRINTED_COLUMNS;
    const isFirst = this.columns[0] === column;
    const classes = [
      kindOf(column).isNumber && !isFirst ? 'number' : '', text === null ? '' : widthOf(text),
      isPrinted ? '' : 'screen-only'
    ];
    return classes.filter((name) => name !== '').join(' ') || null;
  }

  bodyRow(row) {
    const target = placeTarget(this.definition, row);
    return element(
        'tr', {'data-key': row[this.definition.key] ?? null, class: target ? 'has-place' : null, onclick: target},
        this.columns.map((column, i) => {
          const text = this.shown(row, column);
          const content =
              column.kind === 'status' && !isMissing(row[column.name]) ? statusBadge(row[column.name]) : text;
          if (i === 0)
            return element(
                'th', {scope: 'row', class: widthOf(text) || null},
                target ? element('button', {type: 'button', class: 'link', title: t('table.show_on_map')}, content) :
                         content);
          return element('td', {class: this.classOf(column, text)}, content);
        }));
  }

  updatePager(count, pages, first, shown) {
    const go = (page) => {
      this.page = page;
      this.update();
      this.scroller.scrollTop = 0;
    };
    const button = (text, page, isOff) =>
        element('button', {type: 'button', class: 'button', disabled: isOff, onclick: () => go(page)}, text);
    const id = `${this.definition.id}-size`;
    const sizes = element(
        'select', {
          id,
          onchange: (event) => {
            this.pageSize = Number(event.target.value);
            this.update();
          }
        },
        PAGE_SIZES.map((size) => element('option', {value: size, selected: size === this.pageSize}, size)));
    fill(
        this.pager, button(t('table.previous'), this.page - 1, this.page === 0),
        element(
            'span', {},
            t('table.range',
              {from: number(count === 0 ? 0 : first + 1), to: number(first + shown), all: number(count)})),
        button(t('table.next'), this.page + 1, this.page >= pages - 1), labelFor(id, t('table.page_size')), sizes);
  }

  /** Turns to the page with a row, marks it and moves there; false where the search leaves it out. */
  reveal(key) {
    const at = this.chosenRows().findIndex((row) => row[this.definition.key] === key);
    if (at < 0) return false;
    this.page = Math.floor(at / this.pageSize);
    this.update();
    const row = this.body.querySelector(`tr[data-key="${CSS.escape(key)}"]`);
    row.classList.add('marked');
    row.scrollIntoView({block: 'center', behavior: prefersLessMotion() ? 'auto' : 'smooth'});
    row.querySelector('button, th').focus();
    return true;
  }

  save() {
    const lines = [
      this.columns.map((column) => labelOf(column)),
      ...this.chosenRows().map((row) => this.columns.map((column) => csvValue(row, column)))
    ];
    const separator = language === 'vi' ? ';' : ',';
    download(
        this.definition.file.split('/').pop(),
        lines.map((line) => line.map((text) => csvField(text, separator)).join(separator)).join('\r\n') + '\r\n');
  }
}

/** A cost item in words; "mast_30m" is a mast of that height. */
function itemText(item) {
  const mast = /^mast_(\d+(?:\.\d+)?)m$/.exec(item || '');
  return mast ? t('item.mast', {height: number(Number(mast[1]), 1)}) : wordOf('value', item);
}

function labelOf(column) {
  if (column.label) return column.label;
  return t(`column.${column.name}`);
}

function widthOf(text) {
  if (text.length <= SHORT_TEXT) return 'short';
  return text.length > LONG_TEXT ? 'long' : 'middle';
}

/** From the best to the worst. */
function compareStatuses(a, b) {
  return isMissing(a) || isMissing(b) ? compareValues(a, b) : STATUSES.indexOf(a) - STATUSES.indexOf(b);
}

/** What a click on a row does: shows its hamlet or place on the map. Null where it has none. */
function placeTarget(definition, row) {
  if (definition.place === undefined) return null;
  const place = definition.place(row);
  return place ? () => place() : null;
}

function statusBadge(status) {
  const sample =
      svg('svg', {width: 16, height: 14, 'aria-hidden': 'true'},
          shapeInSvg(STATUS_SHAPES[status] || 'square', 8, 7, 5.5, STATUS_COLOURS[status] || '#999999'));
  return element('span', {class: 'status'}, sample, wordOf('status', status));
}

/** A number as the language's spreadsheets read it, without marks of thousands. */
function csvValue(row, column) {
  const value = row[column.name];
  if (isMissing(value)) return '';
  const kind = kindOf(column);
  if (!kind.isNumber || typeof value !== 'number') return kind.show(value);
  const text = String(Number(value.toFixed(kind.decimals)));
  return language === 'vi' ? text.replace('.', ',') : text;
}

/** A field of a CSV. A text that a spreadsheet would run as a formula gets a mark before it. */
function csvField(text, separator) {
  const isFormula = /^[=@\t\r]/.test(text) || (/^[+\-]/.test(text) && !/^[+\-]?[\d.,]+$/.test(text));
  const safe = isFormula ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
