// On a phone the text is put away while another part is shown. It comes back where it was read.

export function keepPlace(): void {
  const phone = matchMedia('(max-width: 560px)');
  const reads = () => document.body.dataset.part === 'read';
  let place = scrollY;
  let read = reads();
  addEventListener(
    'scroll',
    () => {
      if (read && reads()) place = scrollY;
    },
    { passive: true },
  );
  new MutationObserver(() => {
    if (!read && reads() && phone.matches) scrollTo({ top: place, behavior: 'instant' });
    read = reads();
  }).observe(document.body, { attributeFilter: ['data-part'] });
}
