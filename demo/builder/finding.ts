/** Something that was found on a page. `fault` keeps a widget from being shown or from working; `advice` does not. */
export interface Finding {
  code: FindingCode;
  kind: 'fault' | 'advice';
  /** What is wrong, in a sentence. */
  what: string;
  /** What to do about it, and who. */
  fix: string;
}

export type FindingCode =
  | 'script-missing' | 'script-not-module' | 'script-unreachable' | 'script-wrong' | 'script-insecure' | 'script-twice' | 'script-versions' | 'phone-missing'
  | 'api-missing' | 'api-unclear' | 'portal-elsewhere' | 'backend-insecure' | 'backend-unreachable' | 'backend-wrong' | 'backend-refuses-page'
  | 'policy-script' | 'policy-connect' | 'policy-style' | 'policy-images' | 'policy-trusted-types'
  | 'widget-missing' | 'widget-stripped' | 'widget-unknown' | 'widget-empty' | 'widget-as-text' | 'widget-in-comment' | 'widget-in-editor' | 'widget-out-of-place'
  | 'setting-unknown' | 'setting-wrong' | 'setting-missing';

export const fault = (code: FindingCode, what: string, fix: string): Finding => ({ code, kind: 'fault', what, fix });
export const advice = (code: FindingCode, what: string, fix: string): Finding => ({ code, kind: 'advice', what, fix });
