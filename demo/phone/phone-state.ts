import type { AppTransactionAnswer } from '../../backend/src/eid/simulated/simulated-app.contract.ts';

export type Outcome = 'approved' | 'cancelled' | 'failed';

/** What the phone shows. `trouble` is a sentence about what just did not work. */
export type PhoneState =
  | { at: 'idle'; trouble?: string }
  | { at: 'busy'; doing: 'scanning' | 'starting' }
  | { at: 'asked'; request: AppTransactionAnswer; step: string; trouble?: string }
  /** `back` is the page that the phone goes back to by itself. */
  | { at: 'done'; outcome: Outcome; request: AppTransactionAnswer; back: string | undefined };

/** What the phone's owner reads first, and a screen reader hears, in each place. */
export function headingOf(state: PhoneState): string {
  switch (state.at) {
    case 'idle':
      return state.trouble === undefined ? 'Redo att skanna' : 'Det gick inte';
    case 'busy':
      return state.doing === 'scanning' ? 'Skannar skärmen' : 'Startar';
    case 'asked':
      return `${state.request.relyingParty} ber dig ${isSignature(state.request) ? 'skriva under' : 'legitimera dig'}`;
    case 'done':
      return outcomeWords(state)[state.outcome];
  }
}

const outcomeWords = ({ request }: Extract<PhoneState, { at: 'done' }>): Record<Outcome, string> =>
  isSignature(request)
    ? { approved: 'Du har skrivit under', cancelled: 'Du avbröt', failed: 'Underskriften misslyckades' }
    : { approved: 'Du har legitimerat dig', cancelled: 'Du avbröt', failed: 'Legitimeringen misslyckades' };

/** Whether the owner is asked to sign, and not only to show who they are. */
export const isSignature = ({ purpose }: AppTransactionAnswer): boolean => purpose === 'sign';

/** The start link's token in an address, if it has one. */
export function startTokenIn(hash: string): string | undefined {
  return /^#autostarttoken=([\w-]+)$/i.exec(hash)?.[1];
}

/** The page to go back to, if it is one that a link may lead to: what the app was told, or where it was started `from`. */
export function wayBack(request: AppTransactionAnswer, from?: string): string | undefined {
  const address = request.returnUrl ?? from;
  if (address === undefined || !URL.canParse(address)) return undefined;
  return /^https?:$/.test(new URL(address).protocol) ? address : undefined;
}
