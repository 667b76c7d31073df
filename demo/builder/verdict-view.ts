import type { Verdict } from './checker.ts';
import type { Finding } from './finding.ts';

/** Shows what was found, and moves the focus there. Without a verdict the old one goes. */
export function showVerdict(verdict: Verdict | undefined): void {
  const section = document.querySelector<HTMLElement>('[data-findings]')!;
  section.hidden = verdict === undefined;
  if (!verdict) return;
  const { findings, checked, unchecked } = verdict;
  const heading = section.querySelector<HTMLElement>('h2')!;
  heading.textContent = headingFor(findings);
  section.querySelector('ol')!.replaceChildren(...findings.map(itemOf));
  section.querySelector('ol')!.hidden = findings.length === 0;
  section.querySelector('[data-checked]')!.textContent = `Kontrollerat: ${checked.join(', ')}.${unchecked.length > 0 ? ` Inte kontrollerat: ${unchecked.join(', ')}.` : ''}`;
  heading.focus();
}

function headingFor(findings: readonly Finding[]): string {
  const faults = findings.filter(({ kind }) => kind === 'fault').length;
  if (faults > 0) return faults === 1 ? 'Ett fel på sidan' : `${faults} fel på sidan`;
  if (findings.length === 0) return 'Allt ser rätt ut';
  return findings.length === 1 ? 'Inga fel, men ett råd' : `Inga fel, men ${findings.length} råd`;
}

function itemOf({ code, kind, what, fix }: Finding): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset['finding'] = code;
  item.dataset['kind'] = kind;
  const said = document.createElement('h3');
  said.textContent = kind === 'fault' ? what : `Råd: ${what}`;
  const todo = document.createElement('p');
  todo.textContent = fix;
  item.append(said, todo);
  return item;
}
