/** The card of an event: what the list says of it, beside its mark, with a link to copy. */
import { button, html, set } from './dom.js';

/** Below this width of the window a card stands at its foot. */
const NARROW = 600;
/** How far from its mark, and from the edge of the window. */
const GAP = 16, EDGE = 8;

/** The card that was opened last, of whatever chart: a phone has room for one. @type {WeakRef<Card> | undefined} */
let latest;

export class Card {
  /** @param {import('./chart.js').Chart} chart */
  constructor(chart) {
    this.chart = chart;
    // What changes while the focus stays on a button is told as it comes.
    this.body = html('div', 'timeline-card-body', { 'aria-live': 'polite' });
    this.status = html('span', 'timeline-card-status', { role: 'status' });
    const { words } = chart;
    this.steps = [button('previous', words, () => this.step(-1)), button('next', words, () => this.step(1))];
    this.dialog = html('div', 'timeline-card', { tabindex: -1, role: 'dialog', popover: 'manual' },
      html('div', 'timeline-card-bar', {},
        ...this.steps,
        button('copy', words, () => this.copy()),
        this.status,
        button('close', words, () => this.close()),
      ),
      this.body,
    );
    chart.stay.on(document, 'keydown', (event) => this.leave(event));
    // Above the whole page, it would cover what the theme shows there: its menu, its search.
    for (const name of ['click', 'focusin']) chart.stay.on(document, name, (event) => this.away(event));
    this.dialog.addEventListener('wheel', (event) => chart.pointer.wheel(event), { passive: false });
    chart.figure.append(this.dialog);
    this.number = -1;
    this.framed = document.body.matches('.timeline-frame');
  }

  /**
   * @param {number} number
   * @param {() => void} back gives the focus back
   */
  open(number, back) {
    this.back = back;
    this.show(number);
    this.dialog.focus({ preventScroll: true });
  }

  /** @param {number} number */
  show(number) {
    const { title } = this.chart.store.events;
    const before = latest?.deref();
    if (before !== this && before?.isOpen) before.hide();
    latest = new WeakRef(this);
    this.number = number;
    this.status.textContent = '';
    this.body.replaceChildren(...this.content(number));
    this.dialog.setAttribute('aria-label', title[number]);
    this.ends();
    // In the top layer nothing of the page covers or cuts it.
    if (!this.isOpen) this.dialog.showPopover();
    this.put();
    this.chart.keys.reveal();
    this.put();
    // The window around a frame can be smaller than it.
    if (this.framed) this.dialog.scrollIntoView({ block: 'nearest', behavior: 'instant' });
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

  /** Say which button leads nowhere. */
  ends() {
    this.steps.forEach((step, n) => set(step, { 'aria-disabled': String(this.chart.store.next(this.number, n ? 1 : -1) < 0) }));
  }

  /** Stay with the event when the chart is drawn anew; one that is filtered out has no card. */
  follow() {
    if (!this.isOpen) return;
    if (!this.chart.store.matched[this.number]) return this.hide();
    this.ends();
    this.put();
  }

  /** Where the mark is, or would be were it not out of view. */
  get mark() {
    const { marks, store, scale, plot } = this.chart;
    const x = Math.max(plot.left, Math.min(plot.left + plot.width, scale.x(store.middle(this.number))));
    return marks.find(({ number }) => number === this.number) || { left: x, right: x, y: this.chart.y(this.number) };
  }

  /**
   * Beside the mark, or below it, where the chart is wide; the style sheet puts it at the foot of a narrow window. A frame
   * can be higher than the window around it: what stands at its foot may be out of sight, a mark that was pressed is not.
   */
  put() {
    const { chart: { stage }, dialog, mark } = this;
    const foot = (innerWidth < NARROW && !this.framed) || Number.isNaN(mark.y);
    dialog.classList.toggle('timeline-card-foot', foot);
    if (foot) return this.move('', '');
    const { left, top } = stage.getBoundingClientRect();
    const place = beside({ left: left + mark.left, right: left + mark.right, y: top + mark.y }, dialog.offsetWidth, dialog.offsetHeight);
    this.move(`${Math.round(place.x + scrollX)}px`, `${Math.round(place.y + scrollY)}px`);
  }

  /**
   * @param {string} left
   * @param {string} top
   */
  move(left, top) {
    Object.assign(this.dialog.style, { left, top });
  }

  /** @param {number} step */
  step(step) {
    const { chart } = this;
    const number = chart.store.next(this.number, step);
    if (number < 0) return;
    this.back = () => chart.keys.button.focus({ preventScroll: true });
    chart.focus(number);
    chart.keys.name();
    this.show(number);
  }

  /** The address of the event: in this page, or in that of its timeline where this is only a frame. */
  get address() {
    const link = /** @type {HTMLAnchorElement | null} */ (this.body.querySelector('.timeline-permalink'));
    if (this.framed && link) return link.href;
    const address = new URL(location.href);
    address.hash = this.chart.store.events.id[this.number];
    return address.href;
  }

  async copy() {
    const { address } = this;
    try {
      await navigator.clipboard.writeText(address);
      this.status.textContent = this.chart.words.copied;
    } catch {
      this.status.textContent = address;
    }
  }

  /**
   * Escape closes it, wherever the focus is, and where nothing has it: a click beside a text takes it away.
   * @param {KeyboardEvent} event
   */
  leave(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.isOpen) return;
    event.preventDefault();
    this.close();
  }

  /**
   * Whoever turns to the rest of the page leaves it.
   * @param {Event} event
   */
  away(event) {
    if (this.isOpen && !this.chart.box.contains(/** @type {Node} */ (event.target))) this.hide();
  }

  close() {
    if (!this.isOpen) return;
    this.hide();
    this.back?.();
  }

  /** Close it and leave the focus where it is. */
  hide() {
    this.dialog.hidePopover();
    this.body.replaceChildren();
    this.number = -1;
    this.chart.hush();
  }
}

/**
 * Where a card of a size stands in the window, beside a mark: after it, before it, below it or above it.
 * @param {{left: number, right: number, y: number}} mark
 * @param {number} wide
 * @param {number} high
 */
function beside({ left, right, y }, wide, high) {
  const lowest = innerHeight - high - EDGE;
  const within = (/** @type {number} */ top) => Math.max(EDGE, Math.min(top, lowest));
  const [after, before] = [right + GAP, left - GAP - wide];
  if (after + wide < document.documentElement.clientWidth) return { x: after, y: within(y - 40) };
  if (before >= EDGE) return { x: before, y: within(y - 40) };
  return { x: EDGE, y: within(y + GAP <= lowest ? y + GAP : y - GAP - high) };
}
