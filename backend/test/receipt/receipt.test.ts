import { describe, expect, it } from 'vitest';
import { paths } from '../../../src/contract/paths.ts';
import { apply, codeOf, sign, signingOf, signingWorld, waitingId } from '../signing/signing-world.ts';
import { readPdf } from './read-pdf.ts';

/** An application that both guardians have signed. */
async function signedByBoth(options?: Parameters<typeof signingWorld>[0]) {
  const world = await signingWorld(options);
  const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
  const application = await apply(karin);
  expect((await sign(world, karin, application.case)).status).toBe(200);
  const ofErik = await waitingId(erik);
  expect((await sign(world, erik, ofErik)).status).toBe(200);
  return { world, karin, erik, application, ofErik };
}

describe('the receipt', () => {
  it('says in full what was signed, by whom, when and with what, to each of those who signed', async () => {
    const { karin, erik, application, ofErik } = await signedByBoth();
    const { document } = await signingOf(karin, application.case);
    for (const [{ page }, id] of [[karin, application.case], [erik, ofErik]] as const) {
      const answer = await page.get(paths.receipt(id));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe('application/pdf');
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
      expect(answer.headers.get('Content-Disposition')).toContain(`attachment; filename="Kvitto pa underskrifter ${application.reference}.pdf"`);
      const text = readPdf(new Uint8Array(await answer.arrayBuffer())).text.replaceAll(/\s+/g, ' ');
      for (const said of ['Kvitto på underskrifter', application.reference, 'Sida 1 av 1', 'Du får beslut under Mina ärenden.']) expect(text).toContain(said);
      expect(text.replaceAll(' ', '')).toContain(document?.hash);
      for (const name of ['Karin Lindgren', 'Erik Sandberg']) expect(text).toContain(`${name} skrev under med Mobil e-legitimation den 24 november 2026 kl. 09:00`);
      for (const { text: words, rows = [] } of document?.blocks ?? []) {
        if (words !== undefined) expect(text).toContain(words);
        for (const { label, value } of rows) expect(text).toContain(`${label}: ${value}`);
      }
      // The hash may by chance hold as many digits as a personal number.
      const words = text.split(' ').filter((word) => !document?.hash.includes(word));
      expect(words.join(' ')).not.toMatch(/\d{6,8}-?\d{4}/);
    }
  });

  it('can be followed by a screen reader: it has tags, headings, a language and a title, and the document\'s own language in it', async () => {
    const { karin, application } = await signedByBoth();
    const answer = await karin.page.get(paths.receipt(application.case), { 'Accept-Language': 'en' });
    const { raw, tags, text } = readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(answer.headers.get('Content-Language')).toBe('en');
    expect(text).toContain('Receipt of signatures');
    expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(raw).toContain('/Marked true');
    expect(raw).toMatch(/\/Lang \(en\)[\s\S]*\/Lang \(sv\)|\/Lang \(sv\)[\s\S]*\/Lang \(en\)/);
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('pdfuaid:part');
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
    expect(tags.filter((tag) => tag === 'H2')).toHaveLength(3);
    expect(tags).toEqual(expect.arrayContaining(['Document', 'Sect', 'H3', 'P']));
    expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it('is not there until everybody has signed, nor for anybody who has no part in the case', async () => {
    const world = await signingWorld();
    const [karin, maria] = [await world.visit('karin'), await world.visit('maria')];
    const application = await apply(karin);
    expect(await codeOf(karin.page.get(paths.receipt(application.case)))).toBe('signing-not-complete');
    await sign(world, karin, application.case);
    expect(await codeOf(karin.page.get(paths.receipt(application.case)))).toBe('signing-not-complete');
    expect(await codeOf(maria.page.get(paths.receipt(application.case)))).toBe('case-not-found');
    expect(await codeOf(world.browser().get(paths.receipt(application.case)))).toBe('not-logged-in');
  });

  it('is offered no more once somebody in it is not to be named', async () => {
    const { world, karin, application } = await signedByBoth();
    const signing = await world.store.signing.find((await world.store.signing.due({ now: world.clock.now(), collectingCheckedBefore: world.clock.now(), endedCheckedBefore: new Date('2030-01-01') }))[0] ?? '');
    if (!signing) throw new Error('a signing was expected');
    await world.store.signing.commit({ at: world.clock.now(), signing: { ...signing, round: { ...signing.round, disclosure: 'closed' } }, audit: [] });
    expect(await codeOf(karin.page.get(paths.receipt(application.case)))).toBe('signing-action-not-allowed');
  });
});

