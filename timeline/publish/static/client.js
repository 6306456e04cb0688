/** The client of a page. The modules of the chart come when one is near. */
import { watch } from './near.js';

watch(async () => (await import('./chart.js')).Chart);
