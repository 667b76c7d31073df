import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '../backend/src/openapi/document.ts';

const root = new URL('../', import.meta.url);
const { version }: { version: string } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

writeFileSync(new URL('backend/openapi.json', root), `${JSON.stringify(openApiDocument(version), null, 2)}\n`);
console.log('backend/openapi.json is written.');
