/** The row above the chart: search, filters, zoom. */
import { html } from './dom.js';

export class Toolbar {
  /**
   * @param {import('./chart.js').Chart} chart
   * @param {HTMLElement} bar
   */
  constructor(chart, bar) {
    this.chart = chart;
    this.bar = bar;
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', chart.words.filter);
    this.search = this.input('search', 'q', chart.words.search);
    bar.append(this.search, this.panel(), html('span', 'timeline-space'), ...this.zoom());
  }

  /**
   * @param {string} type
   * @param {string} name
   * @param {string} said
   */
  input(type, name, said) {
    const { filter } = this.chart;
    const input = html('input', `timeline-input timeline-input-${name}`, { type, placeholder: said, 'aria-label': said, autocomplete: 'off' });
    input.value = filter.text[name];
    input.addEventListener('input', () => filter.write(name, input.value));
    return input;
  }

  zoom() {
    const { chart } = this;
    return [
      this.button('zoom_out', '−', () => chart.zoom(1 / 0.6, chart.plot.left + chart.plot.width / 2)),
      this.button('zoom_in', '+', () => chart.zoom(0.6, chart.plot.left + chart.plot.width / 2)),
      this.button('zoom_all', '↔', () => chart.show(chart.store.extent)),
    ];
  }

  /**
   * @param {string} name
   * @param {string} sign
   * @param {() => void} action
   */
  button(name, sign, action) {
    const said = this.chart.words[name];
    const look = `timeline-button timeline-${name.replace('_', '-')}`;
    const button = html('button', look, { type: 'button', title: said, 'aria-label': said }, sign);
    button.addEventListener('click', action);
    return button;
  }

  panel() {
    const { chart } = this;
    const { words, data, filter } = chart;
    const clear = html('button', 'timeline-button timeline-clear', { type: 'button' }, words.clear);
    clear.addEventListener('click', () => {
      filter.clear();
      this.reset();
    });
    const body = html('div', 'timeline-panel', {},
      this.choices('lanes', data.lanes.filter(Boolean)),
      this.choices('tags', data.tags),
      this.choices('people', data.people),
      html('div', 'timeline-dates', {}, this.field('from'), this.field('to'), this.field('known')),
      clear,
    );
    return html('details', 'timeline-filter', {}, html('summary', 'timeline-button', {}, words.filter), body);
  }

  /** @param {string} name */
  field(name) {
    const said = this.chart.words[name];
    const input = this.input('text', name, said);
    input.placeholder = name === 'known' ? 'YYYY-MM-DD' : 'YYYY';
    input.inputMode = 'numeric';
    return html('label', 'timeline-field', {}, said, input);
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
      box.checked = filter.chosen[name].has(value);
      box.addEventListener('change', () => filter.toggle(name, value));
      group.append(html('label', '', {}, box, ` ${value}`));
    }
    return group;
  }

  /** Show what the filters are. */
  reset() {
    const { filter } = this.chart;
    for (const input of this.bar.querySelectorAll('input')) {
      if (input.type === 'checkbox') input.checked = false;
      else input.value = '';
    }
    this.search.value = filter.text.q;
  }
}
