const original = console.warn;
let heard: string[] = [];

beforeEach(() => {
  heard = [];
  console.warn = (first: unknown) => { heard.push(String(first)); };
});

afterEach(() => {
  console.warn = original;
});

/** What the console has told the editor since this test began, a line for each warning. Import this file to listen. */
export function editorWarnings(): readonly string[] {
  return heard;
}
