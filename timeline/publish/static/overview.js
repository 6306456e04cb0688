/** The strip below: how many events there are over the whole time, and a brush on the part that is shown. */
import { html, set, svg } from './dom.js';
import { within } from './scale.js';

const BINS = 200;
const HEIGHT = 30;

export class Overview {
  /**
   * @param {import('./chart.js').Chart} chart
   * @param {HTMLElement} box
   */
  constructor(chart, box) {
    this.chart = chart;
    this.box = box;
    this.shape = svg('path', 'timeline-overview-shape', { 'vector-effect': 'non-scaling-stroke' });
    const drawing = svg('svg', '', { viewBox: `0 0 ${BINS} ${HEIGHT}`, preserveAspectRatio: 'none', width: '100%', height: HEIGHT, 'aria-hidden': 'true' }, this.shape);
    this.handles = [this.handle('from'), this.handle('to')];
    this.brush = html('div', 'timeline-brush', {}, ...this.handles);
    box.append(drawing, this.brush);
    this.brush.addEventListener('pointerdown', (event) => this.drag(event, 'both'));
    box.addEventListener('pointerdown', (event) => event.target === box && this.jump(event));
    this.outline();
  }

  /** @param {'from' | 'to'} side */
  handle(side) {
    const handle = html('div', `timeline-handle timeline-handle-${side}`);
    handle.addEventListener('pointerdown', (event) => this.drag(event, side));
    return handle;
  }

  outline() {
    const { store, tiles, mirrored, data } = this.chart;
    const lanes = tiles.counts(store.extent, BINS, data.lanes.length);
    const counts = lanes[0].map((_, bin) => lanes.reduce((sum, lane) => sum + lane[mirrored ? BINS - 1 - bin : bin], 0));
    const most = counts.reduce((a, b) => Math.max(a, b), 1);
    let line = `M0 ${HEIGHT}`;
    counts.forEach((count, bin) => (line += `L${bin} ${(HEIGHT - Math.sqrt(count / most) * (HEIGHT - 4)).toFixed(1)}h1`));
    this.shape.setAttribute('d', `${line}L${BINS} ${HEIGHT}z`);
    this.drawn = this.known();
  }

  /** How many events the outline is of; tiles tell of all from the first on. */
  known() {
    const { store, tiles } = this.chart;
    return tiles.active ? store.total : store.matches;
  }

  /** Put the brush on the part that is shown. */
  show() {
    const { plot, range, store, mirrored, width } = this.chart;
    // As wide as the axis: a day stands below itself.
    this.box.style.marginLeft = `${plot.left}px`;
    this.box.style.marginRight = `${width - plot.left - plot.width}px`;
    if (this.drawn !== this.known()) this.outline();
    const length = store.extent.to - store.extent.from;
    const [left, right] = [(range.from - store.extent.from) / length, (range.to - store.extent.from) / length];
    this.brush.style.insetInlineStart = `${(100 * left).toFixed(3)}%`;
    this.brush.style.inlineSize = `${(100 * (right - left)).toFixed(3)}%`;
    this.box.classList.toggle('timeline-overview-whole', right - left > 0.999);
    set(this.box, { dir: mirrored ? 'rtl' : 'ltr' });
  }

  /** @param {MouseEvent} event */
  day(event) {
    const { store, mirrored } = this.chart;
    const box = this.box.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return store.extent.from + (mirrored ? 1 - share : share) * (store.extent.to - store.extent.from);
  }

  /** @param {PointerEvent} event */
  jump(event) {
    if (event.button !== 0) return;
    const { range, store } = this.chart;
    const [day, half] = [this.day(event), (range.to - range.from) / 2];
    this.chart.show(within({ from: day - half, to: day + half }, store.extent));
  }

  /**
   * @param {PointerEvent} event
   * @param {'from' | 'to' | 'both'} what
   */
  drag(event, what) {
    event.stopPropagation();
    if (event.button !== 0) return;
    const { chart } = this;
    const [start, before] = [this.day(event), { ...chart.range }];
    const held = /** @type {HTMLElement} */ (event.currentTarget);
    held.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ moved) => {
      const days = this.day(moved) - start;
      const from = what === 'to' ? before.from : before.from + days;
      const to = what === 'from' ? before.to : before.to + days;
      if (to - from > chart.store.extent.shortest / 2) chart.show({ from, to });
    };
    held.addEventListener('pointermove', move);
    held.addEventListener('lostpointercapture', () => held.removeEventListener('pointermove', move), { once: true });
  }
}
