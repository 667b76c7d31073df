import { benchEid } from './eid.bench.ts';
import { benchFaq } from './faq.bench.ts';
import { benchInbox } from './inbox.bench.ts';
import { benchQr } from './qr.bench.ts';

// `npm run bench` runs all of them, `npm run bench -- faq` one. Measures what `npm run build` made.
const benches: Record<string, () => Promise<void>> = { eid: benchEid, faq: benchFaq, inbox: benchInbox, qr: benchQr };
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) throw new Error(`No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
for (const name of chosen.length > 0 ? chosen : Object.keys(benches)) await benches[name]!();
