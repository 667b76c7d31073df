import { sendKeys } from '@web/test-runner-commands';

/** Presses real keys one after another: `press('Tab', 'Enter')`, `press('Shift+Tab')`. */
export async function press(...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const held = combination.split('+');
    const key = held.pop()!;
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    for (const modifier of held) await sendKeys({ up: modifier });
  }
}

/** Types real text into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
}

/** The element with the focus, however many shadow roots deep. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
