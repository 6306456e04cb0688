/** The client of a page. The modules of the chart come when one is near. */
import { offerCodes } from './copy.js';
import { watch } from './near.js';
import { onPages } from './pages.js';
import './theme.js';

watch(async () => (await import('./chart.js')).Chart);
onPages(offerCodes);
onPages(async () => document.querySelector('[data-timeline-today]') && (await import('./today.js')).showToday());
