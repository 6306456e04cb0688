/** Numbers and their nouns as the language of the page writes them. */

/** @typedef {import('./types.js').Words} Words */

/** The plural rules of each language. @type {Map<string, Intl.PluralRules>} */
const languages = new Map();

/** @param {string} language */
function rules(language) {
  const found = languages.get(language) || new Intl.PluralRules(language);
  languages.set(language, found);
  return found;
}

/**
 * A number with its digits in groups. The page says what stands between them: the browser's own way to write numbers
 * takes as long to load as a chart to draw its marks.
 * @param {number} count
 * @param {Words} words
 */
export function grouped(count, words) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, words.group);
}

/**
 * A number, and of how many it is if there are more.
 * @param {number} count
 * @param {number} all
 * @param {any} words
 */
export function outOf(count, all, words) {
  return count < all ? words.of.replace('{n}', grouped(count, words)).replace('{all}', grouped(all, words)) : grouped(all, words);
}

/**
 * A number and its noun in the form that the language wants.
 * @param {Record<string, string>} forms
 * @param {number} count
 * @param {Words} words
 * @param {string} [shown]
 */
export function plural(forms, count, words, shown = grouped(count, words)) {
  return (forms[rules(words.language).select(count)] || forms.other).replace('{n}', shown);
}
