const chart = echarts.init(document.getElementById('c')); chart.on('finished', () => { window.ready = true; });
chart.setOption({animation: false, xAxis: {type: 'time'}, yAxis: {type: 'category', data: LANES},
  dataZoom: [{type: 'inside', filterMode: 'weakFilter'}], series: [{type: 'custom', encode: {x: [0, 1], y: 2},
  data: EVENTS.map(e => [Date.parse(e.first), Date.parse(e.last), e.lane, e.title]),
  renderItem: (params, api) => { const a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(2)]);
    const y = a[1] + ((params.dataIndex * 0.618) % 1 - 0.5) * 60, style = {fill: '#3a63b8'};
    return b[0] > a[0] ? {type: 'rect', shape: {x: a[0], y: y - 3, width: Math.max(2, b[0] - a[0]), height: 6}, style}
      : {type: 'circle', shape: {cx: a[0], cy: y, r: 4}, style}; }}]});
