/** What Plotly draws: the lines of the axis, density and marks. It is handed only what is in view, in pixels of the stage. */

/** @typedef {import('./types.js').Stroke} Stroke */

/** @type {Record<string, number>} */
const WIDTHS = { grid: 1, density: 0, span: 10, bar: 9, whisker: 1.5, ring: 9, hole: 5, square: 9, hollow: 5, dot: 9 };
// Without these Plotly would add a toolbar, listeners and an upload button; everything that reacts is ours.
const CONFIG = { staticPlot: true, displayModeBar: false, responsive: false, showSendToCloud: false, displaylogo: false };

/**
 * Draw with Plotly; resolves when it is drawn. A line trace would be one element per mark, since Plotly begins a path
 * anew at each gap; a shape is one element, however many marks it has, and when only shapes change, Plotly decides
 * nothing else anew.
 * @param {HTMLElement & {layout?: {width: number, height: number}}} host
 * @param {Stroke[]} strokes in the order in which they are drawn
 * @param {{left: number, width: number, height: number}} place
 */
export function draw(host, strokes, place) {
  const shapes = strokes.map(({ kind, path }) => ({ type: 'path', path, line: { width: WIDTHS[kind] } }));
  // @ts-ignore: Plotly is a script of its own
  const { Plotly } = window;
  const { layout } = host;
  const kept = layout?.width === place.width && layout.height === place.height;
  const drawn = kept ? Plotly.relayout(host, { shapes }) : Plotly.react(host, [], { ...laidOut(place), shapes }, layout ? undefined : CONFIG);
  // Where Plotly measures texts; it shows nothing.
  document.getElementById('js-plotly-tester')?.setAttribute('aria-hidden', 'true');
  host.querySelectorAll('.shapelayer path').forEach((path, n) => path.classList.add(...strokes[n].look.split(' ')));
  return drawn;
}

/** @param {{left: number, width: number, height: number}} place */
function laidOut({ left, width, height }) {
  const bare = { visible: false, fixedrange: true, type: 'linear' };
  return {
    width, height, margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
    showlegend: false, hovermode: false, dragmode: false,
    xaxis: { ...bare, range: [left, left + width] },
    yaxis: { ...bare, range: [height, 0] },
  };
}
