import type { DocumentBlock } from '../../../src/contract/signing.ts';
import type { EService } from '../municipality/e-service.ts';
import type { GuardedChild } from '../registers/children.ts';
import type { DocumentContent, OrderTexts } from './sealed-signing.ts';

/** What a version of the document is made from. */
export interface DocumentGround {
  service: EService;
  title: string;
  reference: string;
  version: number;
  about: DocumentContent['about'];
  answers: DocumentContent['answers'];
}

/** The document as it stands in the text that is signed. */
export interface DocumentInText {
  title: string;
  language: string;
  reference: string;
  version: number;
  blocks: DocumentBlock[];
}

/** What the e-services sign in. */
const language = 'sv';

/** The document that is to be signed, and the SHA-256 of its text in hexadecimal. Nothing of it comes from a browser but the answers. */
export async function documentOf({ service, title, reference, version, about, answers }: DocumentGround): Promise<{ content: DocumentContent; hash: string }> {
  const filledIn = service.questions.flatMap(({ id, label, choices }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ label, value: choices?.find(({ value }) => value === answer)?.label ?? answer }];
  });
  const blocks: DocumentBlock[] = [
    { kind: 'heading', text: title },
    { kind: 'facts', rows: [{ label: 'Ärendenummer', value: reference }, ...about] },
    ...(filledIn.length > 0 ? [{ kind: 'facts', text: 'Uppgifter i ansökan', rows: filledIn }] : []),
    { kind: 'statement', text: service.statement },
  ];
  const text = JSON.stringify({ title, language, reference, version, blocks } satisfies DocumentInText);
  return { content: { text, about, answers }, hash: await sha256Of(text) };
}

/** The document that the text holds. */
export const documentIn = ({ text }: DocumentContent): DocumentInText => JSON.parse(text);

/** What the document says of whom it is about, and of who signs it; the first of them applies. */
export function aboutRows(child: GuardedChild, signers: readonly string[]): DocumentContent['about'] {
  const { school, displayName, birthDate } = child;
  return [
    { label: 'Barn', value: displayName },
    { label: 'Född', value: birthDate },
    ...(school ? [{ label: 'Skola', value: school.year === undefined ? school.school : `${school.school}, ${yearName(school.year)}` }] : []),
    { label: 'Ansökan görs av', value: signers[0] ?? '' },
    { label: 'Skrivs under av', value: signers.join(' och ') },
  ];
}

const yearName = (year: number) => (year === 0 ? 'förskoleklass' : `årskurs ${year}`);

/** The texts that the e-ID is given: what its app shows, and what is signed with it. */
export function orderTexts(document: DocumentInText, hash: string, municipality: string, step: { role: string; signed: number; needed: number }): Omit<OrderTexts, 'endUserIp'> {
  const statement = document.blocks.find(({ kind }) => kind === 'statement')?.text ?? '';
  const visibleText = [
    municipality,
    `Du skriver under: ${document.title}`,
    `Ärendenummer: ${document.reference}`,
    statement,
    `Kontrollsumma: ${hash.slice(0, 16)}`,
  ].join('\n');
  const { reference, version } = document;
  return { visibleText, nonVisibleText: JSON.stringify({ reference, version, algorithm: 'SHA-256', hash, ...step }) };
}

async function sha256Of(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
