/** What the address of the page names. */

/** An id. A percent sign that begins no code is one. */
export function target() {
  const hash = location.hash.slice(1);
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
