/** A frame that is asked for another language goes on to the page in it, before anything is shown. */
(() => {
  const asked = new URLSearchParams(location.search).get('language') || '';
  /** @type {NodeListOf<HTMLLinkElement>} */
  const pages = document.querySelectorAll('link[rel=alternate][hreflang]');
  const found = [asked, asked.split('-')[0]].map((language) => [...pages].find((page) => page.hreflang === language));
  const page = found.find(Boolean);
  const languages = [...pages].map(({ hreflang }) => hreflang).join(', ');
  if (asked && !page) console.warn(`timeline: language="${asked}" is not there; write one of: ${languages}`);
  if (page && new URL(page.href).pathname !== location.pathname) location.replace(page.href + location.search + location.hash);
})();
