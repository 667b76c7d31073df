import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureText } from '../src/eid/failure.text.ts';
import { orderText } from '../src/eid/order.text.ts';
import { problemWords } from '../src/kit/problem.text.ts';
import { pickerText } from '../src/widgets/children/picker.text.ts';
import { eidTestText } from '../src/widgets/eid-test/eid-test.text.ts';
import { testFailureText } from '../src/widgets/eid-test/test-failure.text.ts';
import { testOrderText } from '../src/widgets/eid-test/test-order.text.ts';
import { lateText } from '../src/widgets/faq/faq.late.text.ts';
import { faqText } from '../src/widgets/faq/faq.text.ts';
import { caseText } from '../src/widgets/inbox/case.text.ts';
import { inboxText } from '../src/widgets/inbox/inbox.text.ts';
import { loginText } from '../src/widgets/login/login.text.ts';
import { sessionText } from '../src/widgets/login/session.text.ts';
import { signFailureText } from '../src/widgets/signature/sign-failure.text.ts';
import { signOrderText } from '../src/widgets/signature/sign-order.text.ts';
import { signatureText } from '../src/widgets/signature/signature.text.ts';

export const textKeysFile = join(import.meta.dirname, '../backend/src/municipality/text-keys.ts');

/** What a municipality may word in its own way, by `widget.key`, each with the places that its text may hold. */
export function makeTextKeys(): string {
  const sources = [failureText, orderText, problemWords, pickerText, lateText, faqText, caseText, inboxText, loginText, sessionText, signFailureText, signOrderText, signatureText, eidTestText, testFailureText, testOrderText];
  const places = new Map<string, Set<string>>();
  for (const { name, sv } of sources) {
    for (const [key, text] of Object.entries<string>(sv)) {
      const here = [...text.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place);
      places.set(`${name}.${key}`, new Set([...(places.get(`${name}.${key}`) ?? []), ...here]));
    }
  }
  const lines = [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, names]) => `  '${key}': [${[...names].sort().map((name) => `'${name}'`).join(', ')}],`);
  return `// Made by \`npm run texts\` from the widgets' own words.\n\n/** What a municipality may word in its own way, each with the places that its text may hold. */\nexport const textKeys: Readonly<Record<string, readonly string[]>> = {\n${lines.join('\n')}\n};\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(textKeysFile, makeTextKeys());
  console.log('backend/src/municipality/text-keys.ts is written.');
}
