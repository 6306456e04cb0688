/** The pages that a reader comes to: the one that was loaded, and those that Material's instant navigation shows. */

/**
 * Do something with each page when all of it is there.
 * @param {() => void} action
 */
export function onPages(action) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', action);
  else action();
  const shown = /** @type {any} */ (window).document$;
  if (shown) shown.subscribe(action);
}
