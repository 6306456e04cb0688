const items = EVENTS.map((e, n) => ({id: n, group: e.lane, content: e.title, start: e.first,
  end: e.last === e.first ? undefined : e.last, type: e.last === e.first ? 'box' : 'range'}));
const chart = new vis.Timeline(document.getElementById('c'), new vis.DataSet(items),
  new vis.DataSet(LANES.map((content, id) => ({id, content}))), {stack: true, maxHeight: 700});
chart.on('changed', () => { if (document.querySelector('.vis-item')) requestAnimationFrame(() => { window.ready = true; }); });
