/** A fault in a form: at which question, or in the form as a whole. */
export interface Fault {
  question?: string;
  sentence: string;
  /** Another way to get done what the form could not. */
  way?: { href: string; words: string } | undefined;
}

/** Shows each fault at its question and all of them first in the form, and moves the focus there. An empty list takes them away. */
export function showFaults(form: HTMLFormElement, faults: readonly Fault[]): void {
  for (const question of form.querySelectorAll<HTMLElement>('[data-question]')) {
    mark(question, faults.find((fault) => fault.question === question.dataset['question'])?.sentence);
  }
  const summary = form.querySelector<HTMLElement>('[data-faults]');
  if (!summary) return;
  summary.hidden = faults.length === 0;
  if (faults.length === 0) return;
  const heading = document.createElement('h2');
  heading.textContent = faults.some(({ question }) => question) ? 'Rätta till det här' : 'Ansökan är inte skickad';
  const list = document.createElement('ul');
  list.append(...faults.map((fault) => itemOf(form, fault)));
  summary.replaceChildren(heading, list);
  summary.focus();
}

function itemOf(form: HTMLFormElement, { question, sentence, way }: Fault): HTMLElement {
  const item = document.createElement('li');
  const field = question && form.querySelector<HTMLElement>(`#${question}`);
  if (!field) {
    item.append(sentence, ...(way ? [' ', linkTo(way)] : []));
    return item;
  }
  const link = document.createElement('a');
  link.href = `#${question}`;
  link.textContent = `${labelOf(form, question)} ${sentence}`;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field.focus();
  });
  item.append(link);
  return item;
}

function linkTo({ href, words }: NonNullable<Fault['way']>): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = words;
  return link;
}

function labelOf(form: HTMLFormElement, question: string): string {
  const label = form.querySelector(`[data-question="${question}"] :is(legend, label)`);
  return label?.textContent?.trim() ?? form.querySelector(`#${question}`)?.getAttribute('label') ?? '';
}

function mark(question: HTMLElement, sentence: string | undefined): void {
  const id = `${question.dataset['question']}-fel`;
  question.querySelector(`#${id}`)?.remove();
  const fields = question.querySelectorAll('fieldset, input[type=date], textarea');
  for (const field of fields) describe(field, id, sentence !== undefined);
  if (sentence === undefined) return;
  const fault = document.createElement('p');
  fault.className = 'fault';
  fault.id = id;
  fault.textContent = sentence;
  question.querySelector('legend, label')?.after(fault);
}

function describe(field: Element, id: string, faulty: boolean): void {
  const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  const ids = faulty ? [id, ...others] : others;
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
  if (field.matches('fieldset')) return;
  if (faulty) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}
