import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A file and one line of code that no file of its kind may hold. */
type Breach = [rule: string, file: string, code: string, complaint: string];

const groundFloor = 'contract/ is the ground floor';
const asks = 'An element asks its controller';

const breaches: Breach[] = [
  ['the contract imports nothing above it', 'src/contract/a.ts', `import '../client/x.ts';`, groundFloor],
  ['the contract imports no library but zod', 'src/contract/b.ts', `import 'lit';`, groundFloor],
  ['a machine imports no network', 'src/widgets/login/a.machine.ts', `import '../../client/x.ts';`, 'A machine is'],
  ['a machine imports no drawing', 'src/widgets/login/b.machine.ts', `import 'lit';`, 'A machine is'],
  ['a machine imports no other file of its widget', 'src/widgets/login/c.machine.ts', `import './login.text.sv.ts';`, 'A machine is'],
  ['the client imports no portal', 'src/client/a.ts', `import '../portal/x.ts';`, 'client/ knows'],
  ['the client imports no drawing', 'src/client/b.ts', `import 'lit';`, 'client/ knows'],
  ['the kit imports no widget', 'src/kit/a.ts', `import '../widgets/faq/x.ts';`, 'kit/ knows'],
  ['the kit imports no network', 'src/kit/b.ts', `import '../client/x.ts';`, 'kit/ knows'],
  ['the kit imports no portal', 'src/kit/c.ts', `export const later = () => import('../portal/x.ts');`, 'kit/ knows'],
  ['the portal imports no widget', 'src/portal/a.ts', `import '../widgets/faq/x.ts';`, 'portal/ serves'],
  ['the portal element imports no client', 'src/portal/b.element.ts', `import '../client/x.ts';`, 'An element draws'],
  ['a portal controller imports no element', 'src/portal/c.controller.ts', `import './portal.element.ts';`, 'A controller knows'],
  ['the portal imports no order', 'src/portal/e.ts', `import '../eid/x.ts';`, 'portal/ serves'],
  ['what goes on with an e-ID imports no widget', 'src/eid/a.ts', `import '../widgets/login/x.ts';`, 'eid/ serves'],
  ['a view of an order imports no client', 'src/eid/b.view.ts', `import '../client/x.ts';`, 'An element draws'],
  ['an element imports no client', 'src/widgets/login/d.element.ts', `import '../../client/x.ts';`, 'An element draws'],
  ['an element imports no types of the client', 'src/widgets/login/e.element.ts', `import type { X } from '../../client/x.ts';\nexport type Y = X;`, 'An element draws'],
  ['a view imports no client later on', 'src/widgets/login/f.view.ts', `export const later = () => import('../../client/x.ts');`, 'An element draws'],
  ['a controller imports no element', 'src/widgets/login/g.controller.ts', `import './login.element.ts';`, 'A controller knows'],
  ['a widget imports no other widget', 'src/widgets/login/h.ts', `import '../faq/faq.element.ts';`, 'A widget never'],
  ['a controller imports no other widget', 'src/widgets/login/i.controller.ts', `import '../../widgets/faq/x.ts';`, 'A widget never'],
  ['the widgets import no backend', 'src/widgets/login/j.ts', `import '../../../backend/src/x.ts';`, 'What browsers load'],
  ['the widgets import nothing of Node', 'src/widgets/login/k.ts', `import 'node:fs';`, 'What browsers load'],
  ['nothing that browsers load imports the tests', 'src/loader-a.ts', `import '../test/support/x.ts';`, 'What browsers load'],
  ['nothing that browsers load imports the demo', 'src/portal/d.ts', `import '../../demo/x.ts';`, 'What browsers load'],
  ['the backend imports no client', 'backend/src/a.ts', `import '../../src/client/x.ts';`, 'The backend shares'],
  ['the backend imports no widget', 'backend/src/http/b.ts', `import '../../../src/widgets/faq/x.ts';`, 'The backend shares'],
  ['an element calls no network', 'src/widgets/login/l.element.ts', `export const x = fetch('/');`, asks],
  ['an element calls no network by way of the window', 'src/widgets/login/m.element.ts', `export const x = window.fetch('/');`, asks],
  ['an element makes no old kind of request', 'src/widgets/login/n.view.ts', `export const x = new XMLHttpRequest();`, asks],
  ['an element stores nothing', 'src/widgets/login/o.element.ts', `localStorage.setItem('a', 'b');`, asks],
  ['a view stores nothing for the visit', 'src/widgets/login/p.view.ts', `sessionStorage.clear();`, asks],
  ['an element polls nothing', 'src/widgets/login/q.element.ts', `setInterval(() => {}, 1000);`, asks],
  ['what browsers load uses no Array.from, which old libraries replace', 'src/kit/f.ts', `export const x = Array.from([1]);`, 'Old libraries'],
  ['an element uses no Array.from either', 'src/widgets/login/r.element.ts', `export const x = Array.from([1]);`, 'Old libraries'],
  ['lint cannot be silenced', 'src/kit/e.ts', `// oxlint-disable-next-line\nexport const x = 1;`, 'oxlint-disable'],
];

const allowed: [what: string, file: string, code: string][] = [
  ['the contract imports itself and zod', 'src/contract/ok.ts', `import './session.ts';\nimport 'zod/mini';`],
  ['a machine imports the contract', 'src/widgets/login/ok.machine.ts', `import '../../contract/session.ts';`],
  ['a widget imports its own files, the kit and the portal', 'src/widgets/login/ok.element.ts', `import './login.controller.ts';\nimport '../../kit/x.ts';\nimport '../../portal/x.ts';`],
  ['a controller imports the client and its machine', 'src/widgets/login/ok.controller.ts', `import '../../client/x.ts';\nimport './login.machine.ts';`],
  ['the portal imports the client, the kit and the contract', 'src/portal/ok.ts', `import '../client/x.ts';\nimport '../kit/x.ts';\nimport '../contract/x.ts';`],
  ['an order imports the client, the portal and the kit', 'src/eid/ok.ts', `import '../client/x.ts';\nimport '../portal/x.ts';\nimport '../kit/x.ts';`],
  ['a widget imports what goes on with an e-ID', 'src/widgets/login/ok.ts', `import '../../eid/x.ts';`],
  ['the backend imports the contract', 'backend/src/http/ok.ts', `import '../../../src/contract/session.ts';`],
];

const folder = mkdtempSync(join(tmpdir(), 'layers-'));
let complaints: { filename: string; message: string }[] = [];

beforeAll(async () => {
  for (const [, file, code] of [...breaches, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  symlinkSync(resolve('.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  complaints = await lint();
});

afterAll(() => rmSync(folder, { recursive: true }));

async function lint(): Promise<typeof complaints> {
  const run = promisify(execFile)(process.execPath, [resolve('node_modules/oxlint/bin/oxlint'), '-f', 'json'], { cwd: folder });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; message: string; help?: string }[] };
  return diagnostics.map(({ filename, message, help }) => ({ filename: filename.replaceAll('\\', '/'), message: `${message} ${help ?? ''}` }));
}

test.each(breaches)('%s', (_rule, file, _code, complaint) => {
  const about = complaints.filter(({ filename }) => filename === file).map(({ message }) => message);
  expect(about.join('\n')).toContain(complaint);
});

test.each(allowed)('%s', (_what, file) => {
  expect(complaints.filter(({ filename }) => filename === file)).toEqual([]);
});
