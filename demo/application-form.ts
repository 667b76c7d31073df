import type { Application } from '../src/contract/application.ts';
import { changeApplication, createApply, findApplication, type Outcome } from './application-api.ts';
import { faultSentence, otherWay, problemSentence } from './application-words.ts';
import { showFaults, type Fault } from './form-faults.ts';
import { siteRoot } from './site-root.ts';

type Picker = HTMLElement & { value?: string; validationMessage?: string; checkValidity?(): boolean };

/**
 * The municipality's own form for an e-service about a child. What is filled in stays on the page, and nowhere else,
 * until it has been taken in. With `?kommun-case=` in the address it changes an application that waits for signatures.
 */
export function applicationForm(form: HTMLFormElement): void {
  const caseId = new URLSearchParams(location.search).get('kommun-case');
  const send = caseId ? changing(form, caseId) : applying(form);
  const button = form.querySelector<HTMLButtonElement>('[type=submit]');
  const status = form.querySelector('[data-status]');
  if (!button || !status) return;
  button.hidden = false;
  let busy = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const faults = faultsIn(form);
    showFaults(form, faults);
    if (busy || faults.length) return;
    busy = true;
    status.textContent = 'Skickar …';
    void send().then((outcome) => {
      busy = false;
      status.textContent = '';
      if (outcome.ok) location.assign(new URL(`underskrift/?kommun-case=${encodeURIComponent(outcome.application.case)}`, siteRoot));
      else showProblem(form, outcome.problem);
    });
  });
}

function applying(form: HTMLFormElement): () => Promise<Outcome> {
  const apply = createApply();
  return () => apply({ service: form.dataset['application'] ?? '', child: pickerIn(form)?.value ?? '', answers: answersIn(form), language: document.documentElement.lang });
}

function changing(form: HTMLFormElement, id: string): () => Promise<Outcome> {
  let application: Application | undefined;
  /** What was written in which version, for the same person to go on with: to nobody else the backend gives the application. */
  let kept: Pick<Application, 'version' | 'answers'> | undefined;
  // The browser, too, would give what was filled in to whoever comes back to the page.
  form.autocomplete = 'off';
  const about = document.createElement('p');
  // Whom it is about cannot be changed, so that only a login stands in that place.
  const login = document.createElement('kommun-eid-login');
  form.querySelector('[data-child]')?.replaceChildren(login, about);
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = 'Ändra ansökan om skolskjuts';
  const button = form.querySelector('[type=submit]');
  if (button) button.textContent = 'Spara ändringen';
  let visit = 0;

  async function load(): Promise<void> {
    const mine = (visit += 1);
    const outcome = await findApplication(id);
    if (mine !== visit || application) return;
    if (!outcome.ok) return outcome.problem.code === 'not-logged-in' ? undefined : showProblem(form, outcome.problem);
    application = outcome.application;
    const { child, reference, answers, version, signatures } = application;
    fill(form, kept?.version === version ? kept.answers : answers);
    about.textContent = `Ansökan ${reference} gäller ${child.givenName}.`;
    warnOfVoid(form, signatures > 0);
  }

  function empty(keeps: boolean): void {
    visit += 1;
    if (application) kept = { version: application.version, answers: answersIn(form) };
    if (!keeps) kept = undefined;
    application = undefined;
    form.reset();
    about.textContent = '';
    showFaults(form, []);
    warnOfVoid(form, false);
  }

  login.addEventListener('kommun-session-started', () => void load());
  login.addEventListener('kommun-session-ended', (event) => empty((event as Event & { reason?: string }).reason !== 'pressed'));
  addEventListener('pagehide', () => empty(true));
  addEventListener('pageshow', ({ persisted }) => { if (persisted) void load(); });
  void load();
  return async () => {
    if (!application) return { ok: false, problem: { code: 'not-logged-in' } };
    return changeApplication(id, { answers: answersIn(form), version: application.version, voidSignatures: voids(form)?.checked ?? false });
  };
}

function fill(form: HTMLFormElement, answers: Application['answers']): void {
  for (const [question, answer] of Object.entries(answers)) {
    const field = form.elements.namedItem(question);
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = answer;
  }
}

const voids = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('[name=void]');
const pickerIn = (form: HTMLFormElement) => form.querySelector<Picker>('kommun-child-picker');

function warnOfVoid(form: HTMLFormElement, warns: boolean): void {
  const warning = form.querySelector<HTMLElement>('[data-void]');
  if (warning) warning.hidden = !warns;
}

/** By the id of the question, as the municipality's file has them. */
function answersIn(form: HTMLFormElement): Record<string, string> {
  const given = new FormData(form);
  const questions = [...form.querySelectorAll<HTMLElement>('[data-question]')].map(({ dataset }) => dataset['question'] ?? '');
  return Object.fromEntries(questions.map((question) => [question, String(given.get(question) ?? '')]));
}

function faultsIn(form: HTMLFormElement): Fault[] {
  const picker = pickerIn(form);
  const child = picker?.checkValidity?.() === false ? [{ question: picker.id, sentence: picker.validationMessage ?? '' }] : [];
  const questions = [...form.querySelectorAll<HTMLElement>('[data-question]')].filter((one) => one.querySelector('input:invalid, textarea:invalid'));
  const unsigned = form.querySelector('[data-void]:not([hidden])') && !voids(form)?.checked;
  return [
    ...child,
    ...questions.map(({ dataset }) => ({ question: dataset['question'] ?? '', sentence: faultSentence('missing') })),
    ...(unsigned ? [{ sentence: 'Kryssa i att alla får skriva under igen, eller lämna ansökan som den är.' }] : []),
  ];
}

function showProblem(form: HTMLFormElement, problem: Extract<Outcome, { ok: false }>['problem']): void {
  if (problem.code === 'change-voids-signatures') warnOfVoid(form, true);
  const answers = (problem.errors ?? []).filter(({ pointer }) => pointer.startsWith('/answers/'));
  const faults = answers.map(({ pointer, code }) => ({ question: pointer.slice('/answers/'.length), sentence: faultSentence(code) }));
  showFaults(form, faults.length ? faults : [{ sentence: problemSentence(problem), way: otherWay(problem) }]);
}
