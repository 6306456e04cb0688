/** The page inside of a frame: tells the page around it how high it is, and follows the theme it is asked for. */

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme === 'dark' || theme === 'light') document.body.dataset.mdColorScheme = theme === 'dark' ? 'slate' : 'default';

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
