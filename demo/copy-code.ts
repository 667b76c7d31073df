/** Makes the buttons under code copy it, and say that they did. */
export function copyCode(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const code = button.closest('figure')?.querySelector('pre');
    if (!code) continue;
    button.hidden = false;
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    button.after(status);
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(code.textContent ?? '').then(
        () => (status.textContent = ' Kopierad.'),
        () => {
          getSelection()?.selectAllChildren(code);
          status.textContent = ' Markerad. Kopiera med Ctrl och C.';
        },
      );
    });
  }
}
