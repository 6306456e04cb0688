/** What is ours over and under Plotly's drawing: bands, lane names, the words of the axis, labels, the ring of the focus. */
import { html, svg, set, write } from './dom.js';
import { LINE } from './labels.js';

/** @typedef {import('./types.js').Label} Label */

export class Over {
  /**
   * @param {string} id of the gradient of its lanes
   * @param {import('./store.js').Store} store
   */
  constructor(id, store) {
    this.id = id;
    this.store = store;
    this.under = svg('svg', 'timeline-under', { 'aria-hidden': 'true' });
    this.over = svg('svg', 'timeline-over', { 'aria-hidden': 'true' });
    this.names = svg('g');
    /** In sight for as long as the chart is: where it ends, or at the foot of the window. */
    this.axis = svg('svg', 'timeline-axis', { 'aria-hidden': 'true' });
    // Texts of HTML: those of SVG are laid out anew when they move.
    this.labels = html('div', 'timeline-labels', { 'aria-hidden': 'true' });
    /** The texts that are shown, by the number of their event. @type {Map<number, HTMLElement>} */
    this.shown = new Map();
    this.ring = svg('rect', 'timeline-ring-focus', { visibility: 'hidden' });
    /** Of the second view: the line of what was reported the day it happened, and the days of publication. */
    this.same = svg('line', 'timeline-same', { visibility: 'hidden' });
    this.side = svg('g');
    this.over.append(this.same, this.ring, this.names, this.side);
  }

  /**
   * Bands and lane names; they change only with the width and the lanes that are shown.
   * @param {import('./types.js').Layout} layout
   * @param {number} width
   * @param {boolean} mirrored
   */
  frame(layout, width, mirrored) {
    const height = layout.lanes.reduce((sum, lane) => sum + lane[1], 0);
    this.under.replaceChildren(
      this.gradient(layout.lanes, height),
      ...layout.lanes.filter(([, height]) => height).map(([top, height]) => svg('rect', 'timeline-band', { y: top, width: '100%', height: height - 2 })),
    );
    this.names.replaceChildren(...layout.lanes.flatMap(([, height], lane) => (height ? laneName(lane, this.store.colour(lane), layout, width, mirrored) : [])));
  }

  /**
   * The colours of the lanes from top to bottom, so that the marks of all lanes can be one path.
   * @param {number[][]} lanes
   * @param {number} height
   */
  gradient(lanes, height) {
    const across = { id: this.id, gradientUnits: 'userSpaceOnUse', x1: 0, x2: 0, y1: 0, y2: height };
    const stops = lanes.flatMap(([top, high], lane) =>
      [top, top + high].map((y) => svg('stop', `timeline-colour-${this.store.colour(lane)}`, { offset: y / height, 'stop-color': 'currentColor' })),
    );
    return svg('linearGradient', '', across, ...stops);
  }

  /**
   * Show the second view, or the lanes for null.
   * @param {import('./reported.js').Reported | null} reported
   * @param {import('./scale.js').Scale} scale
   * @param {any} words
   * @param {number} width
   */
  view(reported, scale, words, width) {
    const visibility = reported ? 'hidden' : 'visible';
    if (this.under.getAttribute('visibility') === visibility && !reported) return;
    for (const element of [this.under, this.names]) set(element, { visibility });
    this.under.parentElement?.classList.toggle('timeline-plain', reported !== null);
    set(this.same, { visibility: reported ? 'visible' : 'hidden' });
    this.side.replaceChildren();
    if (!reported) return;
    const { from, to } = reported.range;
    set(this.same, { x1: scale.x(from), y1: reported.at(from), x2: scale.x(to), y2: reported.at(to) });
    const [x, side] = scale.mirrored ? [width - 8, 'right'] : [8, 'left'];
    for (const { text, below, y } of reported.ticks(words))
      this.side.append(svg('text', `timeline-tick timeline-tick-${side}`, { x, y: y + 4 }, [text, below].filter(Boolean).join(' ')));
    for (const { name, lane, x, y } of reported.key)
      this.side.append(svg('text', `timeline-name timeline-colour-${this.store.colour(lane)}`, { x, y, 'text-anchor': scale.mirrored ? 'end' : 'start' }, name));
  }

  /**
   * The words of the axis.
   * @param {import('./axis.js').Tick[]} ticks
   * @param {import('./scale.js').Scale} scale
   * @param {number} width of the whole stage
   */
  ticks(ticks, scale, width) {
    const texts = ticks.flatMap(({ at, text, below }) => {
      const x = scale.x(at);
      return [text, below].filter(Boolean).map((said, line) => [said, x, 14 + 14 * line, said.length * 3.6]);
    });
    const inside = texts.filter(([, x, , half]) => +x - +half > 0 && +x + +half < width);
    fill(this.axis, inside.length, () => svg('text', 'timeline-tick'));
    inside.forEach(([text, x, y], n) => write(this.axis.children[n], String(text), { x: round(+x), y }));
  }

  /**
   * Write the labels; a text that was there already only moves.
   * @param {Label[]} labels
   */
  write(labels) {
    const before = this.shown;
    this.shown = new Map(labels.map((label) => [label.number, before.get(label.number) || html('div')]));
    for (const [number, element] of before) if (!this.shown.has(number)) element.remove();
    for (const label of labels) {
      const element = /** @type {HTMLElement} */ (this.shown.get(label.number));
      inscribe(element, label);
      if (!element.isConnected) this.labels.append(element);
    }
  }

  /** @param {import('./types.js').Mark | null} mark */
  highlight(mark) {
    if (!mark) return set(this.ring, { visibility: 'hidden' });
    // It is wider than a dot, and ends before the label beside a bar.
    const more = Math.max(5, 8 - (mark.right - mark.left) / 2);
    const [x, width] = [mark.left - more, mark.right - mark.left + 2 * more];
    set(this.ring, { visibility: 'visible', x: round(x), y: mark.y - 9, width: round(width), height: 18, rx: 9 });
  }
}

/**
 * @param {number} lane
 * @param {number} colour
 * @param {import('./types.js').Layout} layout
 * @param {number} width
 * @param {boolean} mirrored
 */
function laneName(lane, colour, layout, width, mirrored) {
  const [top, height] = layout.lanes[lane];
  const lines = layout.names[lane];
  const middle = top + (layout.headers[lane] ? 14 : height / 2 + 4 - ((lines.length - 1) * LINE) / 2);
  const x = mirrored ? width - 8 : 8;
  const look = `timeline-name timeline-colour-${colour}`;
  const anchor = mirrored ? 'end' : 'start';
  return lines.map((text, n) => svg('text', look, { x, y: middle + n * LINE, 'text-anchor': anchor }, text));
}

/**
 * @param {HTMLElement} element
 * @param {Label} label
 */
function inscribe(element, { lines, x, y, side }) {
  const [text, look] = [lines.join('\n'), `timeline-label timeline-label-${side}`];
  if (element.textContent !== text) element.textContent = text;
  if (element.className !== look) element.className = look;
  element.style.translate = `${round(x)}px ${round(y - (lines.length * LINE) / 2)}px`;
}

/**
 * @param {Element} group
 * @param {number} count
 * @param {() => Element} make
 */
function fill(group, count, make) {
  while (group.childElementCount > count) group.lastElementChild?.remove();
  while (group.childElementCount < count) group.append(make());
}

/** @param {number} x */
function round(x) {
  return Math.round(x * 10) / 10;
}
