/** Puts the events of today, or of the next day that has some, at the top of the page "On this day". */

export function showToday() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-timeline-today]:empty'));
  const now = new Date();
  const today = `day-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  const days = [...document.querySelectorAll('.timeline-day')];
  const day = days.find((one) => one.id >= today) || days[0];
  if (!place || !day) return;
  const copy = /** @type {HTMLElement} */ (day.cloneNode(true));
  copy.removeAttribute('id');
  for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
  copy.classList.add('timeline-today');
  const said = document.createElement('p');
  said.textContent = (day.id === today ? place.dataset.timelineToday : place.dataset.timelineNext) || '';
  place.append(said, copy);
}
