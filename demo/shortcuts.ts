/** Narrows the start page's shortcuts to those that hold every word typed. */
export function shortcuts(): void {
  const form = document.querySelector<HTMLFormElement>('[data-shortcuts]');
  const input = form?.querySelector('input');
  if (!form || !input) return;
  form.querySelector<HTMLElement>('.search')!.hidden = false;
  const items = [...form.querySelectorAll<HTMLLIElement>('li')];
  const status = form.querySelector('[role=status]')!;
  const none = form.querySelector<HTMLElement>('.none')!;

  const narrow = () => {
    const words = plain(input.value).split(' ').filter(Boolean);
    for (const item of items) item.hidden = !words.every((word) => plain(item.textContent ?? '').includes(word));
    const count = items.filter(({ hidden }) => !hidden).length;
    none.hidden = count > 0;
    status.textContent = words.length === 0 ? '' : count === 1 ? '1 genväg' : `${count} genvägar`;
  };
  input.addEventListener('input', narrow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    items.find(({ hidden }) => !hidden)?.querySelector('a')?.click();
  });
}

const plain = (text: string) => text.toLocaleLowerCase('sv').replaceAll(/\s+/g, ' ').trim();
