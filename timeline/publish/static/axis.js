/** The ticks of the axis, from a minute to the farthest year that a date can say. The same steps as in `figure/axis.py`. */
import { civil, dayNumber, timeText } from './calendar.js';
import { grouped, plural } from './numbers.js';

/** @typedef {[number, string, number]} Step */

const YEAR = 365.2425;
const MINUTES = 1440;
/** Room for a time of day with its day below, and half of the width of a day with its year. */
const TIME = 60, HALF_DAY = 45;
const TIMES = [1, 5, 15, 30, 60, 120, 180, 360, 720].map((n) => /** @type {Step} */ ([n / MINUTES, 'minute', n]));
const STEPS = [
  ...[1, 2, 7, 14].map((n) => /** @type {Step} */ ([n, 'day', n])),
  ...[1, 2, 3, 6].map((n) => /** @type {Step} */ ([(n * YEAR) / 12, 'month', n])),
];
// As far as a date can say.
for (let power = 1; power <= 1e15; power *= 10)
  for (const n of [1, 2, 5]) STEPS.push([n * power * YEAR, 'year', n * power]);

/** @typedef {{at: number, text: string, below: string}} Tick */

/**
 * The ticks of a range, as many as have room for their text, about fourteen at most.
 * @param {import('./types.js').Range} range
 * @param {number} width
 * @param {any} words
 * @param {boolean} [timed] whether there may be times of day: the dot of a day is in its middle, not at noon
 * @returns {Tick[]}
 */
export function ticks({ from, to }, width, words, timed = false) {
  const longest = Math.max(...[from, to].map((end) => yearText(civil(end).year, words).length));
  const fits = (/** @type {number} */ room) => (/** @type {Step} */ step) =>
    step[0] >= ((to - from) / Math.max(width, 1)) * Math.max(room, width / 14);
  const time = timed ? TIMES.find(fits(TIME)) : undefined;
  const [, unit, count] = time || STEPS.find(fits(longest * 6.5 + 20)) || STEPS[STEPS.length - 1];
  if (unit === 'year') return years(from, to, count).map(([at, year]) => ({ at, text: yearText(year, words), below: '' }));
  if (unit === 'minute') return atTimes(minutes(from, to, count), from + (HALF_DAY * (to - from)) / Math.max(width, 1), words);
  const found = unit === 'day' ? days(from, to, count) : months(from, to, count);
  return found.map((at, n) => dated(at, found[n - 1], unit, words));
}

/**
 * Times of day; each day is told once, the first with its year, where that is inside of the chart.
 * @param {number[]} times
 * @param {number} inside
 * @param {any} words
 * @returns {Tick[]}
 */
function atTimes(times, inside, words) {
  let told = NaN;
  return times.map((at) => {
    if (at < inside || told === Math.floor(at)) return { at, text: timeText(at), below: '' };
    const { year, month, day } = civil(at);
    const name = dayText(month, day, words);
    const below = Number.isNaN(told) ? `${name} ${yearText(year, words)}` : name;
    told = Math.floor(at);
    return { at, text: timeText(at), below };
  });
}

/**
 * @param {number} at
 * @param {number | undefined} before
 * @param {string} unit
 * @param {any} words
 */
function dated(at, before, unit, words) {
  const { year, month, day } = civil(at);
  const changed = before === undefined || civil(before).year !== year;
  const text = unit === 'month' ? words.months[month - 1] : dayText(month, day, words);
  return { at, text, below: changed ? yearText(year, words) : '' };
}

/**
 * A day without its year.
 * @param {number} month
 * @param {number} day
 * @param {any} words
 */
function dayText(month, day, words) {
  return words.days[month - 1].replace('{dd}', String(day).padStart(2, '0')).replace('{d}', day === 1 ? words.first : String(day));
}

/**
 * An astronomical year as people write it.
 * @param {number} year
 * @param {any} words
 */
export function yearText(year, words) {
  if (year > 0) return counted(year, words);
  return words.before.replace('{n}', counted(year > -1e6 ? 1 - year : -year, words));
}

/**
 * @param {number} years from ten thousand on with their digits in groups, then counted in units such as millions
 * @param {any} words
 */
function counted(years, words) {
  const scale = years >= 1e6 && words.large.find((/** @type {[number, any]} */ [unit]) => years >= unit);
  if (!scale) return years < 1e4 ? String(years) : grouped(years, words);
  const amount = +(years / scale[0]).toPrecision(6);
  return plural(scale[1], amount, words, String(amount).replace('.', words.decimal));
}

/**
 * Before the common era the round numbers are those that people read: 1000 BCE is the year -999.
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
function years(from, to, count) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = Math.floor(civil(from).year / count) * count; ; at += count) {
    const year = at > 0 ? at : at + 1;
    const day = dayNumber(year, 1, 1);
    if (day > to) return found;
    if (day >= from) found.push([day, year]);
  }
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
function months(from, to, count) {
  const found = [];
  const start = civil(from);
  let [year, month] = [start.year, Math.floor((start.month - 1) / count) * count + 1];
  for (let day = dayNumber(year, month, 1); day <= to; day = dayNumber(year, month, 1)) {
    if (day >= from) found.push(day);
    month += count;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return found;
}

/**
 * Weeks begin on Mondays: the day number -3 was one.
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
function days(from, to, count) {
  const shift = count >= 7 ? 3 : 0;
  const found = [];
  for (let at = Math.ceil((from + shift) / count) * count - shift; at <= to; at += count) found.push(at);
  return found;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} count
 */
function minutes(from, to, count) {
  const found = [];
  for (let at = Math.ceil((from * MINUTES) / count) * count; at <= to * MINUTES; at += count) found.push(at / MINUTES);
  return found;
}
