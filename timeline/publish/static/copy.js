/** A button beside each code to copy, whatever the theme. */
import { html } from './dom.js';

/**
 * Copy a text; where a page may not do that by itself, as on an address without https, by way of a selection.
 * @param {HTMLElement} code
 */
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent || '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return document.execCommand('copy');
  }
}

/** @param {HTMLElement} code */
function offer(code) {
  const { timelineCopy = '', timelineCopied = '' } = code.dataset;
  const status = html('span', 'timeline-copied', { role: 'status' });
  const button = html('button', 'timeline-button', { type: 'button' }, timelineCopy);
  button.addEventListener('click', async () => {
    status.textContent = '';
    if (await copied(code)) status.textContent = timelineCopied;
  });
  code.dataset.timelineOffered = '';
  code.before(html('div', 'timeline-offer', {}, button, status));
}

/** Offer the codes of the page that are not offered yet. */
export function offerCodes() {
  /** @type {NodeListOf<HTMLElement>} */
  const codes = document.querySelectorAll('[data-timeline-copy]:not([data-timeline-offered])');
  codes.forEach(offer);
}
