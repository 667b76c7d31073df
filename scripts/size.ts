import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { latestFolder, readManifest, type Chunk } from './build-manifest.ts';

// What a page with one widget downloads, minified and brotli 11, from the last `npm run build`.
const loader = 'src/loader.ts';

const manifest = readManifest();

/** Not code that a page needs: what only an editor or a reader of another language fetches. */
const rarely = /editor-note|\.text\.(?!sv)/;
/** What is fetched only when something goes wrong. */
const onlyInTrouble = /trouble\.part|failed/;

const firstLook = (...entries: string[]) => closure([loader, ...entries], (chunk) => chunk.imports ?? []);
const everything = (entry: string) => closure([loader, entry], (chunk, key) => [...(chunk.imports ?? []), ...(key === loader ? [] : chunk.dynamicImports ?? [])]);
const wholeWay = (entry: string) =>
  closure([loader, entry], (chunk, key) => [...(chunk.imports ?? []), ...(key === loader ? [] : chunk.dynamicImports ?? []).filter((later) => !onlyInTrouble.test(later))]);

const faq = 'src/widgets/faq/faq.element.ts';
const login = 'src/widgets/login/login.element.ts';
const eidTest = 'src/widgets/eid-test/eid-test.element.ts';
const withoutTrouble = wholeWay(login);
/** What makes `<details>` into headings, fetched after the first look. */
const overDetails = [faq, 'src/widgets/faq/faq.late.ts', 'src/widgets/faq/faq.mend.controller.ts'];

const pages: { name: string; keys: string[]; budget?: number }[] = [
  { name: 'Loader alone', keys: closure([loader], (chunk) => chunk.imports ?? []), budget: 2.5 },
  { name: 'FAQ, first look', keys: firstLook(faq), budget: 10 },
  { name: 'FAQ over <details>', keys: firstLook(...overDetails) },
  { name: 'Login, first look', keys: firstLook(login), budget: 28 },
  { name: 'Login, the whole way', keys: withoutTrouble },
  { name: 'Login, only when something goes wrong', keys: everything(login).filter((key) => !withoutTrouble.includes(key)) },
  { name: 'Test of an e-ID, first look', keys: firstLook(eidTest) },
];

function closure(entries: string[], next: (chunk: Chunk, key: string) => string[]): string[] {
  const found = new Set<string>();
  const visit = (key: string) => {
    if (found.has(key) || rarely.test(key)) return;
    found.add(key);
    next(manifest[key]!, key).forEach(visit);
  };
  entries.forEach(visit);
  return [...found];
}

const kilobytes = (key: string) => brotliCompressSync(readFileSync(`${latestFolder}/${manifest[key]!.file}`)).length / 1000;

for (const { name, keys, budget } of pages) {
  const total = keys.reduce((sum, key) => sum + kilobytes(key), 0);
  const limit = budget === undefined ? '' : `, budget ${budget} kB${total > budget ? ', OVER BUDGET' : ''}`;
  console.log(`\n${name}: ${total.toFixed(2)} kB in ${keys.length} requests${limit}`);
  for (const key of keys) console.log(`  ${kilobytes(key).toFixed(2).padStart(6)}  ${manifest[key]!.file}`);
}
