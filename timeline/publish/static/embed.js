/** The page inside of a frame: tells the page around it how high it is, and follows the theme it is asked for. */

import { there } from './asked.js';

/** @type {Record<string, string>} */
const SCHEMES = { light: 'default', dark: 'slate' };
const [theme] = there('theme', new URLSearchParams(location.search).getAll('theme'), Object.keys(SCHEMES));
if (theme) document.body.dataset.mdColorScheme = SCHEMES[theme];

let told = 0;

/** Frames that have not been shown yet have no height; they tell it when they are. */
function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (!height || height === told || parent === window) return;
  told = height;
  parent.postMessage({ type: 'timeline-height', height }, '*');
}

new ResizeObserver(tell).observe(document.body);
addEventListener('load', tell);
document.addEventListener('visibilitychange', tell);
document.addEventListener('timeline-ready', tell);
