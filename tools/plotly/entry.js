// The part of plotly.js that the client draws with: shapes in a plane, and redrawing them. No toolbar, no legend, no kind
// of chart: what a reader does is answered by the client itself.
const { react, relayout } = require('plotly.js/src/plot_api');
const { register } = require('plotly.js/src/registry');
const { version } = require('plotly.js/src/version');

register([
  // The kind of chart that Plotly takes where none is asked for.
  require('plotly.js/src/traces/scatter'),
  require('plotly.js/src/components/shapes'),
  // Drawing asks these for their defaults, though nothing of them is shown.
  require('plotly.js/src/components/fx'),
  require('plotly.js/src/components/modebar'),
  require('plotly.js/src/locale-en'),
  require('plotly.js/src/locale-en-us'),
]);

module.exports = { react, relayout, version };
