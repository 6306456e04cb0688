/** Which events are drawn as marks, and their strokes: one path per kind. The same shapes as `figure/marks.py`. */
import { CHOICE, DOT, OPEN_END, OPEN_START, PLANNED, RING, SPAN } from './store.js';

/**
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').Stroke} Stroke
 * @typedef {import('./scale.js').Scale} Scale
 * @typedef {import('./store.js').Store} Store
 */

export const KINDS = ['span', 'bar', 'whisker', 'ring', 'hole', 'square', 'hollow', 'dot'];
const MOST = 1500;
const CELL = 5;
/** What a mark needs to be told from those beside it, in pixels. */
const NEEDED = 16;
/** How much of a lane the highest density fills. */
const HIGHEST = 0.7;
/** How far an end that is round or square reaches beyond its stroke. */
const CAP = 4.5;
/** The least width of each kind, in pixels. */
const LEAST = [0, 0, 4, 6];
const DASHES = [[4, 14], [18, 26], [30, 36], [40, 44], [48, 50]];

/**
 * The marks in view, the most important first. One that would cover a more important one gives way and is counted.
 * @param {Store} store
 * @param {Scale} scale
 * @param {(number: number) => number} y the height of an event, NaN where it has none
 * @param {number} kept an event that is drawn in any case, -1 for none
 */
export function choose(store, scale, y, kept) {
  /** @type {Mark[]} */
  const marks = [];
  const taken = new Set();
  let inView = 0;
  const consider = (/** @type {number} */ number) => {
    const mark = store.matched[number] ? placed(store, scale, y, number) : null;
    if (!mark) return;
    inView += 1;
    const cell = Math.round(mark.y) * 4096 + Math.round((mark.left + mark.right) / 2 / CELL);
    if (marks.length >= MOST || taken.has(cell)) return;
    taken.add(cell);
    marks.push(mark);
  };
  if (kept >= 0) consider(kept);
  for (const number of store.order) if (number !== kept) consider(number);
  return { marks, inView };
}

/**
 * @param {Store} store
 * @param {Scale} scale
 * @param {(number: number) => number} y
 * @param {number} number
 * @returns {Mark | null}
 */
function placed(store, scale, y, number) {
  const { range } = scale;
  const [first, last] = [store.first[number], store.last[number]];
  if (first > range.to || last < range.from) return null;
  const kind = store.events.kind[number];
  let [left, right] = [scale.x(first), scale.x(last)];
  if (left > right) [left, right] = [right, left];
  const least = LEAST[kind];
  if (kind === DOT || right - left < least) {
    const middle = (left + right) / 2;
    [left, right] = [middle - least / 2, middle + least / 2];
  }
  if (store.events.flags[number] & CHOICE) [left, right] = [left - CAP, right + CAP];
  const height = y(number);
  return Number.isNaN(height) ? null : { number, left, right, y: height };
}

/**
 * How much of the rows is needed to tell marks apart: some place for each, and what lies over others.
 * @param {Mark[]} marks
 * @param {number} from the part of the stage that is seen
 * @param {number} to
 */
export function covered(marks, from, to) {
  let [found, row, end] = [NEEDED * marks.length, NaN, 0];
  for (const { left, right, y } of marks.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const [first, last] = [Math.max(left, from), Math.min(right, to)];
    const before = y === row ? end : first;
    found += Math.max(0, Math.min(before, last) - first);
    [row, end] = [y, Math.max(before, last)];
  }
  return found;
}

/**
 * The strokes of all marks by kind. Where the height of a mark tells its lane, a gradient colours one path for all
 * lanes; else there is one per kind and lane.
 * @param {Mark[]} marks
 * @param {Store} store
 * @param {Scale} scale
 * @param {boolean} apart whether there is one per lane
 * @returns {Stroke[]}
 */
export function strokes(marks, store, scale, apart) {
  /** @type {Map<string, Stroke>} */
  const found = new Map();
  const [least, most] = [scale.left - 40, scale.left + scale.width + 40];
  for (const mark of marks)
    for (const [kind, left, right] of parts(mark, store, scale)) {
      if (right < least || left > most) continue;
      const look = `timeline-${kind} timeline-${apart ? `colour-${store.colour(store.events.lane[mark.number])}` : 'lanes'}`;
      const stroke = found.get(look) || { kind, look, path: '' };
      found.set(look, stroke);
      stroke.path += `M${Math.max(left, least).toFixed(1)},${mark.y}H${Math.min(Math.max(right, left + 0.1), most).toFixed(1)}`;
    }
  return [...found.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/**
 * @param {Mark} mark
 * @param {Store} store
 * @param {Scale} scale
 * @returns {[string, number, number][]}
 */
function parts({ number, left, right }, store, scale) {
  const [kind, flags] = [store.events.kind[number], store.events.flags[number]];
  const middle = (left + right) / 2;
  const open = scale.mirrored ? ((flags & OPEN_START) << 1) | ((flags & OPEN_END) >> 1) : flags;
  if (flags & PLANNED) return outlined(left, right, open);
  if (kind === DOT) return [['dot', middle, middle]];
  if (kind === RING) {
    const ends = flags & CHOICE ? [left + CAP, right - CAP] : [middle];
    return [['whisker', left, right], ...ring('ring', ends), ...ring('hole', ends)];
  }
  if (kind === SPAN) return ['span', 'whisker'].flatMap((look) => fading(look, left, right, open));
  const core = store.events.core[number];
  if (!core) return fading('bar', left, right, open);
  const sure = core.map((day) => scale.x(day)).sort((a, b) => a - b);
  return [['span', left, right], ['whisker', left, right], ['bar', sure[0], Math.max(sure[1], sure[0] + 1)]];
}

/**
 * @param {string} kind
 * @param {number[]} ends
 * @returns {[string, number, number][]}
 */
function ring(kind, ends) {
  return ends.map((end) => [kind, end, end]);
}

/**
 * What is planned: hollow, and closed only at an end that is known.
 * @param {number} left
 * @param {number} right
 * @param {number} open
 * @returns {[string, number, number][]}
 */
function outlined(left, right, open) {
  const inner = Math.min(CAP, (right - left) / 2);
  const [first, last] = [open & OPEN_START ? left : left + inner, open & OPEN_END ? right : right - inner];
  if (open & (OPEN_START | OPEN_END)) return [...fading('bar', left, right, open), ['hollow', first, last]];
  return [['square', first, last], ['hollow', first, last]];
}

/**
 * A stroke that fades into dashes at an open end.
 * @param {string} kind
 * @param {number} left
 * @param {number} right
 * @param {number} open
 * @returns {[string, number, number][]}
 */
function fading(kind, left, right, open) {
  if (open & OPEN_END) {
    const body = Math.max(left + 6, right - 60);
    return [[kind, left, body], ...DASHES.map(([a, b]) => /** @type {[string, number, number]} */ ([kind, body + a, body + b]))];
  }
  if (open & OPEN_START) {
    const body = Math.min(right - 6, left + 60);
    return [[kind, body, right], ...DASHES.map(([a, b]) => /** @type {[string, number, number]} */ ([kind, body - b, body - a]))];
  }
  return [[kind, left, right]];
}

/**
 * The lines of the axis.
 * @param {import('./axis.js').Tick[]} ticks
 * @param {Scale} scale
 * @param {number} height
 * @returns {Stroke}
 */
export function grid(ticks, scale, height) {
  const path = ticks.map(({ at }) => `M${Math.round(scale.x(at)) + 0.5},0V${height}`).join('');
  return { kind: 'grid', look: 'timeline-grid', path };
}

/**
 * The density as the outlines of bars that stand on the ground of each lane.
 * @param {Float64Array[]} counts
 * @param {Scale} scale
 * @param {number[][]} lanes top and height
 * @returns {Stroke}
 */
export function density(counts, scale, lanes) {
  const most = counts.reduce((all, amounts) => amounts.reduce((a, b) => Math.max(a, b), all), 1);
  const outlines = counts.map((amounts, lane) => outline(scale.mirrored ? amounts.toReversed() : amounts, most, scale, lanes[lane]));
  return { kind: 'density', look: 'timeline-density timeline-lanes', path: outlines.join('') };
}

/**
 * @param {Float64Array} amounts
 * @param {number} most
 * @param {Scale} scale
 * @param {number[]} lane
 */
function outline(amounts, most, { left, width }, [top, height]) {
  const [bottom, step] = [top + height - 2, width / amounts.length];
  let path = `M${left},${bottom}`;
  amounts.forEach((amount, bin) => {
    if (amount === amounts[bin + 1]) return;
    const y = bottom - (height - 2) * HIGHEST * Math.sqrt(amount / most);
    path += `V${y.toFixed(1)}H${(left + (bin + 1) * step).toFixed(1)}`;
  });
  return `${path}V${bottom}Z`;
}
