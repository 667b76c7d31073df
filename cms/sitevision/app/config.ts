// Runs in the dialogue: shows the settings of the widget that is chosen, and of no other.

interface Dialogue {
  /** The dialogue calls it with what was saved; its own is under the other name. */
  setValues?: (values: unknown) => void;
  _setValues?: (values: unknown) => void;
}

const dialogue = window as Window & Dialogue;

function showChosen(): void {
  const chosen = document.querySelector<HTMLSelectElement>('select[name=widget]')?.value;
  for (const panel of document.querySelectorAll<HTMLElement>('[data-widget]')) panel.hidden = panel.dataset['widget'] !== chosen;
}

dialogue.setValues = (values) => {
  dialogue._setValues?.(values);
  showChosen();
};
document.addEventListener('change', showChosen);
showChosen();
