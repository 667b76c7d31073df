import { describe, expect, it } from 'vitest';
import { mailFaults, mailSettings } from '../../src/node/mail-settings.ts';
import { reasonsNotToStart } from '../../src/node/production-guard.ts';
import { withServices } from '../signing/e-services.ts';
import { testMunicipality } from '../test-app.ts';

const both = { SMTP_URL: 'smtps://kommun:l%C3%B6sen@mail.test:465', MAIL_FROM: 'no-reply@kommun.test' };
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db.test/kommun' };

describe('how mails leave the server', () => {
  it('is told by SMTP_URL and MAIL_FROM together', () => {
    expect(mailSettings(both)).toEqual({ url: both.SMTP_URL, from: both.MAIL_FROM });
    expect(mailFaults(both)).toEqual([]);
    expect(mailSettings({})).toBeUndefined();
    expect(mailFaults({})).toEqual([]);
  });

  it.each(['mail.test', 'http://mail.test', 'smtp://', 'smtp:mail.test'])('hinders the start as %s', (url) => {
    expect(mailFaults({ ...both, SMTP_URL: url })).toEqual([expect.stringContaining('smtps://user:password@')]);
  });

  it('hinders the start with a sender that is no address, and with one of the two alone', () => {
    expect(mailFaults({ ...both, MAIL_FROM: 'Kommunen <no-reply@kommun.test>' })).toEqual([expect.stringContaining('MAIL_FROM')]);
    expect(mailFaults({ SMTP_URL: both.SMTP_URL })).toEqual([expect.stringContaining('together')]);
    expect(mailFaults({ MAIL_FROM: both.MAIL_FROM })).toEqual([expect.stringContaining('together')]);
  });

  it('is never repeated, as it may hold a password', () => {
    expect(mailFaults({ SMTP_URL: 'http://kommun:hemligt@mail.test', MAIL_FROM: 'x' }).join()).not.toContain('hemligt');
  });

  it('is needed in production where guardians sign, and nowhere else', () => {
    const signing = testMunicipality({ ...withServices, eidProviders: [] });
    const wantsMail = (...of: Parameters<typeof reasonsNotToStart>) => reasonsNotToStart(...of).some((reason) => reason.includes('SMTP_URL'));
    expect(wantsMail(production, signing)).toBe(true);
    expect(wantsMail({ ...production, ...both }, signing)).toBe(false);
    expect(wantsMail({}, signing)).toBe(false);
    expect(wantsMail(production, testMunicipality({ eidProviders: [] }))).toBe(false);
  });
});
