import { describe, expect, it } from 'vitest';
import { composeMail } from '../../src/mail/compose-mail.ts';
import type { MailFacts } from '../../src/mail/compose-mail.ts';
import type { MailKind } from '../../src/mail/mail.text.sv.ts';
import { withServices } from '../signing/e-services.ts';
import { testMunicipality } from '../test-app.ts';

const municipality = testMunicipality(withServices);
const service = municipality.services[0]!;
const token = 'q8Zr-hemlig_token-7fXw';
const withToken: readonly MailKind[] = ['invitation', 'changed'];
const kinds = ['invitation', 'changed', 'complete', 'declined', 'withdrawn', 'expired', 'stopped'] as const satisfies readonly MailKind[];
const everyMail = kinds.flatMap((kind) => ['sv', 'en'].map((language) => [kind, language] as const));

const facts = (kind: MailKind, language: string): MailFacts => ({
  kind,
  language,
  municipality,
  service,
  publicOrigin: 'https://kommun.test',
  token: withToken.includes(kind) ? token : undefined,
  expiresAt: new Date('2026-12-24T23:00:00Z'),
});

describe.each(everyMail)('the mail %s in %s', (kind, language) => {
  const mail = composeMail(facts(kind, language));
  const link = withToken.includes(kind) ? `https://kommun.test/underskrift/#${token}` : 'https://kommun.test/mina-sidor/';

  it('says whose it is, which e-service it is about and how to ask, the same in text and in HTML', () => {
    for (const said of [mail.text, mail.html]) {
      expect(said).toContain('Provköping');
      expect(said).toContain(language === 'sv' ? 'Skolskjuts' : 'School transport');
      expect(said).toContain('0123-456 78');
      expect(said).toContain(link);
      expect(said).not.toMatch(/[{}]|undefined/);
    }
    expect(mail.html).toContain(`<title>${mail.subject}</title>`);
    expect(mail.html).toContain(`<html lang="${language}">`);
  });

  it('holds no secret but in the link, and no number of anybody', () => {
    const rest = [mail.subject, mail.text, mail.html].map((part) => part.replaceAll(link, '')).join('\n');
    expect(rest).not.toContain(token);
    expect(rest).not.toMatch(/\d{6,8}[-+ ]?\d{4}/);
    expect(mail.html.split(link)).toHaveLength(2);
  });

  it('fetches nothing, runs nothing and states no colour that a dark screen could swallow', () => {
    expect(mail.html).not.toMatch(/<(img|script|style|link|form|iframe)\b|url\(|src=|background|#[0-9a-f]{3,6};|rgb/i);
  });
});

describe('a mail about a signing', () => {
  it('says the last day on which one can sign, as it is in Sweden', () => {
    expect(composeMail(facts('invitation', 'sv')).text).toContain('till och med 24 december 2026');
    expect(composeMail(facts('changed', 'en')).text).toContain('until the end of 24 December 2026');
  });

  it('is in the municipality\'s own language for whoever reads one that it has no words in', () => {
    expect(composeMail(facts('complete', 'fi'))).toEqual(composeMail(facts('complete', 'sv')));
  });

  it('does without a link where the municipality has no page to lead to', () => {
    const mail = composeMail({ ...facts('complete', 'sv'), municipality: { ...municipality, links: { signing: '/underskrift/' } } });
    expect(mail.html).not.toContain('<a ');
    expect(mail.text).not.toContain('https://');
  });

  it('shows what an e-service is called as text, whatever signs are in it', () => {
    const mail = composeMail({ ...facts('invitation', 'sv'), service: { ...service, name: { sv: 'Mat & <b>vatten</b> $& {day}' } } });
    expect(mail.html).toContain('Mat &amp; &lt;b&gt;vatten&lt;/b&gt; $&amp; {day}');
    expect(mail.text).toContain('Mat & <b>vatten</b> $& {day}');
  });
});
