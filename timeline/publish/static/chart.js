/** One chart: what is shown of the time, and drawing it anew when that changes. */
import { ticks } from './axis.js';
import { Card } from './card.js';
import { html, write } from './dom.js';
import { Filter } from './filter.js';
import { Keys } from './keys.js';
import { Ruler, holds, nameless, place } from './labels.js';
import { only } from './lanes.js';
import { choose, covered, density, grid, strokes } from './marks.js';
import { Over } from './over.js';
import { outOf, plural } from './numbers.js';
import { Overview } from './overview.js';
import { draw } from './plot.js';
import { point } from './point.js';
import { Pointer } from './pointer.js';
import { Reported } from './reported.js';
import { atRest } from './rest.js';
import { Scale, within, zoomed } from './scale.js';
import { Stay } from './stay.js';
import { Store } from './store.js';
import { Tiles } from './tiles.js';
import { Toolbar } from './toolbar.js';

/**
 * @typedef {import('./types.js').Data} Data
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').Range} Range
 */

const AXIS = 38;
const CROWDED = 0.5;
const BIN = 10;
/** How long a drawing waits for tiles, in milliseconds. */
const SOON = 100;
const SIDE = 64;
/** The width of a printed chart in pixels, as in the styles; a page is not told how wide its paper is. */
const PAPER = 640;

let made = 0;

export class Chart {
  /**
   * @param {HTMLElement} box the element with `data-timeline`
   * @param {Data} data
   * @param {string} base the address of the data
   */
  constructor(box, data, base) {
    this.box = box;
    this.data = data;
    this.words = data.words;
    this.store = new Store(data);
    this.tiles = new Tiles(this.store, data, base, () => this.grown());
    this.range = /** @type {Range} */ ({ ...this.store.extent });
    this.mirrored = data.words.direction === 'rtl';
    /** The event with the focus, -1 for none. */
    this.focused = -1;
    /** The event whose title is shown beside it. */
    this.told = -1;
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {Reported | null} the second view, null for the first */
    this.reported = null;
    /** @type {import('./types.js').Label[]} */
    this.labels = [];
    this.inView = 0;
    /** Which of the layouts there is room for. */
    this.size = 0;
    /** A page keeps its place while its chart comes, until its reader changes something; a frame shows what its author chose. */
    this.still = !document.body.matches('.timeline-frame');
    this.waiting = 0;
    this.figure = /** @type {HTMLElement} */ (box.querySelector('.timeline-chart'));
    // Several charts of a page can be of one timeline.
    const lanes = `timeline-lanes-${(made += 1)}`;
    this.over = new Over(lanes, this.store);
    this.host = html('div', 'timeline-host', { 'aria-hidden': 'true' });
    this.tip = html('div', 'timeline-tip', { hidden: true, 'aria-hidden': 'true' });
    const { under, over, labels, axis } = this.over;
    this.stage = html('div', 'timeline-stage', {}, under, this.host, over, labels, axis, this.tip);
    this.stage.style.setProperty('--timeline-lanes', `url("#${lanes}")`);
    this.figure.insertBefore(this.stage, this.figure.querySelector('.timeline-svg'));
    this.count = region(this.figure, 'timeline-count', 'p');
    this.count.setAttribute('aria-hidden', 'true');
    this.said = html('p', 'timeline-said', { role: 'status' });
    this.count.after(this.said);
    this.speak = atRest(() => write(this.said, this.count.textContent || ''));
    this.width = this.room;
    this.stay = new Stay(this.figure, () => this.resize());
    this.filter = new Filter(this);
    this.filter.start();
    this.layout = this.measure();
    this.scale = this.scaled();
    this.ruler = new Ruler(getComputedStyle(this.over.labels));
    this.card = new Card(this);
    this.toolbar = new Toolbar(this, region(this.figure, 'timeline-tools', 'div'));
    this.overview = new Overview(this, region(this.figure, 'timeline-overview', 'div'));
    this.keys = new Keys(this);
    this.pointer = new Pointer(this);
    this.redraw();
    this.said.textContent = this.count.textContent;
    point(this);
    this.stay.on(window, 'hashchange', () => point(this));
    if (document.readyState === 'loading') this.stay.on(document, 'DOMContentLoaded', () => this.filter.apply());
    this.stay.on(window, 'beforeprint', () => this.print(true));
    this.stay.on(window, 'afterprint', () => this.print(false));
  }

  /** How wide the chart may be. */
  get room() {
    return this.stage.matches('.timeline-paper') ? PAPER : this.figure.clientWidth;
  }

  /** @param {boolean} onPaper whether the chart is drawn for paper, or again for the screen */
  print(onPaper) {
    this.stage.classList.toggle('timeline-paper', onPaper);
    // Lanes can come and go at the same width.
    this.width = 0;
    this.resize();
  }

  resize() {
    const width = this.room;
    if (!width || width === this.width) return;
    this.width = width;
    this.layout = this.measure();
    this.toolbar.arrange();
    this.redraw();
  }

  /** The layout for the width that there is and the lanes that are shown, with the bands drawn. */
  measure() {
    const { data: { lanes, layouts }, filter, store } = this;
    this.size = Math.max(0, layouts.findLastIndex((one) => one.least <= this.width));
    const left = new Set(filter.count ? store.events.lane.filter((_, number) => store.matched[number]) : lanes.keys());
    const shown = lanes.map((_, lane) => left.has(lane));
    // The second view has no lanes, and without an event there would be nothing to draw on.
    const still = this.still && !this.stage.matches('.timeline-paper');
    const whole = still || filter.text.view === 'reported' || !shown.includes(true);
    const layout = whole ? layouts[this.size] : only(layouts[this.size], shown);
    this.stage.style.height = `${height(layout) + AXIS}px`;
    this.host.style.left = `${this.mirrored ? 0 : layout.left}px`;
    this.over.frame(layout, this.width, this.mirrored);
    return layout;
  }

  /** The height of all lanes. */
  get height() {
    return height(this.layout);
  }

  /** Where the axis begins and how wide it is. */
  get plot() {
    const { left, edge } = this.layout;
    // The second view writes the days of publication where a narrow chart has no column.
    const column = this.filter.text.view === 'reported' ? Math.max(left, SIDE) : left;
    return { left: (this.mirrored ? 0 : column) + edge, width: Math.max(50, this.width - column - 2 * edge) };
  }

  scaled() {
    return new Scale(this.range, this.plot.left, this.plot.width, this.mirrored);
  }

  /** @param {number} number */
  y(number) {
    if (this.reported) return this.reported.y(number);
    const { lane, rows } = this.store.events;
    return this.layout.middles[lane[number]][rows[number][this.size]];
  }

  /** Draw in the next frame, however often it is asked for until then. */
  later() {
    this.waiting ||= requestAnimationFrame(async () => {
      // What comes soon is drawn with the rest, not after it.
      await Promise.race([this.tiles.need(this.range), new Promise((soon) => setTimeout(soon, SOON))]);
      this.waiting = 0;
      this.redraw();
    });
  }

  /** Draw the events that have come. */
  grown() {
    if (!this.stay.lasts) return;
    if (this.filter.active) this.filter.apply();
    if (this.filter.active) this.layout = this.measure();
    this.later();
  }

  redraw() {
    this.tiles.need(this.range);
    const scale = this.scaled();
    this.scale = scale;
    this.reported = this.filter.text.view === 'reported' ? new Reported(this.store, scale, this.height, this.data.lanes) : null;
    const { marks, inView } = choose(this.store, scale, (number) => this.y(number), this.focused);
    this.inView = inView;
    const { labels, many } = this.label(marks);
    this.marks = many ? this.namedMarks(marks, labels) : marks;
    const marksOfAxis = this.store.total ? ticks(this.range, this.plot.width, this.words, this.data.timed) : [];
    const drawn = draw(this.host, [
      grid(marksOfAxis, scale, this.height),
      ...(many ? [this.density(scale)] : []),
      ...strokes(this.marks, this.store, scale, this.reported !== null),
    ], { left: this.mirrored ? 0 : this.layout.left, width: this.width - this.layout.left, height: this.height });
    this.over.view(this.reported, scale, this.words, this.width);
    this.over.ticks(marksOfAxis, scale, this.width);
    this.over.write(labels);
    this.labels = labels;
    this.over.highlight(this.marks.find((mark) => mark.number === this.focused) || null);
    this.keys.follow();
    this.card.follow();
    if (!this.tip.hidden) this.tell(this.told);
    this.overview.show();
    this.say();
    return drawn.then(() => this.ready());
  }

  /** @param {Scale} scale */
  density(scale) {
    const counts = this.tiles.counts(this.range, Math.ceil(scale.width / BIN), this.data.lanes.length);
    return density(counts, scale, this.layout.lanes);
  }

  /**
   * Whether there are too many marks to tell them apart.
   * @param {Mark[]} marks
   */
  crowded(marks) {
    const rows = this.layout.middles.reduce((sum, lane) => sum + lane.length, 0);
    const { left, width } = this.plot;
    return this.tiles.active && !this.tiles.covers(this.range) ||
      marks.length < 0.97 * this.inView || covered(marks, left, left + width) > CROWDED * width * rows;
  }

  /**
   * The labels that find room, and whether there are too many marks to draw those that have none.
   * @param {Mark[]} marks
   */
  label(marks) {
    const room = { left: this.plot.left - 7, right: this.plot.left + this.plot.width + 7 };
    const title = (/** @type {Mark} */ mark) => this.store.events.title[mark.number];
    const placed = (/** @type {boolean} */ alone) => place(marks, title, (mark) => this.laneRoom(mark), room, this.ruler, alone);
    if (this.reported) return { labels: placed(false), many: false };
    const labels = this.crowded(marks) ? null : placed(false);
    return labels && !nameless(marks, labels) ? { labels, many: false } : { labels: placed(true), many: true };
  }

  /**
   * The marks that have a label, and the one with the focus.
   * @param {Mark[]} marks
   * @param {import('./types.js').Label[]} labels
   */
  namedMarks(marks, labels) {
    const named = new Set(labels.map(({ number }) => number));
    return marks.filter(({ number }) => named.has(number) || number === this.focused);
  }

  /** @param {Mark} mark */
  laneRoom({ number }) {
    if (this.reported) return { top: this.reported.top, bottom: this.height };
    const lane = this.store.events.lane[number];
    const [top, height] = this.layout.lanes[lane];
    return { top: top + this.layout.headers[lane], bottom: top + height };
  }

  ready() {
    if (this.box.dataset.timelineState === 'ready') return;
    for (const still of this.figure.querySelectorAll('.timeline-svg')) still.remove();
    this.box.dataset.timelineState = 'ready';
  }

  /** Write how many events are shown, and say it once the hand is at rest. */
  say() {
    const { count, named, empty, reported_hint: hint } = this.words;
    const all = this.store.total;
    const none = all ? this.words.none : empty;
    const inView = this.tiles.active ? this.tiles.inView(this.range, this.data.lanes.length) : this.inView;
    const shown = outOf(inView, all, this.words);
    const said = [plural(count, all, this.words, shown), plural(named, this.labels.length, this.words), ...this.undated()];
    if (this.store.matches) delete this.stage.dataset.nothing;
    else this.stage.dataset.nothing = none;
    write(this.count, this.store.matches ? [said.join(', '), ...(this.reported ? [hint] : [])].join('. ') : none);
    this.speak();
  }

  /** In the second view: how many events cannot be in it. */
  undated() {
    if (!this.reported) return [];
    const missing = this.store.events.reported.filter((day, number) => day === null && this.store.matched[number]).length;
    return missing ? [plural(this.words.undated, missing, this.words)] : [];
  }

  /**
   * Show a part of the time.
   * @param {Range} range
   */
  show(range) {
    this.range = within(range, this.store.extent);
    this.later();
    this.filter.remember();
  }

  /**
   * @param {number} factor below 1 zooms in
   * @param {number} [x] the pixel that stays where it is
   */
  zoom(factor, x) {
    // The range can be ahead of what is drawn.
    const day = x === undefined ? this.focusDay() : this.scaled().day(x);
    this.show(zoomed(this.range, factor, day, this.store.extent));
  }

  focusDay() {
    const mark = this.marks.find(({ number }) => number === this.focused);
    return mark ? this.scale.day((mark.left + mark.right) / 2) : (this.range.from + this.range.to) / 2;
  }

  /**
   * Give an event the focus, and bring it into view.
   * @param {number} number
   */
  focus(number) {
    this.focused = number;
    const middle = this.store.middle(number);
    const { from, to } = this.range;
    const margin = (to - from) * 0.05;
    if (middle < from + margin || middle > to - margin)
      this.range = within({ from: middle - (to - from) / 2, to: middle + (to - from) / 2 }, this.store.extent);
    this.redraw();
  }

  /**
   * Show title and date beside an event.
   * @param {number} number
   */
  tell(number) {
    const mark = this.marks.find((one) => one.number === number);
    if (!mark) return this.hush();
    this.told = number;
    const { title, date } = this.store.events;
    this.tip.replaceChildren(html('strong', '', {}, title[number]), html('span', '', {}, date[number]));
    this.tip.hidden = false;
    const x = Math.min(Math.max((mark.left + mark.right - this.tip.offsetWidth) / 2, 4), this.width - this.tip.offsetWidth - 4);
    const above = mark.y - this.tip.offsetHeight - 14;
    this.tip.style.translate = `${Math.round(x)}px ${Math.round(above < -40 ? mark.y + 14 : above)}px`;
    this.over.highlight(mark);
  }

  /** Take that away again. */
  hush() {
    this.tip.hidden = true;
    this.over.highlight(this.marks.find(({ number }) => number === this.card.number) || null);
  }

  /**
   * Open an event that was clicked.
   * @param {number} number
   */
  pick(number) {
    this.keys.go(number);
    this.keys.open();
  }

  /**
   * The mark whose label a point is in, or that nearest to it within reach of a finger.
   * @param {number} x
   * @param {number} y
   * @param {number} [reach]
   */
  hit(x, y, reach = 14) {
    const label = this.labels.find((one) => holds(one, x, y));
    if (label) return this.marks.find(({ number }) => number === label.number) || null;
    let [best, least] = [/** @type {Mark | null} */ (null), reach];
    for (const mark of this.marks) {
      const across = Math.max(mark.left - x, x - mark.right, 0);
      const distance = Math.hypot(across, mark.y - y);
      if (distance < least) [best, least] = [mark, distance];
    }
    return best;
  }
}

/** @param {import('./types.js').Layout} layout */
function height({ lanes }) {
  return lanes.reduce((sum, lane) => sum + lane[1], 0);
}

/**
 * A part of the figure that the page keeps room for, or a new one.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {HTMLElement} figure
 * @param {string} name
 * @param {T} tag
 * @returns {HTMLElement}
 */
function region(figure, name, tag) {
  const found = /** @type {HTMLElement | null} */ (figure.querySelector(`.${name}`));
  if (found) return found;
  const made = html(tag, name);
  figure.append(made);
  return made;
}
