/** Labels that give way like on a map. The same rules as in `figure/labels.py`, with text that is measured. */

/** @typedef {import('./types.js').Label} Label */

export const LINE = 15;
const GAP = 6;
/** The air around a label, across and down; more where labels are chosen from very many. */
const AIR = [2, 0];
const MORE_AIR = [10, 3];
const WIDEST = 210;
const LONGEST = 90;
const STRIP = 12;
const MOST = 80;
const TRIES = 400;

/** The places that are taken, sorted into strips so that a look takes few comparisons. */
export class Boxes {
  constructor() {
    /** @type {number[][]} */
    this.strips = [];
  }

  /**
   * Take a place.
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   */
  add(left, top, right, bottom) {
    for (let strip = Math.max(0, Math.floor(top / STRIP)); strip <= Math.floor(bottom / STRIP); strip++)
      (this.strips[strip] ||= []).push(left, top, right, bottom);
  }

  /**
   * Whether nothing has taken any of this place.
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   */
  free(left, top, right, bottom) {
    for (let strip = Math.max(0, Math.floor(top / STRIP)); strip <= Math.floor(bottom / STRIP); strip++) {
      const taken = this.strips[strip];
      if (!taken) continue;
      for (let n = 0; n < taken.length; n += 4)
        if (left < taken[n + 2] && right > taken[n] && top < taken[n + 3] && bottom > taken[n + 1]) return false;
    }
    return true;
  }
}

/**
 * A title in so many lines of about the same length.
 * @param {string} text
 * @param {number} lines
 * @returns {string[]}
 */
export function wrap(text, lines) {
  let best = -1;
  for (let at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1))
    if (best < 0 || Math.abs(lines * at - text.length) < Math.abs(lines * best - text.length)) best = at;
  return lines === 1 || best < 0 ? [text] : [text.slice(0, best), ...wrap(text.slice(best + 1), lines - 1)];
}

/** @param {string} title */
function shorten(title) {
  const text = title.split(/\s+/).join(' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/ \S*$/, '')}…` : text;
}

/** Measures words once each, and looks at each title once. */
export class Ruler {
  /** @param {CSSStyleDeclaration} style of the labels */
  constructor({ fontStyle, fontWeight, fontSize, fontFamily }) {
    this.context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    // All of it in one word is empty in some browsers, and where the reader forces colours.
    this.context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    /** @type {Map<string, {lines: string[], width: number}[]>} */
    this.known = new Map();
    /** @type {Map<string, number>} */
    this.words = new Map();
    this.space = this.context.measureText(' ').width;
  }

  /**
   * The ways to write a title, each with the width of its longest line.
   * @param {string} title
   */
  ways(title) {
    let ways = this.known.get(title);
    if (!ways) {
      const text = shorten(title);
      const all = [1, 2, 3].map((lines) => this.way(wrap(text, lines)));
      ways = all.filter(({ width }, n) => width <= WIDEST && (n === 0 || all[n - 1].lines.length < all[n].lines.length));
      if (!ways.length) ways = [text.split(' ').some((word) => this.word(word) > WIDEST) ? this.way(this.broken(text)) : all[2]];
      this.known.set(title, ways);
    }
    return ways;
  }

  /**
   * A title without spaces where a line has its end, as in Chinese, in at most three lines.
   * @param {string} text
   */
  broken(text) {
    const lines = [];
    let line = '';
    for (const character of text) {
      if (line && this.context.measureText(line + character).width > WIDEST && !/[\p{M}\p{Z}\p{P}]/u.test(character)) {
        const at = Math.max(line.lastIndexOf(' '), line.lastIndexOf('-')) + 1 || line.length;
        lines.push(line.slice(0, at).trim());
        line = line.slice(at);
      }
      line += character;
    }
    lines.push(line);
    return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2].slice(0, -2)}…`] : lines;
  }

  /** @param {string[]} lines */
  way(lines) {
    return { lines, width: Math.ceil(Math.max(...lines.map((line) => this.width(line)))) + 1 };
  }

  /** @param {string} line */
  width(line) {
    return line.split(' ').reduce((sum, word) => sum + this.space + this.word(word), -this.space);
  }

  /** @param {string} word */
  word(word) {
    const width = this.words.get(word) ?? this.context.measureText(word).width;
    this.words.set(word, width);
    return width;
  }
}

/**
 * The labels that find room; the most important marks come first. With `alone`, only marks that get a label will be
 * drawn, so that the others need no room.
 * @param {import('./types.js').Mark[]} marks
 * @param {(mark: import('./types.js').Mark) => string} title
 * @param {(mark: import('./types.js').Mark) => {top: number, bottom: number}} lane where a label may stand
 * @param {{left: number, right: number}} room
 * @param {Ruler} ruler
 * @param {boolean} alone
 * @returns {Label[]}
 */
export function place(marks, title, lane, room, ruler, alone) {
  const boxes = new Boxes();
  const air = alone ? MORE_AIR : AIR;
  if (!alone) for (const mark of marks) take(mark, boxes);
  const labels = [];
  let failed = 0;
  for (const mark of marks) {
    const label = alone && !isFree(mark, boxes) ? null : placed(mark, ruler.ways(title(mark)), lane(mark), room, boxes, air);
    if (label && alone) take(mark, boxes);
    if (label) labels.push(label);
    else failed += 1;
    if ((alone && labels.length >= MOST) || failed > TRIES) break;
  }
  return labels;
}

/**
 * Whether so few of many marks have a name that it tells more to draw only those that find room for one.
 * @param {import('./types.js').Mark[]} marks
 * @param {Label[]} labels
 */
export function nameless(marks, labels) {
  return marks.length > 2 * MOST && labels.length < MOST / 2;
}

/**
 * Whether a point is in a label.
 * @param {Label} label
 * @param {number} x
 * @param {number} y
 */
export function holds(label, x, y) {
  return x >= label.x && x <= label.x + label.width && Math.abs(y - label.y) <= (label.lines.length * LINE) / 2;
}

/**
 * The sides of a mark; a dot is ten pixels wide.
 * @param {import('./types.js').Mark} mark
 */
function sides({ left, right }) {
  const more = Math.max(0, (10 - (right - left)) / 2);
  return [left - more, right + more];
}

/**
 * @param {import('./types.js').Mark} mark
 * @param {Boxes} boxes
 */
function take(mark, boxes) {
  const [left, right] = sides(mark);
  boxes.add(left - 1, mark.y - 5, right + 1, mark.y + 5);
}

/**
 * @param {import('./types.js').Mark} mark
 * @param {Boxes} boxes
 */
function isFree(mark, boxes) {
  const [left, right] = sides(mark);
  return boxes.free(left - 1, mark.y - 5, right + 1, mark.y + 5);
}

/**
 * @param {import('./types.js').Mark} mark
 * @param {{lines: string[], width: number}[]} ways
 * @param {{top: number, bottom: number}} lane
 * @param {{left: number, right: number}} room
 * @param {Boxes} boxes
 * @param {number[]} air
 * @returns {Label | null}
 */
function placed(mark, ways, lane, room, boxes, [across, down]) {
  const [start, end] = sides(mark);
  const [left, right] = [Math.max(room.left, start), Math.min(room.right, end)];
  for (const { lines, width, x, y, side } of positions(mark.y, ways, left, right, room)) {
    const half = (lines.length * LINE) / 2;
    const [top, bottom] = [y - half, y + half];
    if (x < room.left || x + width > room.right || top < lane.top || bottom > lane.bottom) continue;
    if (!boxes.free(x - across, top - down, x + width + across, bottom + down)) continue;
    boxes.add(x - across, top, x + width + across, bottom);
    return { number: mark.number, lines, x, y, width, side };
  }
  return null;
}

/**
 * On the line of the mark, so that the labels of a row share their lines; above and below it; else beside it.
 * @param {number} y
 * @param {{lines: string[], width: number}[]} ways
 * @param {number} left
 * @param {number} right
 * @param {{left: number, right: number}} room
 */
function* positions(y, ways, left, right, room) {
  for (const way of ways)
    for (let above = 0; above < way.lines.length; above++)
      yield* beside(y + ((way.lines.length - 1) / 2 - above) * LINE, way, left, right);
  for (const way of ways) {
    const x = Math.min(Math.max((left + right - way.width) / 2, room.left + 2), room.right - way.width - 2);
    const away = GAP + (way.lines.length * LINE) / 2;
    yield { ...way, x, y: y - away, side: 'middle' };
    yield { ...way, x, y: y + away, side: 'middle' };
  }
  for (const way of ways) yield* beside(y, way, left, right);
}

/**
 * @param {number} y
 * @param {{lines: string[], width: number}} way
 * @param {number} left
 * @param {number} right
 */
function* beside(y, way, left, right) {
  yield { ...way, x: right + GAP, y, side: 'right' };
  yield { ...way, x: left - GAP - way.width, y, side: 'left' };
}
