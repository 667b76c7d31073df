import 'axe-core';
import type { AxeResults, Result } from 'axe-core';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Rules about the whole page; a test page has a widget and nothing else.
const ofThePage = ['region', 'landmark-one-main', 'page-has-heading-one', 'document-title', 'html-has-lang', 'bypass'];

/** Fails, naming rule and markup, when axe finds anything in `element` that breaks WCAG 2.2 AA. */
export async function expectAccessible(element: Element): Promise<void> {
  const results: AxeResults = await window.axe.run(element, {
    runOnly: standard,
    rules: Object.fromEntries(ofThePage.map((rule) => [rule, { enabled: false }])),
  });
  if (results.violations.length) throw new Error(results.violations.map(describeViolation).join('\n\n'));
}

function describeViolation({ id, help, helpUrl, nodes }: Result): string {
  const places = nodes.map(({ html, failureSummary }) => `  ${html}\n    ${failureSummary?.replaceAll('\n', '\n    ')}`);
  return [`${id}: ${help} (${helpUrl})`, ...places].join('\n');
}

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}
