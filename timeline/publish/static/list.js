/** The list of very many events: the page keeps most of it as text, which costs its readers little until they want it. */
import { target } from './address.js';
import { onPages } from './pages.js';

/** The charts whose list is seen to. @type {WeakSet<Element>} */
const grown = new WeakSet();

/** @param {Element} box */
function kept(box) {
  return /** @type {HTMLElement[]} */ ([...box.querySelectorAll('noscript.timeline-kept')]);
}

/**
 * Put a part of the list into the page. Where a theme has read the page without running it, it is no longer text.
 * @param {HTMLElement} part
 */
function put(part) {
  if (part.firstElementChild) return part.replaceWith(...part.childNodes);
  part.insertAdjacentHTML('beforebegin', part.textContent || '');
  part.remove();
}

/** Put all of the list into the page. @param {Element} box */
export function showAll(box) {
  for (const part of kept(box)) put(part);
}

/** The last part of the list, put into the page; null if there is no list. @param {Element} box */
export function showLast(box) {
  kept(box).slice(-1).forEach(put);
  return [...box.querySelectorAll('.timeline-events')].at(-1) || null;
}

/**
 * The entry of an event in the list, null if it has none.
 * @param {Element} box
 * @param {string} id
 */
export function entry(box, id) {
  // Two charts of one page can be of the same events: the ids of the second have an ending.
  id += /** @type {HTMLElement} */ (box).dataset.timelineEnding || '';
  const there = () => /** @type {HTMLElement | null} */ (box.querySelector(`#${CSS.escape(id)}`));
  const part = there() ? null : kept(box).find((one) => one.innerHTML.includes(` id="${id}"`));
  if (part) put(part);
  return there();
}

/** Put a part into the page when the one before it is seen, and one that the address leads to. @param {Element} box */
function grow(box) {
  if (grown.has(box) || !kept(box).length) return;
  grown.add(box);
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const next = isIntersecting && target.nextElementSibling;
      if (next && next.matches('noscript.timeline-kept')) put(/** @type {HTMLElement} */ (next));
    }
    watch();
  });
  const watch = () => box.querySelectorAll('.timeline-events:has(+ noscript)').forEach((list) => seen.observe(list));
  watch();
  lead(box);
}

/** Go where the address leads, if that was not there before. @param {Element} box */
function lead(box) {
  const id = target();
  if (id && !document.getElementById(id) && entry(box, id)) location.replace(location.hash);
}

/** @param {(box: Element) => void} action */
function each(action) {
  document.querySelectorAll('[data-timeline]').forEach(action);
}

/** Let the lists of each page grow; all of them is for paper. */
export function growLists() {
  onPages(() => each(grow));
  addEventListener('beforeprint', () => each(showAll));
  addEventListener('hashchange', () => each(lead));
}
