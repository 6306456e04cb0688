/** Begins each chart of the page when it comes near: its data, Plotly and the chart's own modules, all at once. */
import { growLists } from './list.js';
import { onPages } from './pages.js';

/** @type {Promise<void> | undefined} */
let plotly;

/**
 * Load Plotly; it is one file per site.
 * @param {string} address
 */
function loadPlotly(address) {
  plotly ||= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      // The next chart asks again.
      plotly = undefined;
      reject(new Error(address));
    };
    forbidStyles();
    document.head.append(script);
  });
  return plotly;
}

/** Plotly writes a style sheet into the page unless there is this element; a strict content policy forbids it to. */
function forbidStyles() {
  if (document.getElementById('plotly.js-style-global')) return;
  const mark = document.createElement('meta');
  mark.id = 'plotly.js-style-global';
  mark.className = 'no-inline-styles';
  document.head.append(mark);
}

/**
 * The data of a chart: a file, or an element of the page: of a selection, and where a frame may ask for nothing.
 * @param {string} source
 * @returns {Promise<[import('./types.js').Data, string]>}
 */
async function load(source) {
  if (source.startsWith('#')) {
    const held = document.getElementById(source.slice(1));
    return [JSON.parse(held?.dataset.timelineData || held?.textContent || ''), location.href];
  }
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${answer.status} ${source}`);
  return [await answer.json(), answer.url];
}

/** Resolves when the styles of the page have come; without them nothing has its size. */
async function styled() {
  const links = /** @type {HTMLLinkElement[]} */ ([...document.querySelectorAll('link[rel=stylesheet]')]);
  const coming = links.filter((link) => !link.sheet && !link.disabled);
  await Promise.all(coming.map((link) => new Promise((come) => ['load', 'error'].forEach((name) => link.addEventListener(name, come)))));
}

/** How near to the part of the page that is seen a chart begins, in pixels. */
const NEAR = 600;

/** @typedef {() => Promise<typeof import('./chart.js').Chart>} GetChart */

/**
 * @param {HTMLElement} box
 * @param {GetChart} getChart
 */
async function begin(box, getChart) {
  if (box.dataset.timelineState) return;
  box.dataset.timelineState = 'loading';
  const { timelineSrc = '', timelinePlotly = '' } = box.dataset;
  try {
    const [Chart, [data, base]] = await Promise.all([getChart(), load(timelineSrc), loadPlotly(timelinePlotly), styled()]);
    const chart = new Chart(box, data, base);
    box.dispatchEvent(new CustomEvent('timeline-ready', { bubbles: true, detail: { chart } }));
  } catch (error) {
    box.dataset.timelineState = 'failed';
    console.warn('timeline:', error);
  }
}

/**
 * Begin the charts that are near the part of the page that is seen, and the others when they come near.
 * @param {GetChart} getChart
 */
export function look(getChart) {
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      begin(/** @type {HTMLElement} */ (target), getChart);
    }
  }, { rootMargin: `${NEAR}px` });
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-timeline]'))) {
    if (document.readyState === 'loading' && !isThere(box)) continue;
    // An observer tells only after the next frame; what is near at once need not wait for it.
    const { top, bottom } = box.getBoundingClientRect();
    if (bottom > -NEAR && top < innerHeight + NEAR) begin(box, getChart);
    else near.observe(box);
  }
}

/** Whether all that a chart needs of the page has come. @param {HTMLElement} box */
function isThere(box) {
  const { timelineSrc = '' } = box.dataset;
  return box.querySelector('figcaption') && (!timelineSrc.startsWith('#') || document.getElementById(timelineSrc.slice(1)));
}

/**
 * Look for charts now, when all of the page is there, and in each page that Material's instant navigation shows.
 * @param {GetChart} getChart
 */
export function watch(getChart) {
  if (document.readyState === 'loading') look(getChart);
  onPages(() => look(getChart));
  growLists();
}
