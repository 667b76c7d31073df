import { emulateMedia } from '@web/test-runner-commands';

/** The drivers of Firefox and WebKit cannot change the medium, so there the rules for print are put into force on the screen. */
const driverChangesMedium = navigator.userAgent.includes('Chrome/');

let undo: (() => unknown) | undefined;

afterEach(async () => {
  await undo?.();
  undo = undefined;
});

/** Shows the page as on paper until the test ends; where that cannot be, `widget` and what is in it. */
export async function putOnPaper(widget: Element): Promise<void> {
  if (driverChangesMedium) {
    undo = () => emulateMedia({ media: 'screen' });
    return emulateMedia({ media: 'print' });
  }
  const sheets = [widget, ...widget.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot?.adoptedStyleSheets ?? []);
  const media = [...new Set(sheets)].flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSMediaRule).map((rule) => rule.media);
  const forPrint = media.filter(({ mediaText }) => mediaText === 'print');
  for (const each of forPrint) each.mediaText = 'screen';
  undo = () => forPrint.forEach((each) => { each.mediaText = 'print'; });
}
