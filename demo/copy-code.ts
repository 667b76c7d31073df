/** Makes the buttons under code copy it, and say that they did. */
export function copyCode(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const code = button.closest('figure')?.querySelector('pre');
    if (!code) continue;
    button.hidden = false;
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    button.after(status);
    let copied: string | null = null;
    // Written anew, it may well be the same.
    new MutationObserver(() => {
      if (code.textContent !== copied) status.textContent = '';
    }).observe(code, { childList: true, characterData: true, subtree: true });
    button.addEventListener('click', () => {
      status.textContent = '';
      copied = code.textContent;
      navigator.clipboard.writeText(copied ?? '').then(
        () => (status.textContent = ' Kopierad.'),
        () => {
          getSelection()?.selectAllChildren(code);
          status.textContent = ' Markerad. Kopiera med Ctrl och C.';
        },
      );
    });
  }
}
