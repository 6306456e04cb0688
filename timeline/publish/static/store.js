/** The events in columns, and which of them meet the filters. */

export const DOT = 0, RING = 1, BAR = 2, SPAN = 3;
export const OPEN_START = 1, OPEN_END = 2, PLANNED = 4, CHOICE = 8;

export class Store {
  /** @param {import('./types.js').Data} data */
  constructor(data) {
    const { events, extent } = data;
    this.data = data;
    this.events = events;
    this.count = events.id.length;
    this.extent = { from: extent[0], to: extent[1] };
    this.first = Float64Array.from(events.first, (day) => day ?? extent[0]);
    this.last = Float64Array.from(events.last, (day) => day ?? extent[1]);
    /** The events with the most important first. */
    this.order = new Uint32Array(this.count);
    events.rank.forEach((rank, number) => (this.order[rank] = number));
    this.matched = new Uint8Array(this.count).fill(1);
    this.matches = this.count;
    this.numbers = new Map(events.id.map((id, number) => [id, number]));
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
    this.matches = 0;
    for (let number = 0; number < this.count; number++) {
      this.matched[number] = meets(number) ? 1 : 0;
      this.matches += this.matched[number];
    }
  }

  /**
   * The next event that meets the filters, in the order of the dates; -1 if there is none.
   * @param {number} number
   * @param {number} step 1 or -1
   */
  next(number, step) {
    for (let at = number + step; at >= 0 && at < this.count; at += step) if (this.matched[at]) return at;
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
}
