import { inLanguage } from '../../../src/contract/in-language.ts';
import type { EService } from '../municipality/e-service.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { htmlOf } from './mail-html.ts';
import type { Mail } from './mail-transport.ts';
import { en } from './mail.text.en.ts';
import { sv } from './mail.text.sv.ts';
import type { MailKind } from './mail.text.sv.ts';

/** All that a mail may tell: nothing of it is about a person. */
export interface MailFacts {
  kind: MailKind;
  /** The recipient's language. */
  language: string;
  municipality: Municipality;
  service: EService;
  publicOrigin: string;
  /** What makes the link lead to this case, once logged in. */
  token: string | undefined;
  /** From this instant on nobody can sign. */
  expiresAt: Date;
}

const words = new Map([['sv', sv], ['en', en]]);

/** A mail but for its address. Two guardians who read the same language are told in the very same words. */
export function composeMail(facts: MailFacts): Pick<Mail, 'subject' | 'text' | 'html' | 'language'> {
  const { kind, municipality } = facts;
  const language = [facts.language, municipality.defaultLanguage].find((one) => words.has(one)) ?? 'sv';
  const { greeting, kinds, contact } = words.get(language) ?? sv;
  const values = valuesIn(language, facts);
  const { subject, paragraphs, action, afterwards = [] } = kinds[kind];
  const parts = {
    language,
    sender: municipality.name,
    subject,
    paragraphs: [greeting, ...paragraphs.map((paragraph) => filled(paragraph, values))],
    link: linkOf(facts, action),
    afterwards: [...afterwards, contact].map((paragraph) => filled(paragraph, values)),
  };
  return { language, subject, text: textOf(parts), html: htmlOf(parts) };
}

/** What a mail is made of, in the order in which it is read. */
export interface MailParts {
  language: string;
  sender: string;
  subject: string;
  paragraphs: readonly string[];
  link: { address: string; action: string } | undefined;
  afterwards: readonly string[];
}

function valuesIn(language: string, { municipality, service, expiresAt }: MailFacts): Record<string, string> {
  const { name: centre, phone, email } = municipality.serviceCentre;
  const local = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, language, municipality.defaultLanguage);
  return { municipality: municipality.name, service: local(service.name), day: lastDayBefore(expiresAt, language), centre: local(centre), phone, email };
}

const filled = (template: string, values: Record<string, string>) => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** The day that the instant ends, as people in Sweden write it. */
const lastDayBefore = (instant: Date, language: string) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(new Date(instant.getTime() - 1));

/** The page where one signs, its secret behind `#`, where no server and no log sees it; else the page with one's cases, if there is one. */
function linkOf({ municipality: { links }, publicOrigin, token }: MailFacts, action: string): MailParts['link'] {
  const page = token === undefined ? links.cases : links.signing;
  if (page === undefined) return undefined;
  const url = new URL(page, publicOrigin);
  if (token !== undefined) url.hash = token;
  return { address: url.href, action };
}

function textOf({ sender, paragraphs, link, afterwards }: MailParts): string {
  return [...paragraphs, ...(link ? [`${link.action}:\n${link.address}`] : []), ...afterwards, sender].join('\n\n');
}
