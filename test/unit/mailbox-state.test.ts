import { describe, expect, it } from 'vitest';
import { comesBack } from '../../demo/mail/mailbox.contract.ts';
import { addressesIn, afterAnswer, newsSince, nothingYet, opened, openMail, shownMails } from '../../demo/mail/mailbox-state.ts';

const mail = (id: string, to = 'erik@exempel.se') => ({ id, to, at: '2026-11-28T20:00:00Z', from: 'Kommunen', subject: `Om ${id}`, text: '', html: '' });

describe('the demonstration\'s mailbox', () => {
  it('says nothing of what was there from the beginning, and tells of what comes after', () => {
    const first = afterAnswer(nothingYet, [mail('a')]);
    expect(newsSince(nothingYet, first)).toBeUndefined();
    expect(newsSince(first, afterAnswer(first, [mail('a')]))).toBeUndefined();
    expect(newsSince(first, afterAnswer(first, [mail('b'), mail('a')]))).toBe('Nytt mejl till erik@exempel.se: Om b');
    expect(newsSince(first, afterAnswer(first, [mail('c'), mail('b'), mail('a')]))).toBe('2 nya mejl');
  });

  it('keeps what it has when the demonstration does not answer, and never looks empty for that', () => {
    const first = afterAnswer(nothingYet, [mail('a')]);
    expect(afterAnswer(first, undefined)).toEqual({ ...first, isOutOfReach: true });
    expect(afterAnswer(nothingYet, undefined).mails).toBeUndefined();
    expect(afterAnswer(afterAnswer(first, undefined), [mail('a')]).isOutOfReach).toBe(false);
  });

  it('opens a mail that its address names, also one that comes only later, and counts it as read then', () => {
    const waiting = opened(nothingYet, 'a');
    expect(openMail(waiting)).toBeUndefined();
    expect(waiting.readIds.size).toBe(0);
    const there = afterAnswer(waiting, [mail('b'), mail('a')]);
    expect(openMail(there)?.id).toBe('a');
    expect([...there.readIds]).toEqual(['a']);
    expect(openMail(opened(there, 'lista'))).toBeUndefined();
  });

  it('shows the mails to everybody, or to one of those who have got any', () => {
    const all = afterAnswer(nothingYet, [mail('a', 'örjan@exempel.se'), mail('b', 'anna@exempel.se'), mail('c', 'örjan@exempel.se')]);
    expect(addressesIn(all)).toEqual(['anna@exempel.se', 'örjan@exempel.se']);
    expect(shownMails(all)).toHaveLength(3);
    expect(shownMails({ ...all, address: 'örjan@exempel.se' }).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('an address for trying what a wrong one leads to', () => {
  it('is any that ends in @finns-inte.example', () => {
    expect(comesBack('vem.som@Finns-Inte.example')).toBe(true);
    expect(comesBack('vem@finns-inte.example.se')).toBe(false);
    expect(comesBack('finns-inte.example')).toBe(false);
  });
});
