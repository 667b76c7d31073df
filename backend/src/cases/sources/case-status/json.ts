import type { z } from '../../../../../src/contract/schema.ts';
import { CaseSourceError } from '../../case-source.ts';
import { decodeText } from '../decode-text.ts';
import type { UpstreamAnswer } from '../upstream.ts';

/** The JSON of an answer in the shape of `schema`. @throws CaseSourceError `unreadable` */
export function jsonOf<S extends z.ZodMiniType>(answer: UpstreamAnswer, schema: S): z.infer<S> {
  try {
    return schema.parse(JSON.parse(decodeText(answer.bytes, [answer.charset], 'utf-8')));
  } catch {
    // The parser's words quote what it read.
    throw new CaseSourceError('unreadable');
  }
}
