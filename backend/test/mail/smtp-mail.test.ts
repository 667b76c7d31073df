import { describe, expect, it } from 'vitest';
import type { Mail } from '../../src/mail/mail-transport.ts';
import { memoryMail } from '../../src/mail/memory-mail.ts';
import { smtpMail } from '../../src/node/smtp-mail.ts';
import { testClock } from '../test-app.ts';
import { mailServer } from './smtp-server.ts';

const mail: Mail = {
  to: 'erik@exempel.test',
  messageId: '<0193@kommun.test>',
  subject: 'En ansökan väntar på din underskrift',
  text: 'Hej! Åäö.\n\nhttps://kommun.test/underskrift/#hemlig',
  html: '<p>Hej! Åäö.</p>',
  language: 'sv',
};

async function arrange() {
  const server = await mailServer();
  return { server, transport: smtpMail({ url: server.url, from: 'no-reply@kommun.test' }, 'Provköpings kommun') };
}

describe('a mail by way of an SMTP server', () => {
  it('comes as it was written, from the municipality, to nobody but its recipient', async () => {
    const { server, transport } = await arrange();
    await transport.send(mail);
    const [{ from, to, mail: got } = { from: '', to: [], mail: undefined }] = server.received;
    expect({ from, to }).toEqual({ from: 'no-reply@kommun.test', to: ['erik@exempel.test'] });
    expect(got?.from?.value).toEqual([{ name: 'Provköpings kommun', address: 'no-reply@kommun.test' }]);
    expect(got?.subject).toBe(mail.subject);
    expect(got?.messageId).toBe(mail.messageId);
    expect(got?.text?.trim()).toBe(mail.text);
    expect(got?.html).toContain('Åäö');
    expect(got?.headers.get('content-language')).toBe('sv');
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it.each([
    ['its address is told off', { recipient: 550 }],
    ['there is no such mailbox', { recipient: 550, words: '5.1.1 no such user' }],
    ['that comes to light with the message', { message: 550, words: '5.1.1 no such user' }],
    ['the mailbox is closed', { message: 554, words: '5.2.1 disabled' }],
  ])('is refused for good when %s', async (_, answer) => {
    const { server, transport } = await arrange();
    Object.assign(server.answer, answer);
    await expect(transport.send(mail)).rejects.toMatchObject({ name: 'MailError', code: 'permanent', message: 'permanent' });
  });

  it.each([
    ['what it holds is taken for spam', { message: 554 }],
    ['the rules of the server are against it', { message: 550, words: '5.7.1 policy' }],
    ['we may not write to anybody', { recipient: 550, words: '5.7.1 relaying denied' }],
  ])('may come later when %s: the address is not to blame', async (_, answer) => {
    const { server, transport } = await arrange();
    Object.assign(server.answer, answer);
    await expect(transport.send(mail)).rejects.toMatchObject({ name: 'MailError', code: 'temporary' });
  });

  it('may come later when the server is busy, and then it is the same mail', async () => {
    const { server, transport } = await arrange();
    server.answer.recipient = 451;
    await expect(transport.send(mail)).rejects.toMatchObject({ code: 'temporary' });
    Object.assign(server.answer, { recipient: 250, message: 452 });
    await expect(transport.send(mail)).rejects.toMatchObject({ code: 'temporary' });
    server.answer.message = 250;
    await transport.send(mail);
    expect(server.received.map(({ mail: got }) => got.messageId)).toEqual([mail.messageId]);
  });

  it('may come later when it is us that the server will not have: no citizen has stated a wrong address then', async () => {
    const { server, transport } = await arrange();
    server.answer.sender = 550;
    await expect(transport.send(mail)).rejects.toMatchObject({ code: 'temporary' });
  });

  it('may come later when there is no server, and comes when there is one again', async () => {
    const { server, transport } = await arrange();
    await server.stop();
    await expect(transport.send(mail)).rejects.toMatchObject({ code: 'temporary' });
    const again = await mailServer(server.port);
    await transport.send(mail);
    expect(again.received).toHaveLength(1);
  });
});

const hostile = [
  'erik@exempel.test\r\nBcc: annan@exempel.test',
  'erik@exempel.test\nBcc: annan@exempel.test',
  'erik@exempel.test\r',
  'erik@exempel.test\u2028Bcc: annan@exempel.test',
  '"erik\r\n"@exempel.test',
  'erik@exempel.test, annan@exempel.test',
  'erik@exempel.test;annan@exempel.test',
  'Erik <erik@exempel.test>',
  '<erik@exempel.test>',
  'x@exempel.test annan@exempel.test',
  ' erik@exempel.test',
  'erik@exempel.test ',
  'erik@exempel.test\0',
  'erik%annan@exempel.test@exempel.test',
  'erik@[127.0.0.1]',
  '-oQ/tmp@exempel',
  '@exempel.test',
  'erik@',
  '',
  'e\u0301rik@exempel.test',
  `${'e'.repeat(250)}@exempel.test`,
];

describe('a mail whose head could become another one', () => {
  it.each(hostile)('is not taken, and no server hears of it: to %j', async (to) => {
    const { server, transport } = await arrange();
    const memory = memoryMail(testClock());
    for (const way of [transport, memory]) await expect(way.send({ ...mail, to })).rejects.toMatchObject({ code: 'permanent' });
    expect(server.received).toEqual([]);
    expect(memory.sent).toEqual([]);
  });

  it.each([
    { subject: 'Hej\r\nBcc: annan@exempel.test' },
    { subject: 'Hej\nX: y' },
    { messageId: '<1@kommun.test>\r\nBcc: annan@exempel.test' },
    { messageId: 'bara text' },
    { language: 'sv\r\nBcc: annan@exempel.test' },
  ])('is not taken either with %j', async (change) => {
    const { server, transport } = await arrange();
    await expect(transport.send({ ...mail, ...change })).rejects.toMatchObject({ code: 'permanent' });
    expect(server.received).toEqual([]);
  });
});
