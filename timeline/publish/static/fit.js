/** The room that a long list takes once a filter has hidden some of it. */

/** About how high an entry is, in pixels; the style sheet has the height of a whole part. */
const ENTRY = 80;

/** Each part takes the room of what a filter leaves of it; the size that it had before tells nothing of that. @param {Element} box */
export function fit(box) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('.timeline-part'))) {
    const shown = part.querySelectorAll(':scope > :not([hidden])').length;
    part.hidden = shown === 0;
    part.style.containIntrinsicBlockSize = shown < part.childElementCount ? `${shown * ENTRY}px` : '';
  }
}
