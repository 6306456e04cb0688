/** What a list that is shut says of itself: how many of its events it shows. */
import { write } from './dom.js';
import { grouped, outOf } from './numbers.js';

export class Summary {
  /** @param {import('./chart.js').Chart} chart */
  constructor(chart) {
    this.chart = chart;
    /** What it says of all of its events. */
    this.said = '';
  }

  show() {
    const { box, store, words } = this.chart;
    const list = /** @type {HTMLElement | null} */ (box.querySelector('[data-timeline-listed]'));
    const summary = list?.querySelector('summary');
    if (!list || !summary) return;
    this.said ||= summary.textContent || '';
    const all = Number(list.dataset.timelineListed);
    write(summary, this.said.replace(grouped(all, words), outOf(store.matches, all, words)));
  }
}
