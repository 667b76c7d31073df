/** Opens or closes a modal `<dialog>` to match `open`. The browser itself keeps the focus inside, and gives it back. */
export function syncModal(dialog: HTMLDialogElement | null | undefined, open: boolean): void {
  if (!dialog?.isConnected || dialog.open === open) return;
  if (open) dialog.showModal();
  else dialog.close();
}
