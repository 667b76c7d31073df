import { disturb } from './phone-api.ts';

const seconds = 20;
const told = {
  down: `Leverantören svarar inte på ${seconds} sekunder.`,
  slow: `Leverantören svarar långsamt i ${seconds} sekunder.`,
};

/** Makes the buttons in `panel` disturb the e-ID's provider, and says so there. */
export function providerTrouble(panel: HTMLElement): void {
  const status = panel.querySelector<HTMLElement>('[role="status"]')!;
  for (const button of panel.querySelectorAll<HTMLButtonElement>('button[data-kind]')) {
    const kind = button.dataset['kind'] === 'slow' ? 'slow' : 'down';
    button.addEventListener('click', async () => {
      const answer = await disturb({ kind, seconds });
      status.textContent = answer.ok ? told[kind] : answer.why;
    });
  }
}
