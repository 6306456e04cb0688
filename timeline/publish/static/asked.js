/** What an address asks of a chart: whoever embeds it is told in the console what cannot be, and what to write. */
import { dayOf } from './calendar.js';

/** Of more names than these, the first are told. */
const MOST = 12;

/**
 * The names that are there; of each other one it is told.
 * @param {string} parameter
 * @param {string[]} names
 * @param {string[]} known what can stand there
 */
export function there(parameter, names, known) {
  return names.filter((name) => known.includes(name) || tell(parameter, name, `is not there; ${instead(known.filter(Boolean))}`));
}

/**
 * Tell that a text is no date, if it is none.
 * @param {string} parameter
 * @param {string} text
 */
export function judge(parameter, text) {
  if (text && dayOf(text) === null) tell(parameter, text, 'is no date; write 2025, 2025-02 or 2025-02-12');
}

/**
 * Tell that no event meets all that is asked for.
 * @param {[string, string][]} asked the parameters with their values
 * @param {import('./store.js').Store} store
 */
export function leavesNone(asked, { dated, events: { date } }) {
  const said = asked.map(([parameter, value]) => `${parameter}="${value}"`).join(' ');
  console.warn(`timeline: ${said} leaves no event; first event: ${date[dated[0]]}, last event: ${date[dated[dated.length - 1]]}`);
}

/** @param {string[]} known */
function instead(known) {
  if (!known.length) return 'the timeline has none';
  return `write one of: ${known.slice(0, MOST).join(', ')}${known.length > MOST ? ', …' : ''}`;
}

/**
 * @param {string} parameter
 * @param {string} value
 * @param {string} problem
 */
function tell(parameter, value, problem) {
  console.warn(`timeline: ${parameter}="${value}" ${problem}`);
}
