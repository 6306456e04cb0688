/** The card of an event: what the list says of it, beside its mark, with a link to copy. */
import { button, html } from './dom.js';

export class Card {
  /** @param {import('./chart.js').Chart} chart */
  constructor(chart) {
    this.chart = chart;
    this.body = html('div', 'timeline-card-body');
    this.status = html('span', 'timeline-card-status', { role: 'status' });
    const { words } = chart;
    this.dialog = html('div', 'timeline-card', { tabindex: -1, role: 'dialog', popover: 'manual' },
      html('div', 'timeline-card-bar', {},
        button('previous', words, () => this.step(-1)),
        button('next', words, () => this.step(1)),
        button('copy', words, () => this.copy()),
        this.status,
        button('close', words, () => this.close()),
      ),
      this.body,
    );
    this.dialog.setAttribute('aria-label', words.chart.replace('{title}', chart.data.title));
    document.addEventListener('keydown', (event) => this.leave(event));
    chart.figure.append(this.dialog);
    this.number = -1;
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
    // In the top layer nothing of the page covers or cuts it.
    if (!this.isOpen) this.dialog.showPopover();
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

  get isOpen() {
    return this.dialog.matches(':popover-open');
  }

  /** Beside the mark on a wide chart; the style sheet puts it at the foot of a narrow screen. */
  put() {
    const { chart, dialog } = this;
    const mark = chart.marks.find(({ number }) => number === this.number);
    const narrow = innerWidth < 600;
    dialog.classList.toggle('timeline-card-foot', narrow || !mark);
    if (narrow || !mark) return;
    const stage = chart.stage.getBoundingClientRect();
    const [wide, high] = [dialog.offsetWidth, dialog.offsetHeight];
    const right = stage.left + mark.right + 16;
    const left = right + wide < document.documentElement.clientWidth ? right : Math.max(8, stage.left + mark.left - 16 - wide);
    const top = Math.max(8, Math.min(stage.top + mark.y - 40, innerHeight - high - 8));
    dialog.style.left = `${Math.round(left + scrollX)}px`;
    dialog.style.top = `${Math.round(top + scrollY)}px`;
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

  /**
   * Escape closes it wherever the focus is in the chart, and where nothing has it: a click beside a text takes it away.
   * @param {KeyboardEvent} event
   */
  leave(event) {
    const target = /** @type {Node} */ (event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !this.isOpen) return;
    if (target !== document.body && !this.chart.box.contains(target)) return;
    event.preventDefault();
    this.close();
  }

  close() {
    if (!this.isOpen) return;
    this.dialog.hidePopover();
    this.body.replaceChildren();
    this.number = -1;
    this.chart.hush();
    this.back?.();
  }
}
