import { caseBoxes } from '../../contract/case.values.ts';
import { warnAttribute, warnEditor } from '../../kit/warn-editor.ts';
import { wholeInbox, type InboxView } from './inbox.view.machine.ts';

/** What an editor has written on the tag, as it was written. */
export interface InboxAttributes {
  service: string | undefined;
  child: string | undefined;
  box: string | undefined;
  reference: string | undefined;
  limit: number | undefined;
  compact: boolean;
  href: string | undefined;
  headingLevel: number;
}

/** How the list is drawn and fetched, whatever the citizen chooses to see in it. */
export interface ListOptions {
  readonly compact: boolean;
  /** How many rows to a page. */
  readonly limit: number;
  /** A reference that alone is shown. */
  readonly reference: string;
  /** The page with the whole inbox. */
  readonly href: string | undefined;
}

const inPage = 50;
const inShort = 3;

/** What shows when the citizen has chosen nothing. */
export function usualOf({ box, service = '', child = '' }: InboxAttributes): InboxView {
  return { ...wholeInbox, box: caseBoxes.find((one) => one === box) ?? 'all', service, child };
}

export function listOptionsOf({ compact, limit, reference = '', href }: InboxAttributes): ListOptions {
  return { compact, limit: isLimit(limit) ? limit : compact ? inShort : inPage, reference, href };
}

/** Level of the widget's own heading, 2 to 5: there is room for one more below it. */
export const levelOf = ({ headingLevel }: InboxAttributes): number => ([2, 3, 4, 5].includes(headingLevel) ? headingLevel : 2);

/** Tells the editor, once each, what on the tag cannot be used and what can. */
export function tellFaults(host: Element & InboxAttributes): void {
  const { box, limit, compact, href } = host;
  const warn = (attribute: string, allowed: string) => warnAttribute(host, attribute, host.getAttribute(attribute), allowed);
  if (levelOf(host) !== host.headingLevel) warn('heading-level', '2, 3, 4 eller 5');
  if (box && usualOf(host).box !== box) warn('box', caseBoxes.join(', '));
  if (limit !== undefined && !isLimit(limit)) warn('limit', 'ett heltal från 1 till 200');
  if (compact && !href) warnEditor({ element: host, message: 'Ange i attributet href vilken sida som visar alla ärenden, annars går det inte att öppna dem.' });
}

const isLimit = (limit: number | undefined): limit is number => limit !== undefined && Number.isInteger(limit) && limit >= 1 && limit <= 200;
