/** Very many events: the parts of the time that are shown are fetched as tiles, quarters of quarters of the whole. */

/**
 * @typedef {import('./types.js').Range} Range
 * @typedef {{from: number, to: number, leaf: boolean, sums: Float64Array[]}} Tile sums: the events before each bin, by lane
 */

const PARTS = 4;
const DEEPEST = 7;
/** In how many parts a range is looked up to tell how many events are in it. */
const FEW = 64;

export class Tiles {
  /**
   * @param {import('./store.js').Store} store
   * @param {import('./types.js').Data} data
   * @param {string} base the address that the tiles are beside of
   * @param {() => void} changed
   */
  constructor(store, data, base, changed) {
    this.store = store;
    this.base = base;
    this.changed = changed;
    /** @type {Map<string, Tile | null>} null while it is under way, and where there is none */
    this.known = new Map();
    if (data.counts) this.known.set('0-0', { ...store.extent, leaf: false, sums: data.counts.map(summed) });
    this.everything = false;
  }

  /** Whether there are parts that are not known. */
  get active() {
    return this.known.size > 0 && !this.store.complete;
  }

  /**
   * Fetch what a range needs and is not known; resolves when it has come.
   * @param {Range} range
   */
  async need(range) {
    if (!this.active) return;
    const { from, to } = this.store.extent;
    const level = Math.min(DEEPEST, Math.max(0, Math.floor(Math.log((to - from) / (range.to - range.from)) / Math.log(PARTS))));
    const [first, last] = this.numbers(range, level);
    const tiles = [];
    for (let number = first; number <= last; number++) tiles.push(this.fetch(level, number));
    const come = (await Promise.all(tiles)).flatMap((events) => events || []);
    if (come.length) this.store.add(come);
    if (come.length) this.changed();
  }

  /**
   * The first and the last tile of a level that a range meets.
   * @param {Range} range
   * @param {number} level
   */
  numbers(range, level) {
    const { from, to } = this.store.extent;
    const length = (to - from) / PARTS ** level;
    const last = PARTS ** level - 1;
    const within = (/** @type {number} */ day) => Math.min(last, Math.max(0, Math.floor((day - from) / length)));
    return [within(range.from), within(range.to)];
  }

  /**
   * Fetch the events of a tile, or those of the part above it; nothing if they are known or under way.
   * @param {number} level
   * @param {number} number
   * @returns {Promise<import('./types.js').Columns | undefined>}
   */
  async fetch(level, number) {
    for (let up = 1; up <= level; up++) if (this.known.get(`${level - up}-${Math.floor(number / PARTS ** up)}`)?.leaf) return;
    const name = `${level}-${number}`;
    const { from, to } = this.store.extent;
    if (this.known.has(name)) return;
    this.known.set(name, null);
    const tile = await this.ask(`tiles/${name}.json`);
    if (tile === undefined) this.known.delete(name);
    // A part that is not there is within one that has all of its events.
    if (!tile) return tile === null && level > 0 ? this.fetch(level - 1, Math.floor(number / PARTS)) : undefined;
    const { leaf, counts, events } = tile;
    const length = (to - from) / PARTS ** level;
    this.known.set(name, { from: from + number * length, to: from + (number + 1) * length, leaf, sums: counts.map(summed) });
    return events;
  }

  /**
   * What a file holds: null if there is none, undefined if it did not come and is to be asked for again.
   * @param {string} name
   */
  async ask(name) {
    try {
      const answer = await fetch(new URL(name, this.base));
      if (answer.ok) return await answer.json();
      return answer.status < 500 ? null : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Whether all events of a range are known.
   * @param {Range} range
   */
  covers(range) {
    const leaves = [...this.known.values()].filter((tile) => tile?.leaf);
    return [range.from, (range.from + range.to) / 2, range.to].every((day) =>
      leaves.some((tile) => tile && day >= tile.from && day <= tile.to),
    );
  }

  /**
   * About how many events there are in a range.
   * @param {Range} range
   * @param {number} lanes
   */
  inView(range, lanes) {
    const counts = this.counts(range, FEW, lanes);
    return Math.min(this.store.total, Math.round(counts.reduce((all, amounts) => amounts.reduce((a, b) => a + b, all), 0)));
  }

  /** Fetch all events, which a search needs. */
  async all() {
    if (!this.active || this.everything) return;
    this.everything = true;
    const all = await this.ask('all.json');
    this.everything = all !== undefined;
    if (!all) return;
    this.store.add([all.events]);
    this.changed();
  }

  /**
   * How many events there are per lane and stretch, from the finest tiles that are known.
   * @param {Range} range
   * @param {number} bins
   * @param {number} lanes
   */
  counts(range, bins, lanes) {
    if (!this.active) return this.store.counts(range, bins, lanes);
    const counts = Array.from({ length: lanes }, () => new Float64Array(bins));
    const tiles = [...this.known.values()].filter((tile) => tile && tile.to > range.from && tile.from < range.to);
    const finest = /** @type {Tile[]} */ (tiles).sort((a, b) => a.to - a.from - (b.to - b.from));
    const step = (range.to - range.from) / bins;
    for (let bin = 0; bin < bins; bin++) {
      const [from, to] = [range.from + bin * step, range.from + (bin + 1) * step];
      const tile = finest.find((one) => one.from <= (from + to) / 2 && one.to > (from + to) / 2);
      tile?.sums.forEach((sums, lane) => (counts[lane][bin] = before(sums, tile, to) - before(sums, tile, from)));
    }
    return counts;
  }
}

/**
 * How many events there are before each bin, and in all.
 * @param {number[]} amounts
 */
function summed(amounts) {
  const sums = new Float64Array(amounts.length + 1);
  amounts.forEach((amount, bin) => (sums[bin + 1] = sums[bin] + amount));
  return sums;
}

/**
 * How many events of a tile there are before a day; a bin has them evenly.
 * @param {Float64Array} sums
 * @param {Tile} tile
 * @param {number} day
 */
function before(sums, { from, to }, day) {
  const bins = sums.length - 1;
  const at = Math.min(Math.max(((day - from) / (to - from)) * bins, 0), bins);
  const bin = Math.min(Math.floor(at), bins - 1);
  return sums[bin] + (at - bin) * (sums[bin + 1] - sums[bin]);
}
