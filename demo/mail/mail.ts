import { render } from 'lit';
import { mailboxPath, mailboxSchema } from './mailbox.contract.ts';
import type { ReceivedMail } from './mailbox.contract.ts';
import { afterAnswer, newsSince, nothingYet, opened, openMail } from './mailbox-state.ts';
import type { MailboxState } from './mailbox-state.ts';
import { mailboxView } from './mailbox-view.ts';

const place = document.querySelector<HTMLElement>('#brevlada')!;
const announcement = document.querySelector<HTMLElement>('#meddelande')!;
const pauseMs = 2000;

let state: MailboxState = nothingYet;

function show(next: MailboxState): void {
  const news = newsSince(state, next);
  state = next;
  render(mailboxView(state, (address) => show({ ...state, address })), place);
  if (news !== undefined) announcement.textContent = news;
}

const idInAddress = () => decodeURIComponent(location.hash.slice(1));

/** Follows a link to a mail, or back to the list; whoever reads goes on from there. */
function follow(): void {
  const left = state.openId;
  show(opened(state, idInAddress()));
  const target = openMail(state) ? place.querySelector<HTMLElement>('#amne') : place.querySelector<HTMLElement>(`a[href="#${CSS.escape(left)}"]`);
  target?.focus();
}

async function fetchMails(): Promise<ReceivedMail[] | undefined> {
  try {
    const response = await fetch(new URL(mailboxPath, document.baseURI), { cache: 'no-store' });
    return response.ok ? mailboxSchema.parse(await response.json()).mails : undefined;
  } catch {
    return undefined;
  }
}

/** Looks now, and again a while after each answer as long as somebody can see the page. */
async function look(): Promise<void> {
  show(afterAnswer(state, await fetchMails()));
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  if (document.hidden) await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
  void look();
}

addEventListener('hashchange', follow);
show(opened(state, idInAddress()));
void look();
