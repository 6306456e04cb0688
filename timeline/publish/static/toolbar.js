/** The row above the chart: search, filters, the two views, zoom. */
import { dayOf } from './calendar.js';
import { button, html, set, write } from './dom.js';

export class Toolbar {
  /**
   * @param {import('./chart.js').Chart} chart
   * @param {HTMLElement} bar
   */
  constructor(chart, bar) {
    this.chart = chart;
    /** What shows the state of the filters anew. @type {(() => void)[]} */
    this.fields = [];
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', chart.words.filter);
    this.views = this.switch();
    this.panel = html('div', 'timeline-panel', {}, ...this.lists(), this.dates(), this.clear());
    const summary = html('summary', 'timeline-button');
    this.details = html('details', 'timeline-filter', {}, summary, this.panel);
    this.keep(() => {
      const { count } = chart.filter;
      write(summary, count ? `${chart.words.filter} (${count})` : chart.words.filter);
    });
    this.space = html('span', 'timeline-space');
    bar.append(this.input('search', 'search', chart.words.search), this.details, this.space, ...this.zoom());
    this.details.addEventListener('keydown', (event) => event.key === 'Escape' && this.shut(true, event));
    chart.stay.on(document, 'pointerdown', ({ target }) => {
      if (!this.details.contains(target)) this.shut(false);
    });
    this.arrange();
  }

  /** The switch of the views stands in the row where there is room, else in the panel. */
  arrange() {
    if (this.chart.width >= 560) this.space.before(this.views);
    else this.panel.prepend(this.views);
  }

  /**
   * @param {boolean} back whether the focus goes back to the button
   * @param {KeyboardEvent} [event] what asks for it, so that it closes nothing else
   */
  shut(back, event) {
    if (!this.details.open) return;
    event?.preventDefault();
    this.details.open = false;
    if (back) this.details.querySelector('summary')?.focus();
  }

  /**
   * @param {string} type
   * @param {string} name
   * @param {string} said
   */
  input(type, name, said) {
    const { filter } = this.chart;
    const look = { type, placeholder: said, 'aria-label': said, autocomplete: 'off' };
    const input = html('input', `timeline-input timeline-input-${name}`, look);
    input.addEventListener('input', () => filter.write(name, input.value));
    this.keep(() => (input.value = filter.text[name]));
    return input;
  }

  /** @param {() => void} show */
  keep(show) {
    this.fields.push(show);
    show();
  }

  zoom() {
    const { chart } = this;
    const middle = () => chart.plot.left + chart.plot.width / 2;
    return [
      button('zoom_out', chart.words, () => chart.zoom(1 / 0.6, middle())),
      button('zoom_in', chart.words, () => chart.zoom(0.6, middle())),
      button('zoom_all', chart.words, () => chart.show(chart.store.extent)),
    ];
  }

  switch() {
    const { filter, store, words } = this.chart;
    const group = html('div', 'timeline-views', { role: 'group', 'aria-label': words.view, hidden: !store.reported });
    for (const [view, name] of [['', 'happened'], ['reported', 'reported']]) {
      const button = html('button', 'timeline-button', { type: 'button' }, words[name]);
      button.addEventListener('click', () => filter.write('view', view));
      this.keep(() => button.setAttribute('aria-pressed', String(filter.text.view === view)));
      group.append(button);
    }
    return group;
  }

  lists() {
    const { data } = this.chart;
    return [this.choices('lanes', data.lanes.filter(Boolean)), this.choices('tags', data.tags), this.choices('people', data.people)];
  }

  /**
   * @param {string} name
   * @param {string[]} values
   */
  choices(name, values) {
    const { filter, words } = this.chart;
    const group = html('fieldset', 'timeline-choices', { hidden: values.length < 2 }, html('legend', '', {}, words[name]));
    for (const value of values) {
      const box = html('input', '', { type: 'checkbox' });
      box.addEventListener('change', () => filter.toggle(name, value));
      this.keep(() => (box.checked = filter.chosen[name].has(value)));
      group.append(html('label', '', {}, box, ` ${value}`));
    }
    return group;
  }

  dates() {
    const names = this.chart.store.reported ? ['from', 'to', 'known'] : ['from', 'to'];
    return html('div', 'timeline-dates', {}, ...names.map((name) => this.date(name)));
  }

  /** @param {string} name */
  date(name) {
    const { [name]: said, date_form: form } = this.chart.words;
    const input = this.input('text', name, said);
    input.placeholder = name === 'known' ? form : form.slice(0, 4);
    return html('label', 'timeline-field', {}, said, input, this.judge(name, input));
  }

  /**
   * Says what is wrong with the date in a field: once it is left, and for as long as it is wrong.
   * @param {string} name
   * @param {HTMLInputElement} input
   */
  judge(name, input) {
    const { filter, over, words } = this.chart;
    const said = html('span', 'timeline-wrong', { id: `${over.id}-${name}`, role: 'status' });
    const look = (/** @type {boolean} */ done) => {
      const wrong = filter.wrong(name);
      if (wrong && !done) return;
      set(input, { 'aria-invalid': String(wrong !== ''), 'aria-describedby': wrong && said.id });
      write(said, wrong && words[wrong]);
    };
    input.addEventListener('change', () => look(true));
    this.keep(() => look(!input.matches(':focus')));
    return said;
  }

  clear() {
    const button = html('button', 'timeline-button', { type: 'button' }, this.chart.words.clear);
    button.addEventListener('click', () => this.chart.filter.clear());
    return button;
  }

  /** Show what the filters are. */
  show() {
    for (const show of this.fields) show();
  }
}
