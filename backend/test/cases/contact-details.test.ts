import { describe, expect, it } from 'vitest';
import { contactsOf, maskContactDetails } from '../../src/cases/contact-details.ts';

describe('how to reach somebody', () => {
  it.each([
    '070-123 45 67', '0701234567', '070/123 45 67', '070.123.45.67', '070–123–45–67', '070\u00a0123\u00a045\u00a067', '(070) 123 45 67', '070-123\u00ad4567',
    '+46 70 123 45 67', '+46 (0)70 123 45 67', '+46(0)701234567', '0046-70-123 45 67', '08-123 456', '+45 12 34 56 78', '01-12 34 56 78',
  ])('is not told by %s', (number) => {
    expect(maskContactDetails(`Ring ${number}.`)).toBe('Ring [telefonnummer].');
    expect(maskContactDetails(`Tel:${number}, ${number} och ${number} ${number}`)).not.toMatch(/\d\d/);
  });

  it('is not told by an address', () => {
    expect(maskContactDetails('Mejla <erik.sandberg+skola@mail.test> eller "åsa@önskan.test".')).toBe('Mejla <[e-postadress]> eller "[e-postadress]".');
  });

  it.each([
    '2026-01-02 10:15', '01-02-2026', '01/02/2026 kl. 10', 'Öppet 08.00–16.30, 09.00-15.00', '1 000 000 000 kr', 'Ärende 2026-000160', 'Löpnummer 0001234567',
    'Rum 0123', '112, 1177 och 113 13', '0,12345678',
  ])('is not "%s"', (text) => {
    expect(maskContactDetails(text)).toBe(text);
  });
});

describe('the municipality\'s own contact details', () => {
  const isOurs = contactsOf({ phone: '0123-456 78', email: 'info@kommun.test' }, '+46 70 555 01 23', undefined);

  it.each(['0123-456 78', '+46 123 456 78', '0046 (0)123-45678', '0123-45 699', '070-555 01 23', 'anna@KOMMUN.test', 'anna@skola.kommun.test', '020-12 34 56', '0771-12 34 56'])(
    'are seen in %s',
    (found) => expect(isOurs(found)).toBe(true),
  );

  it.each(['0123-466 78', '0123-456 789', '070-555 01 24', '0456-123 78', 'erik@mail.test', 'erik@annankommun.test', 'kommun.test@mail.test'])('are not seen in %s', (found) =>
    expect(isOurs(found)).toBe(false),
  );

  it.each(['020-12 34 56 / 070-123 45 67', '0771-11 11 11\n070-123 45 67', '020-12 34 56, 070-123 45 67'])('hide a private number beside them: %j', (text) => {
    expect(maskContactDetails(text, isOurs)).not.toMatch(/123 45 67/);
  });

  it('are not taken for one with the postcode on the next line', () => {
    expect(maskContactDetails('0123-456 78\n343 81 Älmhult', isOurs)).toBe('0123-456 78\n343 81 Älmhult');
  });
});
