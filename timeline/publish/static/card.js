/** The card of an event: what the list says of it, beside its mark, with a link to copy. */
import { html } from './dom.js';

export class Card {
  /** @param {import('./chart.js').Chart} chart */
  constructor(chart) {
    this.chart = chart;
    this.body = html('div', 'timeline-card-body');
    this.status = html('span', 'timeline-card-status', { role: 'status' });
    const { words } = chart;
    this.dialog = html('dialog', 'timeline-card', { tabindex: -1 },
      html('div', 'timeline-card-bar', {},
        this.button('previous', '‹', () => this.step(-1)),
        this.button('next', '›', () => this.step(1)),
        this.button('copy', '⧉', () => this.copy()),
        this.status,
        this.button('close', '×', () => this.close()),
      ),
      this.body,
    );
    this.dialog.setAttribute('aria-label', words.chart.replace('{title}', chart.data.title));
    this.dialog.addEventListener('keydown', (event) => event.key === 'Escape' && (event.preventDefault(), this.close()));
    this.dialog.addEventListener('close', () => this.closed());
    chart.figure.append(this.dialog);
    this.number = -1;
  }

  /**
   * @param {string} name
   * @param {string} sign
   * @param {() => void} action
   */
  button(name, sign, action) {
    const said = this.chart.words[name];
    const button = html('button', `timeline-button timeline-card-${name}`, { type: 'button', title: said, 'aria-label': said }, sign);
    button.addEventListener('click', action);
    return button;
  }

  /**
   * @param {number} number
   * @param {() => void} back gives the focus back
   */
  open(number, back) {
    this.number = number;
    this.back = back;
    this.status.textContent = '';
    this.body.replaceChildren(...this.content(number));
    if (!this.dialog.open) this.dialog.show();
    this.put();
    this.dialog.focus({ preventScroll: true });
  }

  /**
   * What the list says, else title and date.
   * @param {number} number
   */
  content(number) {
    const { id, title, date } = this.chart.store.events;
    const item = this.chart.filter.item(number);
    if (!item) return [html('h3', '', {}, title[number]), html('p', '', {}, date[number])];
    const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
    for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
    return [...copy.childNodes];
  }

  /** Beside the mark on a wide chart; a style sheet puts it below on a narrow one. */
  put() {
    const { chart, dialog } = this;
    const mark = chart.marks.find(({ number }) => number === this.number);
    if (!mark || chart.width < 560) return;
    const left = mark.right + 16 + dialog.offsetWidth < chart.width ? mark.right + 16 : Math.max(0, mark.left - 16 - dialog.offsetWidth);
    const top = Math.max(0, Math.min(mark.y - 40, chart.height - dialog.offsetHeight));
    dialog.style.left = `${Math.round(Math.min(left, chart.width - dialog.offsetWidth))}px`;
    dialog.style.top = `${Math.round(chart.stage.offsetTop + top)}px`;
  }

  /** @param {number} step */
  step(step) {
    const number = this.chart.store.next(this.number, step);
    if (number < 0) return;
    this.chart.focus(number);
    this.chart.keys.name();
    this.open(number, () => this.chart.keys.button.focus({ preventScroll: true }));
  }

  async copy() {
    const address = new URL(location.href);
    address.hash = this.chart.store.events.id[this.number];
    try {
      await navigator.clipboard.writeText(address.href);
      this.status.textContent = this.chart.words.copied;
    } catch {
      this.status.textContent = address.href;
    }
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }

  closed() {
    this.body.replaceChildren();
    this.number = -1;
    this.back?.();
  }
}
