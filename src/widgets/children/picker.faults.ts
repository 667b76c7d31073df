import type { SessionState } from '../../portal/session.machine.ts';
import { choosable, type ChildrenState } from './children.machine.ts';
import type { PickerWords } from './picker.text.ts';

/** Problems that are the same however often one tries. */
export const lasting: readonly string[] = ['person-not-in-register', 'service-not-found', 'misconfigured'];

/** What keeps somebody who has chosen nobody from sending the form. */
export function faultKey(session: SessionState, children: ChildrenState, multiple: boolean): keyof PickerWords {
  if (session.at === 'loggedOut') return 'fault.loggedOut';
  if (session.at === 'failed' || children.at === 'failed') return 'fault.failed';
  if (children.at !== 'shown') return 'fault.waiting';
  if (!choosable(children.list).length) return 'fault.none';
  return multiple ? 'fault.several' : 'fault';
}
