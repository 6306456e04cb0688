/** Texts as a search compares them. */

/**
 * A text without what differs between two ways to write one word: case, accents, the form of an apostrophe.
 * @param {string} text
 */
export function folded(text) {
  // In upper case "ß" is "SS".
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[\u2018\u2019\u02bc]/g, "'").toUpperCase();
}
