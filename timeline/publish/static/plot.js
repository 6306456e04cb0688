/** What Plotly draws: marks, density and the lines of the axis. It is handed only what is in view. */
import { KINDS } from './marks.js';

/**
 * @typedef {import('./types.js').Line} Line
 * @typedef {import('./scale.js').Scale} Scale
 */

const WIDTHS = { span: 10, bar: 9, whisker: 1.5, ring: 9, hole: 5, square: 9, hollow: 5, dot: 9 };
// Without these Plotly would add a toolbar, listeners and an upload button; everything that reacts is ours.
const CONFIG = { staticPlot: true, displayModeBar: false, responsive: false, showSendToCloud: false, displaylogo: false };

/** Plotly compares data by this number instead of value by value. */
let revision = 0;

/**
 * Draw with Plotly; resolves when it is drawn.
 * @param {HTMLElement} host
 * @param {{strokes: Map<string, Line>, density: Line | null, grid: number[], scale: Scale,
 *   left: number, width: number, height: number}} drawing
 */
export function draw(host, { strokes, density, grid, scale, left, width, height }) {
  const x = (/** @type {Line} */ line) => line.x.map((at) => (at === null ? null : scale.day(at)));
  const traces = density ? [trace('density-all', x(density), density.y, { fill: 'toself', line: { width: 0 } })] : [];
  for (const kind of KINDS)
    for (const [name, line] of strokes)
      // @ts-ignore: every kind has its width
      if (name.startsWith(kind)) traces.push(trace(name, x(line), line.y, { line: { width: WIDTHS[kind], simplify: false } }));
  const range = [scale.day(left), scale.day(left + width)];
  // @ts-ignore: Plotly is a script of its own
  const { Plotly } = window;
  // With a configuration each time, Plotly would have the browser lay out the page each time.
  return Plotly.react(host, traces, layout(range, grid, width, height), revision++ && host.childElementCount ? undefined : CONFIG);
}

/**
 * @param {string} name becomes part of a class name, through which the style sheet gives colours and the shape of ends
 * @param {(number | null)[]} x
 * @param {(number | null)[]} y
 * @param {object} look
 */
function trace(name, x, y, look) {
  return { type: 'scatter', mode: 'lines', uid: name, x, y, hoverinfo: 'skip', connectgaps: false, ...look };
}

/**
 * @param {number[]} range
 * @param {number[]} grid
 * @param {number} width
 * @param {number} height
 */
function layout(range, grid, width, height) {
  const bare = { showticklabels: false, zeroline: false, fixedrange: true, ticks: '' };
  return {
    width, height, datarevision: revision, margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
    showlegend: false, hovermode: false, dragmode: false,
    xaxis: { ...bare, type: 'linear', range, tickmode: 'array', tickvals: grid },
    yaxis: { ...bare, type: 'linear', range: [height, 0], showgrid: false },
  };
}
