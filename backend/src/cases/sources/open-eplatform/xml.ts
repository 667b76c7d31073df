import { XMLParser } from 'fast-xml-parser';
import type { z } from '../../../../../src/contract/schema.ts';
import { CaseSourceError } from '../../case-source.ts';
import { decodeText } from '../decode-text.ts';
import type { UpstreamAnswer } from '../upstream.ts';

/** What may come more than once, and so is a list even when there is one. */
const lists = new Set(['FlowInstance', 'Owner', 'ExternalMessage', 'ExternalMessageAttachment']);

const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  removeNSPrefix: true,
  // Numbered characters are how the platform writes what ISO-8859-1 lacks; without a DTD there are no others to expand.
  htmlEntities: true,
  maxNestedTags: 40,
  // Keeping each element's place as a text doubles the time for a long list.
  jPath: false,
  isArray: (name) => lists.has(name),
});

/** The XML of an answer in the shape of `schema`. @throws CaseSourceError `unreadable` */
export function xmlOf<S extends z.ZodMiniType>(answer: UpstreamAnswer, schema: S): z.infer<S> {
  const text = textOf(answer);
  if (holdsDoctype(text)) throw new CaseSourceError('unreadable');
  const parsed = schema.safeParse(parsedXml(text));
  if (!parsed.success) throw new CaseSourceError('unreadable');
  return parsed.data;
}

/** The JSON of an answer, which the platform writes in the same charset. @throws CaseSourceError `unreadable` */
export function jsonOf<S extends z.ZodMiniType>(answer: UpstreamAnswer, schema: S): z.infer<S> {
  try {
    return schema.parse(JSON.parse(decodeText(answer.bytes, [answer.charset], platformCharset)));
  } catch {
    throw new CaseSourceError('unreadable');
  }
}

const platformCharset = 'iso-8859-1';

function textOf({ bytes, charset }: UpstreamAnswer): string {
  const start = new TextDecoder('iso-8859-1').decode(bytes.subarray(0, 200));
  const declared = /^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  return decodeText(bytes, [charset, declared], platformCharset);
}

/** A DTD can define entities, and no answer needs one; within CDATA it is only what somebody wrote. */
function holdsDoctype(text: string): boolean {
  return /<!DOCTYPE/i.test(text) && /<!DOCTYPE/i.test(text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''));
}

function parsedXml(text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch {
    // The parser's words quote what it read.
    throw new CaseSourceError('unreadable');
  }
}
