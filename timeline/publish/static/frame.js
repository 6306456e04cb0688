/** The client of a frame, in one file: its sandbox forbids it to fetch modules. */
import { Chart } from './chart.js';
import { watch } from './near.js';

watch(async () => Chart);
