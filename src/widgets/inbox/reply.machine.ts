import type { ReplyDraft } from '../../contract/case.ts';
import { attachmentTypes, replyLimits } from '../../contract/case.values.ts';
import type { Problem } from '../../contract/problem.ts';

/** Why a file is not sent at all. */
export type FileFault = 'too-large' | 'wrong-type' | 'empty' | 'too-many';

/** A file to go with a reply. `halfway` was cut in an earlier visit, and only its owner has the rest. */
export type FileState =
  | { at: 'refused'; why: FileFault }
  | { at: 'sending'; sent: number; id?: string }
  | { at: 'sent'; id: string }
  | { at: 'stopped'; problem: Problem; forGood: boolean; id?: string }
  | { at: 'halfway'; id: string };

export interface ReplyFile {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly state: FileState;
}

/** Why a reply cannot go as it is. */
export type ReplyFault = 'no-text' | 'too-long' | 'files-unfinished';

/** A reply that is being written. `draft` is what the backend holds of it. */
export interface ReplyState {
  readonly text: string;
  readonly files: readonly ReplyFile[];
  readonly at: 'writing' | 'sending' | { fault: ReplyFault } | { refused: Problem };
  readonly draft: 'none' | 'unsaved' | 'saving' | 'saved' | 'lost';
  readonly savedAt: string | null;
}

export const emptyReply: ReplyState = { text: '', files: [], at: 'writing', draft: 'none', savedAt: null };

export type ReplyInput =
  | { is: 'fetched'; draft: ReplyDraft }
  | { is: 'typed'; text: string }
  | { is: 'chose'; files: readonly Omit<ReplyFile, 'state'>[]; types: readonly string[] }
  | { is: 'moved'; key: number; state: FileState }
  | { is: 'removed'; key: number }
  | { is: 'saving' }
  | { is: 'saved'; savedAt: string | null }
  | { is: 'not-saved' }
  | { is: 'pressed-send' }
  | { is: 'refused'; problem: Problem }
  /** What came to the backend; whatever was written meanwhile is the next reply. */
  | { is: 'sent'; text: string; uploadIds: readonly string[] };

/** Gives the next state, or the very same one when the input means nothing there. */
export function nextReply(state: ReplyState, input: ReplyInput): ReplyState {
  switch (input.is) {
    case 'fetched': return fetched(state, input.draft);
    case 'typed': return { ...state, text: input.text, draft: 'unsaved', at: state.at === 'sending' ? 'sending' : 'writing' };
    case 'chose': return { ...state, at: state.at === 'sending' ? 'sending' : 'writing', files: [...state.files, ...accepted(state, input.files, input.types)] };
    case 'moved': return moved(state, input.key, input.state);
    case 'removed': return { ...state, draft: 'unsaved', files: state.files.filter(({ key }) => key !== input.key) };
    case 'saving': return { ...state, draft: 'saving' };
    case 'saved': return state.draft === 'saving' ? { ...state, draft: 'saved', savedAt: input.savedAt } : state;
    case 'not-saved': return { ...state, draft: 'lost' };
    case 'pressed-send': return pressedSend(state);
    case 'refused': return { ...state, at: { refused: input.problem } };
    case 'sent': return afterSent(state, input.text, input.uploadIds);
  }
}

/** Files that the backend holds whole, in order. */
export function uploadIds({ files }: ReplyState): string[] {
  return files.flatMap(({ state }) => (state.at === 'sent' ? [state.id] : []));
}

/** Every file that the backend holds a part of: the draft names them all, so that one that was cut is not lost from sight. */
export function begunUploadIds({ files }: ReplyState): string[] {
  return files.flatMap(({ state }) => idOf(state) ?? []);
}

/** Whether the backend holds all of it, so that nothing is lost with this tab. */
export function isKept({ draft, files }: ReplyState): boolean {
  return (draft === 'none' || draft === 'saved') && files.every(({ state }) => state.at !== 'sending' && state.at !== 'stopped');
}

const idOf = (state: FileState): string | undefined => ('id' in state ? state.id : undefined);

function afterSent(state: ReplyState, text: string, ids: readonly string[]): ReplyState {
  const files = state.files.filter((file) => file.state.at !== 'refused' && !ids.includes(idOf(file.state) ?? ''));
  const left = state.text === text ? '' : state.text;
  return left || files.length ? { ...emptyReply, text: left, files, draft: 'unsaved' } : emptyReply;
}

/** What somebody has already begun to write wins over what was written before. */
function fetched(state: ReplyState, { text, uploads, savedAt }: ReplyDraft): ReplyState {
  if (state.text || state.files.length) return { ...state, at: 'writing' };
  const files = uploads.map(({ id, fileName, size, received }, index): ReplyFile => ({
    key: -1 - index,
    name: fileName,
    size,
    state: received >= size ? { at: 'sent', id } : { at: 'halfway', id },
  }));
  return { ...state, text, files, savedAt, draft: text || files.length ? 'saved' : 'none' };
}

function accepted(state: ReplyState, files: readonly Omit<ReplyFile, 'state'>[], types: readonly string[]): ReplyFile[] {
  let count = state.files.filter((file) => file.state.at !== 'refused').length;
  return files.map((file, index) => {
    const why = faultOf(file, types[index] ?? '') ?? (count >= replyLimits.files ? 'too-many' : undefined);
    if (why) return { ...file, state: { at: 'refused', why } };
    count += 1;
    return { ...file, state: { at: 'sending', sent: 0 } };
  });
}

/** What is wrong with a file before a byte of it is sent. The backend looks at what it holds. */
function faultOf({ name, size }: Omit<ReplyFile, 'state'>, type: string): FileFault | undefined {
  const ending = name.split('.').pop()?.toLowerCase() ?? '';
  const allowed = Object.entries(attachmentTypes).find(([, endings]) => (endings as readonly string[]).includes(ending));
  if (!allowed || (type !== '' && type !== allowed[0])) return 'wrong-type';
  if (size === 0) return 'empty';
  return size > replyLimits.bytes ? 'too-large' : undefined;
}

function moved(state: ReplyState, key: number, to: FileState): ReplyState {
  if (!state.files.some((file) => file.key === key)) return state;
  const files = state.files.map((file) => (file.key === key ? { ...file, state: to } : file));
  const at = typeof state.at === 'object' && 'fault' in state.at && state.at.fault === 'files-unfinished' ? 'writing' : state.at;
  const begun = begunUploadIds({ ...state, files }).join() !== begunUploadIds(state).join();
  return { ...state, files, at, draft: begun || to.at === 'sent' ? 'unsaved' : state.draft };
}

function pressedSend(state: ReplyState): ReplyState {
  if (state.at === 'sending') return state;
  const fault = faultOfReply(state);
  return { ...state, at: fault ? { fault } : 'sending' };
}

function faultOfReply({ text, files }: ReplyState): ReplyFault | undefined {
  if (!text.trim()) return 'no-text';
  if (text.length > replyLimits.characters) return 'too-long';
  // A refused file has said so; it is not on its way.
  return files.some(({ state }) => state.at !== 'sent' && state.at !== 'refused') ? 'files-unfinished' : undefined;
}
