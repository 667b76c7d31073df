import { html, nothing, type TemplateResult } from 'lit';
import { longestDeclineReason } from '../../contract/signing.values.ts';
import type { Frame } from './signature.frame.ts';
import type { Task } from './signature.machine.ts';

export type Question = Exclude<Task['is'], 'reading' | 'correcting'>;

export interface TaskParts {
  question: Question;
  frame: Frame;
  /** What was written as a reason is longer than can be, by so many characters. */
  tooLong: number;
  fault: string;
  /** Nobody else signs, so that nobody else is told. */
  alone: boolean;
  sending: boolean;
  onGo: (reason: string) => void;
  onBack: () => void;
}

const words = {
  declining: { heading: 'decline.heading', text: 'decline.text', go: 'decline.go' },
  withdrawing: { heading: 'withdraw.heading', text: 'withdraw.text', go: 'withdraw.go' },
  'handing-over': { heading: 'handOver.heading', text: 'handOver.text', go: 'handOver.go' },
} as const;

/** Says what comes of it before it is done, and asks whether the person wants it. */
export function taskView(parts: TaskParts): TemplateResult {
  const { question, frame: { say, heading }, fault, alone, sending, onGo, onBack } = parts;
  const { heading: title, text, go } = words[question];
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    onGo(String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim());
  };
  return html`
    ${heading(say(title))}
    <p>${say(question === 'withdrawing' && alone ? 'withdraw.text.alone' : text)}</p>
    <form novalidate @submit=${send} @keydown=${keep}>
      ${question === 'declining' ? reasonView(parts) : nothing}
      ${fault ? html`<p class="note wrong" id="fault" tabindex="-1">${fault}</p>` : nothing}
      <p class="buttons">
        <button type="submit" class="primary" aria-busy=${sending ? 'true' : 'false'}>${say(go)}</button>
        <button type="button" @click=${onBack}>${say('back')}</button>
      </p>
    </form>`;
}

function reasonView({ frame: { say }, tooLong }: TaskParts): TemplateResult {
  return html`
    <label for="reason">${say('decline.reason')}</label>
    ${tooLong ? html`<p class="wrong" id="too-long">${say('decline.tooLong', { number: tooLong })}</p>` : nothing}
    <textarea id="reason" name="reason" rows="4" aria-invalid=${tooLong ? 'true' : 'false'} aria-describedby="${tooLong ? 'too-long ' : ''}reason-hint"></textarea>
    <small id="reason-hint">${say('decline.hint', { number: longestDeclineReason })}</small>`;
}

/** The page's own keys would swallow the letters. */
const keep = (event: Event) => event.stopPropagation();
