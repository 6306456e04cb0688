/** Work that waits until the hand is at rest. */

/** How long nothing must have been asked for until a hand is at rest, in milliseconds. */
const REST = 1000;

/**
 * What is done once the hand is at rest: what others read need not keep up with every step of a zoom.
 * @param {() => void} action
 * @returns {() => void} to be called at each step
 */
export function atRest(action) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(action, REST);
  };
}
