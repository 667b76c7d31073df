import type { Verdict } from './checker.ts';
import type { Finding } from './finding.ts';

/** A verdict, and which page it is about where that is not the one that was asked for. */
export interface Looked extends Verdict {
  foundAt?: URL;
}

/** Shows what was found, and moves the focus there. Without a verdict the old one goes. */
export function showVerdict(verdict: Looked | undefined): void {
  const section = document.querySelector<HTMLElement>('[data-findings]')!;
  section.hidden = verdict === undefined;
  if (!verdict) return;
  const { findings, checked, unchecked, foundAt } = verdict;
  const heading = section.querySelector<HTMLElement>('h2')!;
  heading.textContent = headingFor(verdict);
  section.querySelector('[data-found-at]')!.textContent = foundAt ? `Adressen leder vidare. Det här gäller sidan ${foundAt.href}.` : '';
  section.querySelector('ol')!.replaceChildren(...findings.map(itemOf));
  section.querySelector('ol')!.hidden = findings.length === 0;
  section.querySelector('[data-checked]')!.textContent = `Kontrollerat: ${checked.join(', ')}.${unchecked.length > 0 ? ` Inte kontrollerat: ${unchecked.join(', ')}.` : ''}`;
  heading.focus();
}

function headingFor({ findings, unchecked }: Verdict): string {
  const faults = findings.filter(({ kind }) => kind === 'fault').length;
  if (faults > 0) return faults === 1 ? 'Ett fel på sidan' : `${faults} fel på sidan`;
  if (findings.length === 0) return unchecked.length === 0 ? 'Allt ser rätt ut' : 'Inga fel i det som gick att kontrollera';
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
