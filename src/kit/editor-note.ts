const look = `
  :host { display: block !important; margin-block: 0.5em; font: max(1rem, 16px)/1.5 system-ui, sans-serif; }
  p { margin: 0; padding: 0.75em 1em; color: #1b1b1b; background: #fff4ce; border-inline-start: 0.4em solid #b25c00; }
`;

/** Puts a note for the editor right after `element`, or first on the page when `element` is nothing that shows. */
export function showEditorNote(element: Element, message: string): void {
  const note = document.createElement('div');
  note.dataset['kommunNote'] = '';
  const root = note.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  root.adoptedStyleSheets = [sheet];
  const text = document.createElement('p');
  text.lang = 'sv';
  text.textContent = `Till dig som redaktör, om <${element.localName}>: ${message}`;
  root.append(text);
  if (element.matches('html, head *')) document.body.prepend(note);
  else element.after(note);
}
