/** Numbers and their nouns as the language of the page writes them. */

/** The plural rules and the way to write numbers of each language. @type {Map<string, [Intl.PluralRules, Intl.NumberFormat]>} */
const languages = new Map();

/** @param {string} language @returns {[Intl.PluralRules, Intl.NumberFormat]} */
function rules(language) {
  const format = /** @type {Intl.NumberFormatOptions} */ ({ useGrouping: 'always', numberingSystem: 'latn' });
  const found = languages.get(language) || [new Intl.PluralRules(language), new Intl.NumberFormat(language, format)];
  languages.set(language, found);
  return found;
}

/**
 * A number as a language writes it.
 * @param {number} count
 * @param {string} language
 */
export function grouped(count, language) {
  return rules(language)[1].format(count);
}

/**
 * A number and its noun in the form that the language wants.
 * @param {Record<string, string>} forms
 * @param {number} count
 * @param {string} language
 * @param {string} [shown]
 */
export function plural(forms, count, language, shown = grouped(count, language)) {
  return (forms[rules(language)[0].select(count)] || forms.other).replace('{n}', shown);
}
