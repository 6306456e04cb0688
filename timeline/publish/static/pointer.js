/** Mouse and fingers: hover, click, drag, pinch, and the wheel with a modifier. The page scrolls under one finger. */

/** How far what presses may slip without being a drag, in pixels: no finger holds as still as a mouse. */
const SLIP = { mouse: 4, finger: 12 };

export class Pointer {
  /** @param {import('./chart.js').Chart} chart */
  constructor(chart) {
    this.chart = chart;
    /** @type {Map<number, {x: number, y: number}>} */
    this.down = new Map();
    /** How far a drag has gone from where it began. */
    this.moved = 0;
    this.start = { x: 0, y: 0 };
    this.last = { x: NaN, y: NaN };
    const { over } = chart.over;
    over.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    over.addEventListener('pointerdown', (event) => this.press(event));
    over.addEventListener('pointermove', (event) => this.move(event));
    over.addEventListener('pointerup', (event) => this.release(event));
    over.addEventListener('pointercancel', (event) => this.down.delete(event.pointerId));
    over.addEventListener('pointerleave', () => chart.hush());
    over.addEventListener('dblclick', (event) => chart.zoom(0.5, this.at(event).x));
  }

  /** @param {MouseEvent} event */
  at(event) {
    const box = this.chart.stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    const { chart } = this;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (event.ctrlKey || event.metaKey) chart.zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 250))), this.at(event).x);
    else if (sideways || event.shiftKey) this.pan(-(event.deltaX || event.deltaY));
    else return;
    event.preventDefault();
  }

  /** @param {number} pixels to the right */
  pan(pixels) {
    const { chart } = this;
    const days = (chart.mirrored ? -pixels : pixels) / chart.scaled().perDay;
    chart.show({ from: chart.range.from - days, to: chart.range.to - days });
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button !== 0) return;
    this.down.set(event.pointerId, this.at(event));
    this.moved = this.down.size > 1 ? Infinity : 0;
    this.start = this.at(event);
    this.chart.over.over.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  move(event) {
    const { clientX: x, clientY: y } = event;
    // A browser tells of a pointer that rests, too, when something has been drawn under it.
    if (x === this.last.x && y === this.last.y) return;
    this.last = { x, y };
    const before = this.down.get(event.pointerId);
    const now = this.at(event);
    if (!before) return this.hover(now);
    this.moved = Math.max(this.moved, Math.hypot(now.x - this.start.x, now.y - this.start.y));
    if (this.down.size === 2) this.pinch(event.pointerId, now);
    else if (this.moved > slip(event)) this.pan(now.x - before.x);
    this.down.set(event.pointerId, now);
  }

  /**
   * @param {number} finger
   * @param {{x: number, y: number}} now
   */
  pinch(finger, now) {
    const other = [...this.down].find(([id]) => id !== finger)?.[1];
    const before = this.down.get(finger);
    if (!other || !before) return;
    const apart = (/** @type {{x: number, y: number}} */ one) => Math.max(20, Math.hypot(one.x - other.x, one.y - other.y));
    this.chart.zoom(apart(before) / apart(now), (now.x + other.x) / 2);
  }

  /** @param {PointerEvent} event */
  release(event) {
    const held = this.down.delete(event.pointerId);
    if (!held || this.moved > slip(event)) return;
    const { x, y } = this.at(event);
    const mark = this.chart.hit(x, y, event.pointerType === 'mouse' ? 14 : 24);
    if (mark) this.chart.pick(mark.number);
    else this.chart.card.close();
  }

  /** @param {{x: number, y: number}} place */
  hover({ x, y }) {
    const { chart } = this;
    const mark = chart.hit(x, y);
    chart.over.over.classList.toggle('timeline-over-event', mark !== null);
    if (mark) chart.tell(mark.number);
    else chart.hush();
  }
}

/** @param {PointerEvent} event */
function slip({ pointerType }) {
  return pointerType === 'mouse' ? SLIP.mouse : SLIP.finger;
}
