/** Folds the navigation behind a button on narrow screens. Without script it is simply there. */
export function menu(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-menu]');
  const header = button?.closest('header');
  if (!button || !header) return;
  button.hidden = false;
  const show = (open: boolean) => {
    header.classList.toggle('closed', !open);
    button.setAttribute('aria-expanded', String(open));
  };
  show(false);
  button.addEventListener('click', () => show(header.classList.contains('closed')));
  header.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || button.getAttribute('aria-expanded') === 'false') return;
    show(false);
    button.focus();
  });
}
