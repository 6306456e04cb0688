/**
 * For pages of other sites: the element `<event-timeline src="…/timelines/space-race/">`, and frames that are as high as
 * their charts. It adds nothing else to the page; all of the chart is inside of a sandboxed frame.
 */
(() => {
  const LEAST = 200;
  const MOST = 4000;
  /** The height that is kept for a chart until its own is known. */
  const ROOM = '480px';
  /** How long a page in a frame may be silent once it has loaded, in milliseconds; one with a chart speaks before. */
  const PATIENCE = 1000;
  const LISTS = ['lanes', 'tags', 'people'];
  const PASSED = ['from', 'to', ...LISTS, 'search', 'theme', 'language'];
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const home = script ? new URL('../../', script.src) : null;

  /** @type {Set<HTMLIFrameElement>} */
  const frames = new Set();

  /** @param {MessageEvent} event */
  function onMessage(event) {
    const { data } = event;
    if (typeof data !== 'object' || data === null || data.type !== 'timeline-height') return;
    if (typeof data.height !== 'number' || !Number.isFinite(data.height)) return;
    // A sandboxed frame has no origin of its own; what counts is which window speaks.
    if (event.origin !== 'null' && (!home || event.origin !== home.origin)) return;
    const frame = [...frames, ...ownFrames()].find((one) => one.contentWindow === event.source);
    if (!frame) return;
    frame.style.height = `${Math.min(MOST, Math.max(LEAST, Math.round(data.height)))}px`;
    frame.dispatchEvent(new Event('timeline-spoken'));
  }

  /** The frames of the page that show a chart of this site. */
  function ownFrames() {
    return [...document.querySelectorAll('iframe')].filter((frame) => home && frame.src.startsWith(`${home.href}embed/`));
  }

  class EventTimeline extends HTMLElement {
    static observedAttributes = ['src', ...PASSED];

    constructor() {
      super();
      this.frame = document.createElement('iframe');
      this.frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
      this.frame.setAttribute('loading', 'lazy');
      this.frame.style.cssText = 'grid-area: 1 / 1; border: 0; width: 100%';
      this.frame.addEventListener('timeline-spoken', () => this.hear());
      this.frame.addEventListener('load', () => (this.waiting = setTimeout(() => this.judge(), PATIENCE)));
      /** Whether the page in the frame has spoken. */
      this.heard = false;
      this.waiting = 0;
      this.link = document.createElement('slot');
      this.link.style.gridArea = '1 / 1';
      this.link.addEventListener('slotchange', () => this.name());
      if (home) this.link.append(linkTo(home));
      this.shown = document.createElement('div');
      this.shown.style.display = 'grid';
      this.shown.append(this.link);
      this.attachShadow({ mode: 'open' }).append(this.shown);
      this.reveal(false);
    }

    /**
     * Show the chart, or the link that stands in the element, as where scripts are off. Before the page in the frame has
     * spoken, nobody knows whether a policy blocks it.
     * @param {boolean} spoken
     */
    reveal(spoken) {
      this.frame.style.visibility = spoken ? 'visible' : 'hidden';
      this.link.style.display = spoken ? 'none' : 'block';
    }

    connectedCallback() {
      this.style.display ||= 'block';
      frames.add(this.frame);
      this.show();
    }

    disconnectedCallback() {
      frames.delete(this.frame);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    /**
     * What an attribute asks for: each name of a list, as the block in an article has them.
     * @param {string} name
     */
    asked(name) {
      const text = this.getAttribute(name);
      if (text === null) return [];
      return LISTS.includes(name) ? text.split(',').map((part) => part.trim()).filter(Boolean) : [text];
    }

    show() {
      const source = this.getAttribute('src') || '';
      const address = embedAddress(source);
      if (!address) {
        this.frame.remove();
        this.reveal(false);
        return console.warn(`event-timeline: src="${source}" is no timeline of this script's site; write ${home}timelines/ID/`);
      }
      for (const name of PASSED) for (const value of this.asked(name)) address.searchParams.append(name, value);
      this.name();
      if (this.frame.src !== address.href) this.load(address.href);
      // A frame that has no address yet would load an empty page first.
      if (!this.frame.isConnected) this.shown.append(this.frame);
    }

    /** What stands in the element may come after it. */
    name() {
      this.frame.title = this.getAttribute('title') || this.textContent?.trim() || 'Timeline';
    }

    /** @param {string} address */
    load(address) {
      clearTimeout(this.waiting);
      this.heard = false;
      if (this.frame.style.visibility === 'hidden') this.frame.style.height = ROOM;
      this.frame.src = address;
    }

    hear() {
      this.heard = true;
      this.name();
      this.reveal(true);
    }

    /** Nobody can see what a frame of another site shows; but what says nothing is no chart, and takes no room. */
    judge() {
      if (this.heard || !this.frame.isConnected) return;
      this.reveal(false);
      this.frame.style.height = '0';
      const policy = `if this page has a policy, let it allow frame-src ${home?.origin}`;
      console.error(`event-timeline: ${this.frame.src} shows no chart; write ${home}timelines/ID/ as src; ${policy}`);
    }
  }

  /**
   * The page for frames that belongs to the page of a timeline; only those of the site that this script is from.
   * @param {string} source
   */
  function embedAddress(source) {
    if (!home || !URL.canParse(source, home)) return null;
    const address = new URL(source, home);
    const found = /\/(?:timelines|embed)\/([a-z0-9-]+)\/?$/.exec(address.pathname);
    if (!found || address.origin !== home.origin) return null;
    return new URL(`embed/${found[1]}/${address.search}`, home);
  }

  /**
   * A link to the timelines of a site, for an element with no link of its own.
   * @param {URL} site
   */
  function linkTo(site) {
    const link = document.createElement('a');
    link.href = `${site.href}timelines/`;
    link.textContent = site.host;
    return link;
  }

  addEventListener('message', onMessage);
  if (!customElements.get('event-timeline')) customElements.define('event-timeline', EventTimeline);
})();
