/** The second view: when each event happened, from left to right, against when it was reported, from bottom to top. */
import { ticks } from './axis.js';

const MARGIN = 24;
/** How high the days of publication are at least, however many lines the names of the lanes need. */
const LEAST = 60;
/** How wide a letter of a lane's name may be. */
const LETTER = 7.5;

export class Reported {
  /**
   * @param {import('./store.js').Store} store
   * @param {import('./scale.js').Scale} scale
   * @param {number} height
   * @param {string[]} lanes
   */
  constructor(store, scale, height, lanes) {
    this.store = store;
    this.height = height;
    this.key = key(lanes, scale);
    /** Where the room below the key begins. */
    this.top = (this.key.at(-1)?.y || 0) + 4;
    this.range = reportedIn(store, scale.range);
    this.perDay = Math.max(LEAST, height - this.top - 8 - MARGIN) / (this.range.to - this.range.from);
  }

  /** @param {number} day */
  at(day) {
    return this.height - MARGIN - (day - this.range.from) * this.perDay;
  }

  /**
   * The height of an event; it has none if nobody knows when it was reported.
   * @param {number} number
   */
  y(number) {
    const day = this.store.events.reported[number];
    return day === null ? NaN : this.at(day + 0.5);
  }

  /**
   * The ticks of the days of publication.
   * @param {any} words
   */
  ticks(words) {
    return ticks(this.range, this.height, words).map((tick) => ({ ...tick, y: this.at(tick.at) }));
  }
}

/**
 * Where the names of the lanes begin, side by side above the events.
 * @param {string[]} lanes
 * @param {import('./scale.js').Scale} scale
 */
function key(lanes, { left, width, mirrored }) {
  let [x, y] = [left, 14];
  const lines = lanes.flatMap((name, lane) => parts(name, Math.floor(width / LETTER)).map((part) => ({ name: part, lane })));
  return lines.map((one) => {
    const wide = one.name.length * LETTER + 18;
    if (x + wide > left + width && x > left) [x, y] = [left, y + 16];
    x += wide;
    return { ...one, x: mirrored ? 2 * left + width + wide - x : x - wide, y };
  });
}

/**
 * A name in parts of at most so many letters, broken between words where it can be.
 * @param {string} name
 * @param {number} most
 */
function parts(name, most) {
  return name.match(new RegExp(`\\S.{0,${most - 1}}(?!\\S)|\\S{1,${most}}`, 'gu')) || [];
}

/**
 * From the first to the last day on which the events of a range were reported.
 * @param {import('./store.js').Store} store
 * @param {import('./types.js').Range} range
 */
function reportedIn(store, range) {
  let [from, to] = [Infinity, -Infinity];
  store.events.reported.forEach((day, number) => {
    if (day === null || !store.matched[number] || store.first[number] > range.to || store.last[number] < range.from) return;
    [from, to] = [Math.min(from, day), Math.max(to, day + 1)];
  });
  if (from > to) return range;
  const more = Math.max(0, (10 - (to - from)) / 2);
  return { from: from - more, to: to + more };
}
