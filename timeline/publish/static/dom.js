/** Making elements. Text from the data goes in as text only, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element with a class, attributes and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [name]
 * @param {Record<string, string | number | boolean>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function html(tag, name = '', attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  set(made, attributes);
  made.append(...children);
  return made;
}

/**
 * An SVG element with a class and attributes.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {string} [name]
 * @param {Record<string, string | number | boolean>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, name = '', attributes = {}, ...children) {
  const made = /** @type {SVGElementTagNameMap[T]} */ (document.createElementNS(SVG, tag));
  if (name) made.setAttribute('class', name);
  set(made, attributes);
  made.append(...children);
  return made;
}

/**
 * Set attributes; true sets an empty one, false takes it away.
 * @param {Element} element
 * @param {Record<string, string | number | boolean>} attributes
 */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * A number and its noun in the form that the language wants.
 * @param {Record<string, string>} forms
 * @param {number} count
 * @param {string} language
 * @param {string} [shown]
 */
export function plural(forms, count, language, shown = String(count)) {
  const form = forms[new Intl.PluralRules(language).select(count)] || forms.other;
  return form.replace('{n}', shown);
}
