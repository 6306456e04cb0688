/** Which events are shown: words, lanes, tags, people and dates; kept in the address, applied to chart and list alike. */
import { judge, leavesNone, there } from './asked.js';
import { dayOf, isoDay, isoTime } from './calendar.js';
import { fit } from './fit.js';
import { folded } from './folded.js';
import { entry, showAll } from './list.js';
import { atRest } from './rest.js';
import { within } from './scale.js';
import { Summary } from './summary.js';

const LISTS = ['lanes', 'tags', 'people'];
const DATES = ['from', 'to', 'known'];
const TEXTS = ['search', ...DATES, 'view'];

export class Filter {
  /** @param {import('./chart.js').Chart} chart */
  constructor(chart) {
    this.chart = chart;
    /** @type {Record<string, string>} */
    this.text = { search: '', from: '', to: '', known: '', view: '' };
    /** @type {Record<string, Set<string>>} */
    this.chosen = { lanes: new Set(), tags: new Set(), people: new Set() };
    this.hiding = false;
    this.summary = new Summary(chart);
    /** @type {Map<number, string>} */
    this.said = new Map();
    this.remember = atRest(() => this.keep());
  }

  /**
   * The entry of an event in the list of the page, null if it has none.
   * @param {number} number
   */
  item(number) {
    return entry(this.chart.box, this.chart.store.events.id[number]);
  }

  /**
   * What can stand before the names of this chart in the address, first what is written there: nothing for the only chart
   * of a page, else the id of its timeline, and a number from the second chart of a timeline on.
   */
  get prefixes() {
    const { box, data } = this.chart;
    const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-timeline]')]);
    const place = all.filter((one) => one.dataset.timeline === box.dataset.timeline).indexOf(box);
    const named = place > 0 ? `${data.id}.${place + 1}.` : `${data.id}.`;
    if (all[0] !== box) return [named];
    return all.length > 1 ? [named, ''] : ['', named];
  }

  /** Take what the embedding asks for, then what the address says. */
  start() {
    const own = new URLSearchParams(this.chart.box.dataset.timelineFilter || '');
    const address = new URLSearchParams(location.search);
    const { prefixes } = this;
    const told = (/** @type {string} */ name) => prefixes.flatMap((prefix) => address.getAll(prefix + name));
    const { data } = this.chart;
    const known = /** @type {Record<string, string[]>} */ ({ lanes: data.lanes, tags: data.tags, people: data.people });
    for (const name of LISTS) this.chosen[name] = new Set([...own.getAll(name), ...there(name, told(name), known[name])]);
    for (const name of TEXTS) this.text[name] = told(name)[0] || own.get(name) || '';
    for (const name of DATES) judge(name, this.text[name]);
    [this.text.view = ''] = there('view', [this.text.view].filter(Boolean), this.chart.store.reported ? ['reported'] : []);
    const shown = (told('at')[0] || '').split('..').map((text) => dayOf(text));
    if (shown[0] != null && shown[1] != null && shown[1] > shown[0]) this.chart.range = this.part(shown[0], shown[1]);
    this.apply();
    const { store } = this.chart;
    if (this.active && store.complete && store.count && !store.matches) leavesNone(this.conditions, store);
    if (shown[0] == null && (this.text.from || this.text.to)) this.chart.range = this.asked();
  }

  /** The time that is asked for, with the whole of the events that reach into it. */
  asked() {
    const { store } = this.chart;
    const { extent } = store;
    let [from, to] = [dayOf(this.text.from) ?? extent.from, dayOf(this.text.to, true) ?? extent.to];
    for (const number of store.dated) {
      if (!store.matched[number]) continue;
      from = Math.min(from, store.first[number]);
      to = Math.max(to, store.last[number]);
    }
    return this.part(from, to);
  }

  /**
   * What the chart has of a time, all of it where that is nothing.
   * @param {number} from
   * @param {number} to
   */
  part(from, to) {
    const { extent } = this.chart.store;
    const [first, last] = [Math.max(from, extent.from), Math.min(to, extent.to)];
    return within(last > first ? { from: first, to: last } : extent, extent);
  }

  /** How many conditions are set that the panel holds. */
  get count() {
    const listed = LISTS.reduce((sum, name) => sum + this.chosen[name].size, 0);
    return listed + DATES.filter((name) => this.text[name]).length;
  }

  /** What is asked for, each parameter with a value. @returns {[string, string][]} */
  get conditions() {
    const texts = ['search', ...DATES].map((name) => /** @type {[string, string]} */ ([name, this.text[name]]));
    const names = LISTS.flatMap((name) => [...this.chosen[name]].map((one) => /** @type {[string, string]} */ ([name, one])));
    return [...texts.filter(([, value]) => value), ...names];
  }

  get active() {
    return this.count > 0 || this.text.search !== '';
  }

  /**
   * What is wrong with a date that is asked for, as the name of what is said of it.
   * @param {string} name
   */
  wrong(name) {
    const { [name]: text, from, to } = this.text;
    if (text.trim() && dayOf(text) === null) return 'no_date';
    const [first, end] = [dayOf(from), dayOf(to, true)];
    return name === 'to' && first !== null && end !== null && end <= first ? 'too_early' : '';
  }

  clear() {
    if (this.text.from || this.text.to) this.chart.range = { ...this.chart.store.extent };
    for (const name of LISTS) this.chosen[name].clear();
    for (const name of ['search', ...DATES]) this.text[name] = '';
    this.changed();
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  toggle(name, value) {
    if (!this.chosen[name].delete(value)) this.chosen[name].add(value);
    this.changed();
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  write(name, value) {
    this.text[name] = value;
    this.changed();
  }

  changed() {
    this.apply();
    this.chart.keys.release();
    this.chart.still = false;
    this.chart.layout = this.chart.measure();
    this.chart.toolbar.show();
    this.chart.later();
    this.remember();
  }

  /** Mark the events that meet all conditions, and hide the others in the list. */
  apply() {
    const { box, store, tiles } = this.chart;
    const tests = this.tests();
    if (tests.length) tiles.all();
    if (tests.length) showAll(box);
    store.filter((number) => tests.every((test) => test(number)));
    if (tests.length || this.hiding) this.list();
    this.hiding = tests.length > 0;
  }

  /** The list shows what the chart shows. */
  list() {
    const { store } = this.chart;
    for (let number = 0; number < store.count; number++) {
      const item = this.item(number);
      if (item && item.hidden === store.matched[number]) item.hidden = !store.matched[number];
    }
    fit(this.chart.box);
    this.summary.show();
  }

  /** @returns {((number: number) => boolean)[]} */
  tests() {
    const { data, store } = this.chart;
    const { first, last, reported } = store.events;
    const { lanes, tags, people } = this.chosen;
    const [from, to, known] = [dayOf(this.text.from), dayOf(this.text.to, true), dayOf(this.text.known, true)];
    const words = folded(this.text.search).split(/[\s"\u201c-\u201e\u00ab\u00bb]+/).filter(Boolean);
    const tests = [];
    if (lanes.size) tests.push((/** @type {number} */ n) => lanes.has(data.lanes[store.events.lane[n]]));
    if (tags.size) tests.push((/** @type {number} */ n) => store.events.tags[n].some((tag) => tags.has(data.tags[tag])));
    if (people.size) tests.push((/** @type {number} */ n) => store.events.people[n].some((one) => people.has(data.people[one])));
    // An event without an end can happen at any time after it has begun.
    if (from !== null) tests.push((/** @type {number} */ n) => last[n] === null || store.last[n] > from || store.first[n] >= from);
    if (to !== null) tests.push((/** @type {number} */ n) => first[n] === null || store.first[n] < to);
    if (known !== null) tests.push((/** @type {number} */ n) => reported[n] !== null && Number(reported[n]) < known);
    if (words.length) tests.push((/** @type {number} */ n) => this.says(n, words));
    return tests;
  }

  /**
   * @param {number} number
   * @param {string[]} words
   */
  says(number, words) {
    let said = this.said.get(number);
    if (said === undefined) {
      const { events: { title, date, first }, first: days } = this.chart.store;
      // As the fields of the filters have it.
      const day = first[number] === null ? '' : isoDay(days[number]);
      said = folded(`${title[number]} ${date[number]} ${day} ${this.item(number)?.textContent || ''}`);
      this.said.set(number, said);
    }
    return words.every((word) => said.includes(word));
  }

  /** Write the state into the address, without a step in the history; not into that of the page that came after. */
  keep() {
    if (!this.chart.stay.lasts) return;
    const address = new URL(location.href);
    const { prefixes, chart: { range, store } } = this;
    const put = (/** @type {string} */ name, /** @type {Iterable<string>} */ values) => {
      for (const prefix of prefixes) address.searchParams.delete(prefix + name);
      for (const value of values) address.searchParams.append(prefixes[0] + name, value);
    };
    for (const name of LISTS) put(name, this.chosen[name]);
    for (const name of TEXTS) put(name, this.text[name] ? [this.text[name]] : []);
    const whole = range.from <= store.extent.from && range.to >= store.extent.to;
    const iso = range.to - range.from < 2 ? isoTime : isoDay;
    put('at', whole ? [] : [`${iso(range.from)}..${iso(range.to)}`]);
    if (address.href !== location.href) replaceAddress(address);
  }
}

/**
 * A frame in a sandbox has no address of its own to write to.
 * @param {URL} address
 */
function replaceAddress(address) {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    return;
  }
}
