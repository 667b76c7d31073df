import { startWorker } from './worker.ts';

// The mailbox brings along the backend that sends the mails, as the last page of this tab has left it.
await startWorker();
await import('../mail/mail.ts');
