import { html, nothing, type TemplateResult } from 'lit';

export interface GroupParts {
  /** The question that everything in the group answers. */
  label: string;
  /** What there is to press: `radios` make a group of their own kind, `checkboxes` say each for themselves. */
  controls: 'radios' | 'checkboxes' | 'none';
  required: boolean;
  /** What is wrong with the choice; empty for nothing. */
  fault: string;
  content: unknown;
}

/** The field as a whole: its question, what is wrong with the answer, and what there is to answer with. */
export function groupView({ label, controls, required, fault, content }: GroupParts): TemplateResult {
  const radios = controls === 'radios';
  const described = [controls === 'none' ? '' : 'source', fault && 'fault'].filter(Boolean).join(' ');
  return html`
    <fieldset role=${radios ? 'radiogroup' : nothing} aria-labelledby="label" aria-describedby=${described || nothing}
      aria-required=${radios && required ? 'true' : nothing} aria-invalid=${radios && fault ? 'true' : nothing}>
      <legend id="label" tabindex="-1" part="label" .textContent=${label}></legend>
      ${fault ? html`<p id="fault" class="fault" .textContent=${fault}></p>` : nothing}
      ${content}
    </fieldset>`;
}
