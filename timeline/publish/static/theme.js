/** What a theme leaves unsaid: Material gives the dialog of its search no name; the words of its field are one. */
for (const dialog of document.querySelectorAll('[role=dialog]:not([aria-label], [aria-labelledby])')) {
  const { placeholder = '' } = dialog.querySelector('input') || {};
  if (placeholder) dialog.setAttribute('aria-label', placeholder);
}
