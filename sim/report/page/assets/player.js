// The slider through the periods of a switch-off.

const PLAY_STEP_MS = 1400;

/** The slider through the periods of a switch-off, with a button that plays them. */
class PeriodPlayer {
  constructor(run, view, onmove) {
    this.run = run;
    this.view = view;
    this.onmove = onmove;
    this.timer = null;
  }

  render() {
    this.stop();
    const {periods} = this.run.sunset;
    const last = periods.length - 1;
    this.box = slider('period', t('sunset.period'), {min: 0, max: last, step: 1}, this.view.period, (period) => {
      this.stop();
      this.goTo(period);
    });
    this.play = element('button', {type: 'button', class: 'button play', id: 'play', onclick: () => this.toggle()}, '');
    this.state = element('p', {class: 'period-state', id: 'period-state'});
    const operators = [
      ['worst', t('sunset.worst')],
      ...operatorsOf(this.run.sunset).map((operator) => [operator, operatorText(operator)])
    ];
    const operator = select('sunset-operator', t('sunset.operator'), operators, this.view.sunsetOperator, (name) => {
      this.view.sunsetOperator = name;
      this.goTo(this.view.period);
    });
    this.box.append(element(
        'div', {class: 'slider-ends', 'aria-hidden': 'true'}, element('span', {}, periodText(periods[0])),
        element('span', {}, periodText(periods[last]))));
    this.updatePlay();
    this.update();
    return element(
        'fieldset', {class: 'player'},
        element('legend', {}, t('sunset.player', {technology: this.run.sunset.summary.technology})), this.play,
        this.box, operator, this.state);
  }

  goTo(period) {
    this.box.querySelector('input').value = period;
    this.view.mode = 'sunset';
    this.view.setPeriod(period);
    this.onmove();
    this.update();
  }

  update() {
    const period = this.run.sunset.periods[this.view.period];
    const cells = this.run.sunset.cells;
    const going = cells.filter((cell) => cell.fate === 'goes' || cell.fate === 'left');
    const fresh = cells.filter((cell) => cell.fate === 'refarmed' || cell.fate === 'swap');
    const text = cells.length === 0 ? periodText(period) : t('sunset.state', {
      period: periodText(period),
      on: number(going.filter((cell) => isOn(cell, this.view.period)).length),
      all: number(going.length),
      technology: this.run.sunset.summary.technology,
      fresh: number(fresh.filter((cell) => isOn(cell, this.view.period)).length)
    });
    this.state.textContent = text;
    this.box.querySelector('input').setAttribute('aria-valuetext', text);
  }

  toggle() {
    if (this.timer !== null) return this.stop();
    const {length} = this.run.sunset.periods;
    if (this.view.period >= length - 1) this.goTo(0);
    this.timer = setInterval(() => {
      this.goTo(this.view.period + 1);
      if (this.view.period >= length - 1) this.stop();
    }, PLAY_STEP_MS);
    return this.updatePlay();
  }

  stop() {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    if (this.play) this.updatePlay();
  }

  updatePlay() { this.play.textContent = this.timer === null ? `▶ ${t('sunset.play')}` : `❚❚ ${t('sunset.pause')}`; }
}

function operatorsOf(sunset) {
  return [...new Set([...sunset.states.values()].flatMap((operators) => [...operators.keys()]))].sort(compareValues);
}
