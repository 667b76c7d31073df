import type { Event, Package } from 'custom-elements-manifest/schema.js';
import { elementsOf, settable, type ManifestElement } from './manifest-elements.ts';

interface Described {
  name: string;
  description?: string;
}

/** `src/frameworks/elements.ts`: what can be set on each tag and heard from it, as types that each framework's declarations are made of. */
export function frameworkElements(manifest: Package): string {
  const elements = elementsOf(manifest);
  const events = [...new Set(elements.flatMap((element) => element.events ?? []).map(typeOf))].toSorted();
  return [
    '// Written by `npm run manifest`.',
    `import type { ${events.join(', ')} } from '../index.ts';`,
    ...elements.map(({ name, modulePath }) => `import type { ${name} } from '${modulePath.replace('dist/npm', '..').replace(/\.js$/, '.ts')}';`),
    '',
    '/** Every tag with its class, the properties and attributes that can be set on it, and its events. */',
    'export interface Elements {',
    ...elements.flatMap(describe),
    '}',
    '',
  ].join('\n');
}

function describe(element: ManifestElement): string[] {
  const { name: className, tagName, attributes = [], events = [] } = element;
  const properties = settable(element).map(({ name }) => `'${name}'`);
  return [
    ...comment(element, 2),
    `  '${tagName}': {`,
    `    element: ${className};`,
    `    properties: ${properties.length > 0 ? `Pick<${className}, ${properties.join(' | ')}>` : 'unknown'};`,
    ...group('attributes', attributes, ({ fieldName }) => `${className}['${fieldName}']`),
    ...group('events', events, typeOf),
    '  };',
  ];
}

function group<Thing extends Described>(name: string, things: readonly Thing[], type: (thing: Thing) => string): string[] {
  if (things.length === 0) return [`    ${name}: unknown;`];
  return [`    ${name}: {`, ...things.flatMap((thing) => [...comment(thing, 6), `      '${thing.name}': ${type(thing)};`]), '    };'];
}

const typeOf = ({ type }: Event): string => type.text;

const comment = ({ description = '' }: { description?: string }, indent: number): string[] =>
  [`${' '.repeat(indent)}/** ${description.replaceAll('\n', ' ')} */`];
