/** The proleptic Gregorian calendar in whole numbers, for any year: Howard Hinnant's "chrono-compatible" algorithms. */

/**
 * The day number (days since 1970-01-01) of a calendar day.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
export function dayNumber(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/**
 * Year, month and day of a day number.
 * @param {number} number
 */
export function civil(number) {
  const shifted = Math.floor(number) + 719468;
  const era = Math.floor(shifted / 146097);
  const day = shifted - era * 146097;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36524) - Math.floor(day / 146096)) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const m = month < 10 ? month + 3 : month - 9;
  return { year: era * 400 + year + (m <= 2 ? 1 : 0), month: m, day: dayOfYear - Math.floor((153 * month + 2) / 5) + 1 };
}

/**
 * A day number as ISO 8601 writes the day.
 * @param {number} number
 */
export function isoDay(number) {
  const { year, month, day } = civil(number);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * The time of day of a day number with its fraction, as 14:05.
 * @param {number} number
 */
export function timeText(number) {
  const minute = Math.round((number - Math.floor(number)) * 1440);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * A day number with its fraction as ISO 8601 writes day and time.
 * @param {number} number
 */
export function isoTime(number) {
  const minute = Math.round(number * 1440) / 1440;
  return `${isoDay(minute)}T${timeText(minute)}`;
}

/**
 * The first moment of a date such as 2025, 2025-02, 2025-02-12, 2025-02-12T14:05 or -0043 as a day number, or that after
 * its last day or minute; null if it is none, as 2025-13 and 2025-02-30.
 * @param {string} text
 * @param {boolean} [after]
 * @returns {number | null}
 */
export function dayOf(text, after = false) {
  const timed = /^(.*-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (!timed) return wholeDay(text, after);
  const first = wholeDay(timed[1], false);
  return first === null ? null : first + (Number(timed[2]) * 60 + Number(timed[3]) + Number(after)) / 1440;
}

/**
 * @param {string} text
 * @param {boolean} after
 * @returns {number | null}
 */
function wholeDay(text, after) {
  const parts = /^(-?)Y?(-?\d{4,12})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text.trim());
  if (!parts) return null;
  const year = Number(parts[1] + parts[2]);
  const [month, day] = [Number(parts[3] || 1), Number(parts[4] || 1)];
  const first = dayNumber(year, month, day);
  const there = civil(first);
  if (there.month !== month || there.day !== day) return null;
  if (!after) return first;
  if (parts[4]) return first + 1;
  if (parts[3] && month < 12) return dayNumber(year, month + 1, 1);
  return dayNumber(year + 1, 1, 1);
}
