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

/** Lines on a ground of 16 by 16. @type {Record<string, string>} */
const SIGNS = {
  previous: 'M10 3L5 8l5 5', next: 'M6 3l5 5-5 5', close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 013.5 3.5L10.5 8.5M9 11l-1.5 1.5a2.5 2.5 0 01-3.5-3.5L5.5 7.5',
  zoom_out: 'M3 8h10', zoom_in: 'M3 8h10M8 3v10', zoom_all: 'M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3',
};

/**
 * A button with a sign that says in words what it does.
 * @param {string} name
 * @param {any} words
 * @param {() => void} action
 */
export function button(name, words, action) {
  const drawing = svg('svg', '', { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', '', { d: SIGNS[name] }));
  const look = `timeline-button timeline-sign timeline-${name.replace('_', '-')}`;
  const made = html('button', look, { type: 'button', title: words[name], 'aria-label': words[name] }, drawing);
  made.addEventListener('click', action);
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
 * Change a text only where it differs, so that the browser lays out no more than it must.
 * @param {Element} element
 * @param {string} text
 * @param {Record<string, string | number>} [place] attributes
 */
export function write(element, text, place = {}) {
  if (element.textContent !== text) element.textContent = text;
  for (const [name, value] of Object.entries(place))
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
