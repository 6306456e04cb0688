/** Points at the event that the address names. */
import { target } from './address.js';

/**
 * Show it in a chart that has it; filters that hide it give way.
 * @param {import('./chart.js').Chart} chart
 */
export function point(chart) {
  const { store, filter, keys } = chart;
  const number = store.numbers.get(target());
  if (number === undefined) return;
  const hidden = !store.matched[number];
  if (hidden) filter.clear();
  chart.focus(number);
  keys.name();
  // The browser looked for its entry when that was not to be seen.
  if (hidden) filter.item(number)?.scrollIntoView();
}
