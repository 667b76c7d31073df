import { describe, expect, test } from 'vitest';
import { allows, allowsLit, readPolicies } from '../../demo/builder/content-policy.ts';
import { nearestName } from '../../demo/builder/nearest-name.ts';

const page = new URL('https://www.kommun.test/sida');
const script = new URL('https://widgets.kommun.test/v1/kommun.js');

const lets = (header: string, directive: Parameters<typeof allows>[1], address: URL, nonce?: string) =>
  readPolicies(header).every((policy) => allows(policy, directive, { address, page, nonce }));

describe('a content security policy', () => {
  test.each([
    ["img-src 'self'", 'about other things'],
    ['script-src https://widgets.kommun.test', 'that names the host'],
    ['script-src widgets.kommun.test', 'that names the host alone'],
    ['script-src *.kommun.test', 'that names the family of hosts'],
    ['script-src https:', 'that allows what is encrypted'],
    ['script-src *', 'that allows everything'],
    ['script-src https://widgets.kommun.test/v1/', 'that names the folder'],
    ['default-src https://widgets.kommun.test', 'with one rule for all'],
    ["script-src 'none'; script-src-elem https://widgets.kommun.test", 'with a rule of its own for tags'],
    ["SCRIPT-SRC 'self' HTTPS://WIDGETS.KOMMUN.TEST", 'in capitals'],
    ['script-src http://widgets.kommun.test:*', 'that would allow even less'],
  ])('%s lets the script in, being one %s', (header) => {
    expect(lets(header, 'script-src', script)).toBe(true);
  });

  test.each([
    ["script-src 'self'", 'another host'],
    ["default-src 'none'", 'nothing'],
    ['script-src https://kommun.test', 'only the parent'],
    ['script-src *.widgets.kommun.test', 'only the children'],
    ['script-src https://widgets.kommun.test:8443', 'another port'],
    ['script-src https://widgets.kommun.test/v2/', 'another folder'],
    ["script-src 'strict-dynamic' 'nonce-abc' https://widgets.kommun.test", 'no hosts, for what its scripts load'],
    ["default-src *, script-src 'self'", 'everything first, but not in the second'],
    ["script-src 'self'; script-src *", 'it only in a rule that comes too late'],
  ])('%s stops the script: it allows %s', (header) => {
    expect(lets(header, 'script-src', script)).toBe(false);
  });

  test('lets a script in by its nonce, and by no other', () => {
    expect(lets("script-src 'nonce-abc'", 'script-src', script, 'abc')).toBe(true);
    expect(lets("script-src 'nonce-abc'", 'script-src', script, 'abd')).toBe(false);
  });

  test("lets the page's own host be called where it says so", () => {
    expect(lets("connect-src 'self'", 'connect-src', new URL('/api/v1/config', page))).toBe(true);
    expect(lets("connect-src 'self'", 'connect-src', new URL('https://widgets.kommun.test/api/v1/config'))).toBe(false);
  });

  test.each([
    ["require-trusted-types-for 'script'", true],
    ['trusted-types lit-html', true],
    ['trusted-types other lit-html', true],
    ['trusted-types *', true],
    ["trusted-types 'none'", false],
    ['trusted-types other', false],
  ])('%s: what draws the widgets may run is %s', (header, may) => {
    expect(readPolicies(header).every(allowsLit)).toBe(may);
  });
});

describe('a name that somebody has misspelt', () => {
  const names = ['heading-level', 'exclusive', 'search', 'feedback', 'json-ld', 'src', 'contact-href'];

  test.each([
    ['heading-levl', 'heading-level'],
    ['headingLevel', 'heading-level'],
    ['jsonld', 'json-ld'],
    ['serach', 'search'],
    ['exklusive', 'exclusive'],
    ['scr', undefined],
    ['colour', undefined],
  ])('%s is taken for %s', (written, meant) => {
    expect(nearestName(written, names)).toBe(meant);
  });
});
