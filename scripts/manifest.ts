import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { CustomElement, Module, Package } from 'custom-elements-manifest/schema.js';
import { frameworkElements } from './framework-elements.ts';
import { readElementSource } from './manifest-source.ts';

/** The manifest, and in words whatever is public and has no sentence, or is described and does not exist. */
export interface Manifest {
  content: string;
  faults: string[];
}

type ElementClass = CustomElement & { kind: 'class' };

const project = dirname(import.meta.dirname);

/** Reads the elements under `root`/src and makes the manifest of what a page can use of them, and of nothing else. */
export function makeManifest(root = project): Manifest {
  const faults: string[] = [];
  const modules = analyze(root).modules.toSorted((a, b) => a.path.localeCompare(b.path));
  const described = modules.flatMap((module) => describeModule(root, module, faults));
  return { content: `${JSON.stringify({ schemaVersion: '1.0.0', readme: 'README.md', modules: described }, null, 2)}\n`, faults };
}

function analyze(root: string): Package {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  const configuration = relative(root, join(import.meta.dirname, 'manifest.config.mjs'));
  const analyzer = join(project, 'node_modules', '@custom-elements-manifest', 'analyzer', 'cem.js');
  execFileSync(process.execPath, [analyzer, 'analyze', '--config', configuration, '--outdir', relative(root, folder)], { cwd: root, timeout: 60_000 });
  const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as Package;
  rmSync(folder, { recursive: true });
  return manifest;
}

function describeModule(root: string, { path, declarations = [] }: Module, faults: string[]): Module[] {
  const elements = declarations.filter((declaration): declaration is ElementClass => 'customElement' in declaration);
  if (elements.length === 0) return [];
  const module = path.replace(/^src\//, 'dist/npm/').replace(/\.ts$/, '.js');
  return [{
    kind: 'javascript-module',
    path: module,
    declarations: elements.map((element) => describeElement(root, path, element, faults)),
    exports: elements.flatMap(({ name }) => [
      { kind: 'js' as const, name, declaration: { name, module } },
      { kind: 'custom-element-definition' as const, name: tagOf(name), declaration: { name, module } },
    ]),
  }];
}

/** `KommunEidLogin` is `kommun-eid-login`. */
const tagOf = (className: string): string => className.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();

function describeElement(root: string, path: string, element: ElementClass, faults: string[]): ElementClass {
  const source = readElementSource(join(root, path));
  const tagName = tagOf(element.name);
  const inComment = new Map(element.cssProperties?.map(({ name, description }) => [name, description]));
  const members = (element.members ?? []).filter(isPublic);
  const attributes = (element.attributes ?? []).filter(({ fieldName }) => members.some(({ name }) => name === fieldName));
  // The analyzer also takes an event's own first argument for its name; only what the comment names has a sentence.
  const described = (element.events ?? []).filter(({ name, description }) => name && description).map(({ name }) => name);
  const outside = {
    attributes: attributes.map((attribute) => pick(attribute, ['name', 'fieldName', 'type', 'description'])),
    members: members.map((member) => pick(member, ['kind', 'name', 'type', 'attribute', 'readonly', 'parameters', 'return', 'description'])),
    events: source.events,
    slots: element.slots ?? [],
    cssParts: element.cssParts ?? [],
    cssProperties: source.cssProperties.map(({ name, description }) => ({ name, description: inComment.get(name) ?? description ?? '' })),
  };
  if (!isSentence(element.description)) faults.push(`<${tagName}> has no sentence of its own.`);
  for (const [kind, things] of Object.entries(outside)) {
    const silent = things.filter(({ description }) => !isSentence(description));
    faults.push(...silent.map(({ name }) => `<${tagName}> has no sentence on the ${nouns[kind]} "${name}".`));
  }
  faults.push(...differences(tagName, 'slot', source.slots, outside.slots), ...differences(tagName, 'part', source.parts, outside.cssParts));
  faults.push(...described.filter((name) => !source.events.some((event) => event.name === name)).map((name) => `<${tagName}> names the event "${name}", which it has no class for or never sends.`));
  const kept = Object.fromEntries(Object.entries(outside).filter(([, things]) => things.length > 0));
  const superclass = { name: 'LitElement', package: 'lit' };
  return { kind: 'class', customElement: true, name: element.name, tagName, description: element.description ?? '', superclass, ...kept };
}

function isPublic({ name, privacy = 'public', static: onClass }: { name: string; privacy?: string; static?: boolean }): boolean {
  return privacy === 'public' && !onClass && !name.startsWith('#') && !ofLit.has(name);
}

const nouns: Record<string, string> = { attributes: 'attribute', members: 'property or method', events: 'event', slots: 'slot', cssParts: 'part', cssProperties: 'CSS property' };
const ofLit = new Set(['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback', 'focus', 'render', 'willUpdate', 'update', 'updated', 'firstUpdated', 'createRenderRoot', 'shouldUpdate']);
const isSentence = (text: string | undefined): boolean => (text ?? '').trim().split(/\s+/).length >= 2;

function pick<T extends object>(from: T, keys: string[]): T {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key as keyof T]])) as T;
}

function differences(tag: string, noun: string, inSource: Set<string>, documented: readonly { name: string }[]): string[] {
  // A name with a changing part is written `logo-{provider}` in the comment.
  const names = new Set(documented.map(({ name }) => name.replace(/\{.*?\}/g, '*')));
  return [
    ...[...inSource].filter((name) => !names.has(name)).map((name) => `<${tag}> draws the ${noun} "${name}", which its comment does not name.`),
    // What an element that draws nothing holds is its default slot all the same.
    ...[...names].filter((name) => name && !inSource.has(name)).map((name) => `<${tag}> names the ${noun} "${name}", which it does not draw.`),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const { content, faults } = makeManifest();
  if (faults.length) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  writeFileSync(join(project, 'custom-elements.json'), content);
  writeFileSync(join(project, 'src/frameworks/elements.ts'), frameworkElements(JSON.parse(content) as Package));
  console.log('custom-elements.json and src/frameworks/elements.ts are written.');
}
