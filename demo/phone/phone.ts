import { render } from 'lit';
import { recallStart } from '../started-from.ts';
import { keepAsked, recallAsked } from './asked-memory.ts';
import { scanScreens } from './camera.ts';
import * as api from './phone-api.ts';
import { headingOf, startTokenIn, wayBack } from './phone-state.ts';
import type { Outcome, PhoneState } from './phone-state.ts';
import { phoneView } from './phone-view.ts';
import type { Owner, Presses } from './phone-view.ts';
import { providerTrouble } from './provider-trouble.ts';

const screen = document.querySelector<HTMLElement>('#skarm')!;
const announcement = document.querySelector<HTMLElement>('#meddelande')!;
const besideThePage = window.parent !== window;
const readingTime = 2500;

/** Whether the page that the citizen left for the phone lies behind it. */
let startedByLink = false;
let state: PhoneState = { at: 'idle' };
let owner: Owner = { persons: [], chosen: '' };

function show(next: PhoneState): void {
  const moved = next.at !== state.at;
  state = next;
  keepAsked(state);
  draw();
  if (!moved) return;
  announcement.textContent = headingOf(state);
  // Beside a page the phone must not snatch the focus from it.
  if (document.hasFocus()) screen.querySelector('h1')?.focus();
}

const draw = () => render(phoneView(state, owner, presses), screen);

async function take(content: string): Promise<void> {
  const [taken, persons] = await Promise.all([api.scan(content), api.persons()]);
  if (!taken.ok) return show({ at: 'idle', trouble: taken.why });
  if (!ownedByOneOf(persons)) return;
  show({ at: 'asked', request: taken.value, step: 'started' });
  await open('userSign');
}

/** Goes on with what the phone was asked before its page was loaded again. */
async function resume(): Promise<void> {
  const asked = recallAsked();
  if (asked && ownedByOneOf(await api.persons())) show(asked);
}

function ownedByOneOf(persons: Awaited<ReturnType<typeof api.persons>>): boolean {
  if (!persons.ok) {
    show({ at: 'idle', trouble: persons.why });
    return false;
  }
  owner = { persons: persons.value, chosen: owner.chosen || (persons.value[0]?.id ?? '') };
  return true;
}

/** Does something with the request on the screen; `then` follows if it worked. */
async function act(request: Parameters<typeof api.act>[1], then: () => void): Promise<void> {
  if (state.at !== 'asked') return;
  const { transaction } = state.request;
  const answer = await api.act(transaction, request);
  if (state.at !== 'asked' || state.request.transaction !== transaction) return;
  if (answer.ok) then();
  // Whom it is for can still answer it.
  else if (answer.code === 'person-not-asked-for') show({ ...state, trouble: answer.why });
  else show({ at: 'idle', trouble: answer.why });
}

const open = (hint: string, person?: string) =>
  act({ act: 'open', hint, ...(person !== undefined && { person }) }, () => {
    if (state.at === 'asked') show({ at: 'asked', request: state.request, step: hint });
  });

function finish(outcome: Outcome): void {
  if (state.at !== 'asked') return;
  const { request } = state;
  const back = besideThePage ? undefined : wayBack(request, startedByLink ? recallStart() : undefined);
  show({ at: 'done', outcome, request, back });
  if (back === undefined) return;
  // As the real app does: back to the browser as soon as the owner has seen how it went.
  setTimeout(() => state.at === 'done' && state.request === request && location.assign(back), readingTime);
}

const presses: Presses = {
  async scan() {
    startedByLink = false;
    show({ at: 'busy', doing: 'scanning' });
    const text = await scanScreens();
    if (text !== undefined) return take(text);
    show({ at: 'idle', trouble: 'Ingen QR-kod syns. Börja logga in på webbplatsen och låt sidan stå öppen, bredvid eller i en annan flik.' });
  },
  choosePerson(id) {
    owner = { ...owner, chosen: id };
    draw();
    if (state.at === 'asked') void open(state.step, id);
  },
  step: (hint) => void open(hint),
  approve: () => void act({ act: 'approve', person: owner.chosen }, () => finish('approved')),
  cancel: () => void act({ act: 'cancel' }, () => finish('cancelled')),
  fail: (hint) => void act({ act: 'fail', hint }, () => finish('failed')),
  startOver: () => show({ at: 'idle' }),
};

/** Takes the start link that the page was opened with, once, and leaves no trace of it in the address. */
function takeStartLink(): boolean {
  const token = startTokenIn(location.hash);
  if (token === undefined) return false;
  history.replaceState(null, '', location.pathname + location.search);
  show({ at: 'busy', doing: 'starting' });
  startedByLink = true;
  void take(token);
  return true;
}

draw();
providerTrouble(document.querySelector<HTMLElement>('#leverantor')!);
if (!takeStartLink()) void resume();
addEventListener('hashchange', takeStartLink);
