/** The events that are known, in columns, and which of them meet the filters. */

export const DOT = 0, RING = 1, BAR = 2, SPAN = 3;
export const OPEN_START = 1, OPEN_END = 2, PLANNED = 4, CHOICE = 8;

/** The shortest part of the time that can be shown, in days: of times of day, an hour. */
const SHORTEST = 2, SHORTEST_TIMED = 1 / 24;

export class Store {
  /** @param {import('./types.js').Data} data */
  constructor(data) {
    const [from, to] = data.extent;
    this.extent = { from, to, shortest: data.timed ? SHORTEST_TIMED : SHORTEST };
    this.colours = data.colours;
    /** How many events there are, known or not. */
    this.total = data.total;
    this.count = 0;
    /** @type {import('./types.js').Columns} */
    this.events = {
      id: [], title: [], date: [], lane: [], rank: [], kind: [], flags: [], first: [], last: [],
      core: [], reported: [], tags: [], people: [], rows: [],
    };
    /** Where each event begins and ends; an open end is at the edge of the chart. */
    this.first = /** @type {number[]} */ ([]);
    this.last = /** @type {number[]} */ ([]);
    /** The events with the most important first. */
    this.order = new Uint32Array(0);
    /** Those in the order of their dates, once they are asked for. @type {Uint32Array | null} */
    this.inTime = null;
    /** The events by their ranks. */
    this.ranked = new Uint32Array(data.total);
    this.matched = /** @type {boolean[]} */ ([]);
    this.matches = 0;
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {(number: number) => boolean} */
    this.meets = () => true;
    this.add([data.events]);
  }

  /** The number of the colour of a lane. @param {number} lane */
  colour(lane) {
    return this.colours[lane] % 8;
  }

  /** Whether it is known of any event when it was reported. */
  get reported() {
    return this.events.reported.some((day) => day !== null);
  }

  /** Whether all events are known. */
  get complete() {
    return this.count >= this.total;
  }

  /**
   * Take events, of which some may be known.
   * @param {import('./types.js').Columns[]} parts
   */
  add(parts) {
    const before = this.count;
    for (const columns of parts) this.append(columns);
    for (let number = before; number < this.count; number++) this.match(number);
    // Ranks are whole numbers that differ: sorting them alone is many times faster than sorting events by them.
    this.order = Uint32Array.from(this.events.rank).sort().map((rank) => this.ranked[rank]);
    this.inTime = null;
  }

  /** @param {import('./types.js').Columns} columns */
  append(columns) {
    const names = /** @type {(keyof typeof columns)[]} */ (Object.keys(this.events));
    columns.id.forEach((id, at) => {
      if (this.numbers.has(id)) return;
      this.numbers.set(id, this.count);
      for (const name of names) /** @type {any[]} */ (this.events[name]).push(columns[name][at]);
      this.first.push(columns.first[at] ?? this.extent.from);
      this.last.push(columns.last[at] ?? this.extent.to);
      this.ranked[columns.rank[at]] = this.count;
      this.count += 1;
    });
  }

  /**
   * Where the dot of an event stands.
   * @param {number} number
   */
  middle(number) {
    return (this.first[number] + this.last[number]) / 2;
  }

  /**
   * Keep the events that meet a condition.
   * @param {(number: number) => boolean} meets
   */
  filter(meets) {
    this.meets = meets;
    this.matches = 0;
    for (let number = 0; number < this.count; number++) this.match(number);
  }

  /** @param {number} number */
  match(number) {
    this.matched[number] = this.meets(number);
    if (this.matched[number]) this.matches += 1;
  }

  /** The events in the order of their dates. */
  get dated() {
    const { first, last } = this;
    this.inTime ||= Uint32Array.from(first.keys()).sort((a, b) => first[a] - first[b] || last[a] - last[b]);
    return this.inTime;
  }

  /** The first or the last event that meets the filters, -1 for none. @param {number} step 1 for the first */
  outermost(step) {
    for (let at = step > 0 ? 0 : this.count - 1; at >= 0 && at < this.count; at += step)
      if (this.matched[this.dated[at]]) return this.dated[at];
    return -1;
  }

  /**
   * The next event that meets the filters, in the order of the dates; -1 if there is none.
   * @param {number} number
   * @param {number} step 1 or -1
   */
  next(number, step) {
    if (number < 0) return this.outermost(step);
    for (let at = this.dated.indexOf(number) + step; at >= 0 && at < this.count; at += step)
      if (this.matched[this.dated[at]]) return this.dated[at];
    return -1;
  }

  /**
   * The event nearest in time in the next lane above or below that has any; -1 if there is none.
   * @param {number} number
   * @param {number} step 1 or -1
   */
  nextLane(number, step) {
    const { lane } = this.events;
    const day = this.middle(number);
    let best = -1;
    for (let at = 0; at < this.count; at++) {
      if (!this.matched[at] || Math.sign(lane[at] - lane[number]) !== step) continue;
      const nearer = best < 0 ? -1 : Math.abs(lane[at] - lane[number]) - Math.abs(lane[best] - lane[number]);
      if (nearer < 0 || (nearer === 0 && Math.abs(this.middle(at) - day) < Math.abs(this.middle(best) - day))) best = at;
    }
    return best;
  }

  /**
   * How many events that meet the filters there are per lane and stretch, by the middle of each.
   * @param {import('./types.js').Range} range
   * @param {number} bins
   * @param {number} lanes
   */
  counts({ from, to }, bins, lanes) {
    const counts = Array.from({ length: lanes }, () => new Float64Array(bins));
    const { first, last, matched, count, events: { lane } } = this;
    const perHalf = bins / (to - from) / 2;
    for (let number = 0; number < count; number++) {
      const bin = Math.floor((first[number] + last[number] - 2 * from) * perHalf);
      if (matched[number] && bin >= 0 && bin < bins) counts[lane[number]][bin] += 1;
    }
    return counts;
  }
}
