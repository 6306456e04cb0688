/** The client of a page. The modules of the chart come when one is near. */
import { watch } from './near.js';
import './theme.js';

watch(async () => (await import('./chart.js')).Chart);
