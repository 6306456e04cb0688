/**
 * Only in a live preview: what has been saved comes into the page, and what `timeline check` finds stands at its foot.
 *
 * Of a list only the entries that have changed are put in, and its chart begins anew with the filters and the part of the
 * time that the address keeps. A page whose layout has changed is loaded again.
 */
import { entry, showLast } from './list.js';
import { look } from './near.js';

/**
 * @typedef {object} Finding
 * @property {string} path
 * @property {number} line
 * @property {number} column
 * @property {string} code
 * @property {'error'|'warning'|'note'} level
 * @property {string} message
 * @property {string} hint
 *
 * @typedef {object} Changes
 * @property {string} version
 * @property {boolean} [reload]
 * @property {{id: string, html: string, next: string|null}[]} [entries] the last first
 * @property {string[]} [gone]
 */

const SITE = new URL('../../', import.meta.url);
const OPEN = 'timeline-preview-open';
const MOST = 100;
const PAUSE = 1000;

/** @param {string} name */
async function ask(name) {
  const answer = await fetch(new URL(name, import.meta.url), { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.json();
}

/**
 * Wait for changes as long as someone looks at the page.
 * @param {string} version empty where the host has made the page alone, as for an address that leads nowhere
 */
async function follow(version) {
  const page = encodeURIComponent(location.pathname.slice(SITE.pathname.length));
  for (;;) {
    if (document.hidden) await new Promise((seen) => addEventListener('visibilitychange', seen, { once: true }));
    try {
      const changes = /** @type {Changes} */ (await ask(`changes.json?page=${page}&version=${version}`));
      const known = version;
      version = changes.version;
      if (!known || version === known) continue;
      if (changes.reload) return location.reload();
      take(changes);
      await tell();
    } catch {
      await new Promise((later) => setTimeout(later, PAUSE));
    }
  }
}

/** @param {Changes} changes */
function take({ entries = [], gone = [] }) {
  const box = document.querySelector('[data-timeline]');
  if (!box || !entries.length && !gone.length) return;
  for (const id of gone) entry(box, id)?.remove();
  for (const { id, html, next } of entries) {
    const before = next === null ? null : entry(box, next);
    const made = /** @type {HTMLElement} */ (document.createRange().createContextualFragment(html).firstElementChild);
    const old = entry(box, id);
    // An item that comes or goes costs the style of all others; one whose content changes does not.
    if (old && old.nextElementSibling === before) old.replaceChildren(...made.childNodes);
    else {
      old?.remove();
      if (before) before.before(made);
      else showLast(box)?.append(made);
    }
  }
  restart(/** @type {HTMLElement} */ (box));
}

/** Begin a chart anew, in the place and with the height that it had. @param {HTMLElement} box */
function restart(box) {
  const old = /** @type {HTMLElement} */ (box.querySelector('.timeline-chart'));
  const figure = /** @type {HTMLElement} */ (old.cloneNode(false));
  for (const part of [...old.children]) figure.append(...emptied(part));
  figure.style.minHeight = `${old.offsetHeight}px`;
  box.addEventListener('timeline-ready', () => requestAnimationFrame(() => figure.style.minHeight = ''), { once: true });
  old.replaceWith(figure);
  delete box.dataset.timelineState;
  look(async () => (await import('./chart.js')).Chart);
}

/** What keeps the place of a part of a chart; the drawing is where the stage will be. @param {Element} part */
function emptied(part) {
  if (part.matches('figcaption')) return [part];
  if (part.matches('.timeline-tools, .timeline-overview, .timeline-count')) return [/** @type {Element} */ (part.cloneNode(false))];
  const drawing = element('div');
  drawing.className = 'timeline-svg';
  return part.matches('.timeline-stage') ? [drawing] : [];
}

/** Show what `timeline check` finds. */
async function tell() {
  const { trouble, findings } = await ask('check.json');
  document.querySelector('.timeline-preview')?.remove();
  if (trouble || findings.length) document.body.append(report(trouble, findings));
}

/**
 * What was found, at the foot of the page; it stays open or closed from one page to the next.
 * @param {string} trouble
 * @param {Finding[]} findings
 */
function report(trouble, findings) {
  const made = /** @type {HTMLDetailsElement} */ (element('details', element('summary', count(trouble, findings))));
  const wrong = trouble !== '' || findings.some(({ level }) => level === 'error');
  made.className = 'timeline-preview';
  made.dataset.level = wrong ? 'error' : 'warning';
  made.setAttribute('role', 'status');
  if (trouble) made.append(element('p', trouble));
  const sorted = ['error', 'warning', 'note'].flatMap((level) => findings.filter((one) => one.level === level));
  made.append(element('ul', ...sorted.slice(0, MOST).map(told)));
  if (findings.length > MOST) made.append(element('p', `and ${findings.length - MOST} more: run timeline check`));
  made.open = (sessionStorage.getItem(OPEN) ?? (wrong ? 'yes' : 'no')) === 'yes';
  made.querySelector('summary')?.addEventListener('click', () => sessionStorage.setItem(OPEN, made.open ? 'no' : 'yes'));
  return made;
}

/**
 * @param {string} trouble
 * @param {Finding[]} findings
 */
function count(trouble, findings) {
  const levels = ['error', 'warning'].map((level) => ({ level, of: findings.filter((one) => one.level === level).length }));
  const said = levels.filter(({ of }) => of).map(({ level, of }) => `${of} ${level}${of === 1 ? '' : 's'}`);
  return [...(trouble ? ['not up to date'] : []), ...said].join(', ');
}

/** @param {Finding} finding */
function told({ path, line, column, code, level, message, hint }) {
  const place = element('code', line ? `${path}:${line}:${column}` : path);
  return element('li', place, ` ${level} ${code}: ${message}`, ...(hint ? [element('small', hint)] : []));
}

/**
 * @param {string} tag
 * @param {...(Node | string)} children
 */
function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

addEventListener('load', tell);
follow(document.querySelector('meta[name="timeline-preview"]')?.getAttribute('content') ?? '');
