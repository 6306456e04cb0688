const jitter = n => ((n * 0.618) % 1 - 0.5) * 0.7, traces = [];
LANES.forEach((lane, k) => { const own = EVENTS.map((e, n) => [e, n]).filter(([e]) => e.lane === k);
  const points = own.filter(([e]) => e.last === e.first), bars = own.filter(([e]) => e.last !== e.first);
  traces.push({type: 'scatter', mode: 'markers', name: lane, x: points.map(([e]) => e.first),
    y: points.map(([, n]) => k + jitter(n)), text: points.map(([e]) => e.title), marker: {size: 8}});
  traces.push({type: 'scatter', mode: 'lines', name: lane, line: {width: 6},
    x: bars.flatMap(([e]) => [e.first, e.last, null]), y: bars.flatMap(([, n]) => [k + jitter(n), k + jitter(n), null])}); });
Plotly.newPlot('c', traces, {height: 700, hovermode: 'closest', dragmode: 'pan', xaxis: {type: 'date'},
  yaxis: {fixedrange: true}}, {scrollZoom: true}).then(() => requestAnimationFrame(() => { window.ready = true; }));
