'use strict';
// Nothing here has a marker: controls are known by the name of their icon alone. A double click on the photo likes.

/** The icon changes its name with the state. */
const like = (article, event) => {
  const icon = article.querySelector('[data-does="like"] svg');
  const liked = icon.getAttribute('aria-label') === 'Batal Suka';
  window.act(`${liked ? 'unlike' : 'like'}-${article.id}`, event);
  icon.setAttribute('aria-label', liked ? 'Suka' : 'Batal Suka');
};

document.addEventListener('DOMContentLoaded', () => {
  const root = document.querySelector('main');
  root.addEventListener('click', (event) => {
    const control = event.target.closest('[data-does]:not(form)');
    const article = control?.closest('article');
    if (!article) return;
    if (control.dataset.does === 'like') like(article, event);
    else window.act(`${control.dataset.does}-${article.id}`, event);
  });
  root.addEventListener('dblclick', (event) => {
    const article = event.target.closest('.media')?.closest('article');
    if (article) window.act(`like-${article.id}`, event);
  });
  root.addEventListener('keydown', (event) => {
    const box = event.target.closest('textarea');
    if (!box || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    window.act(`comment-${box.closest('article').id}`, event);
  });
});
