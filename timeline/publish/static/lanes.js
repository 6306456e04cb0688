/** The lanes of a chart: those that a filter leaves move together. */

/** @typedef {import('./types.js').Layout} Layout */

/**
 * A layout in which only some lanes have a height.
 * @param {Layout} layout
 * @param {boolean[]} shown
 * @returns {Layout}
 */
export function only(layout, shown) {
  let top = 0;
  const lanes = layout.lanes.map(([, height], lane) => {
    const place = [top, shown[lane] ? height : 0];
    top += place[1];
    return place;
  });
  const moved = (/** @type {number} */ lane) => lanes[lane][0] - layout.lanes[lane][0];
  const middles = layout.middles.map((rows, lane) => (shown[lane] ? rows.map((y) => y + moved(lane)) : []));
  return { ...layout, lanes, middles };
}
