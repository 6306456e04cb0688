/** The keyboard: one stop for Tab, arrows by event and lane, Home and End, plus and minus, Enter. */
import { html } from './dom.js';

export class Keys {
  /** @param {import('./chart.js').Chart} chart */
  constructor(chart) {
    this.chart = chart;
    // Two buttons take turns: a screen reader announces an element that gets the focus, not one that has changed.
    this.buttons = [html('button', 'timeline-cursor', { type: 'button' }), html('button', 'timeline-cursor', { type: 'button' })];
    this.turn = 0;
    this.moving = false;
    for (const button of this.buttons) {
      button.addEventListener('keydown', (event) => this.press(event));
      button.addEventListener('focus', () => this.arrive());
      button.addEventListener('blur', () => this.leave());
      button.addEventListener('click', () => this.open());
      chart.stage.append(button);
    }
    this.name();
  }

  get button() {
    return this.buttons[this.turn];
  }

  /** Write into the button what it stands for, and make it the one stop for Tab. */
  name() {
    const { chart } = this;
    const { title, date } = chart.store.events;
    const named = chart.focused >= 0;
    const what = named ? `${title[chart.focused]}, ${date[chart.focused]}` : chart.words.chart.replace('{title}', () => chart.data.title);
    this.buttons.forEach((button, n) => {
      button.tabIndex = n === this.turn ? 0 : -1;
      button.hidden = n !== this.turn;
    });
    this.button.textContent = what;
    this.button.title = named ? '' : chart.words.help;
  }

  /** Put the button where its event stands. */
  follow() {
    const { chart } = this;
    const mark = chart.marks.find(({ number }) => number === chart.focused);
    const [x, y] = mark ? [Math.max(mark.left, chart.plot.left - 10), mark.y] : [chart.plot.left, 20];
    this.button.style.translate = `${Math.round(x - 12)}px ${Math.round(y - 12)}px`;
  }

  arrive() {
    const { chart } = this;
    if (this.moving) return;
    if (chart.focused < 0) this.go(this.firstInView());
    else if (!chart.marks.some(({ number }) => number === chart.focused)) this.go(chart.focused);
    else chart.tell(chart.focused);
  }

  leave() {
    if (!this.moving) this.chart.hush();
  }

  /** Let go of an event that the filters hide. */
  release() {
    const { chart } = this;
    if (chart.focused < 0 || chart.store.matched[chart.focused]) return;
    chart.focused = -1;
    this.name();
  }

  firstInView() {
    const { store, range } = this.chart;
    const inView = store.dated.find((number) => store.matched[number] && store.last[number] >= range.from);
    return inView ?? -1;
  }

  /**
   * Go to an event: the other button takes its name, its place and the focus.
   * @param {number} number
   */
  go(number) {
    if (number < 0) return;
    this.moving = true;
    this.chart.focus(number);
    this.turn = 1 - this.turn;
    this.name();
    this.follow();
    this.button.focus({ preventScroll: true });
    this.reveal();
    this.moving = false;
    this.chart.tell(number);
  }

  /** Bring the event into the window. */
  reveal() {
    this.button.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  open() {
    const { chart } = this;
    if (chart.focused >= 0) chart.card.open(chart.focused, () => this.button.focus({ preventScroll: true }));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { chart } = this;
    const { store, focused, mirrored } = chart;
    const forward = mirrored ? -1 : 1;
    /** @type {Record<string, () => void>} */
    const actions = {
      ArrowRight: () => this.go(store.next(focused, forward)),
      ArrowLeft: () => this.go(store.next(focused, -forward)),
      ArrowDown: () => this.go(store.nextLane(focused, 1)),
      ArrowUp: () => this.go(store.nextLane(focused, -1)),
      Home: () => this.go(store.outermost(1)),
      End: () => this.go(store.outermost(-1)),
      '+': () => chart.zoom(0.6),
      '=': () => chart.zoom(0.6),
      '-': () => chart.zoom(1 / 0.6),
      '0': () => chart.show(store.extent),
      Escape: () => (chart.card.isOpen ? chart.card.close() : chart.hush()),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}
