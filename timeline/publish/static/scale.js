/** From days to pixels and back, and the ranges that can be shown. */

/** @typedef {import('./types.js').Range} Range */

/** @typedef {import('./types.js').Extent} Extent */

export class Scale {
  /**
   * @param {Range} range
   * @param {number} left where the range begins, in pixels
   * @param {number} width
   * @param {boolean} mirrored whether time runs from right to left
   */
  constructor(range, left, width, mirrored) {
    this.range = range;
    this.left = left;
    this.width = width;
    this.mirrored = mirrored;
    this.perDay = width / (range.to - range.from);
  }

  /** @param {number} day */
  x(day) {
    const along = (day - this.range.from) * this.perDay;
    return this.left + (this.mirrored ? this.width - along : along);
  }

  /** @param {number} x */
  day(x) {
    const along = this.mirrored ? this.left + this.width - x : x - this.left;
    return this.range.from + along / this.perDay;
  }
}

/**
 * The range moved and cut so that it lies within the whole and is not too short.
 * @param {Range} range
 * @param {Extent} whole
 * @returns {Range}
 */
export function within(range, whole) {
  const length = Math.min(Math.max(range.to - range.from, whole.shortest), whole.to - whole.from);
  const middle = (range.from + range.to) / 2;
  const from = Math.min(Math.max(middle - length / 2, whole.from), whole.to - length);
  return { from, to: from + length };
}

/**
 * The range made longer or shorter around a day that stays where it is.
 * @param {Range} range
 * @param {number} factor below 1 zooms in
 * @param {number} day
 * @param {Extent} whole
 */
export function zoomed(range, factor, day, whole) {
  const length = Math.min(Math.max((range.to - range.from) * factor, whole.shortest), whole.to - whole.from);
  const share = (day - range.from) / (range.to - range.from);
  return within({ from: day - share * length, to: day + (1 - share) * length }, whole);
}
