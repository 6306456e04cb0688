/** How long something is in the page: it hears of the rest of the page until then; themes take it out without a word. */

export class Stay {
  /**
   * @param {Element} element
   * @param {() => void} [resized]
   */
  constructor(element, resized = () => {}) {
    this.element = element;
    this.end = new AbortController();
    // What leaves the page loses its size.
    this.sizes = new ResizeObserver(() => this.lasts && resized());
    this.sizes.observe(element);
  }

  /** Whether it is in the page; what had no size left it unseen. */
  get lasts() {
    if (this.element.isConnected) return true;
    this.sizes.disconnect();
    this.end.abort();
    return false;
  }

  /**
   * @param {Window | Document} target
   * @param {string} name
   * @param {(event: any) => void} action
   */
  on(target, name, action) {
    target.addEventListener(name, (event) => this.lasts && action(event), { signal: this.end.signal });
  }
}
