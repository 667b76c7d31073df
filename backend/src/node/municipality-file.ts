import { readFileSync } from 'node:fs';
import { z } from '../../../src/contract/schema.ts';
import { municipalitySchema } from '../municipality/municipality.ts';
import type { Municipality } from '../municipality/municipality.ts';

/** Thrown when the municipality's file cannot be used; the message is for the person who wrote it. */
export class MunicipalityFileError extends Error {}

/** Reads the municipality's file. @throws MunicipalityFileError naming every wrong field and what is allowed there. */
export function readMunicipalityFile(file: string): Municipality {
  const input = jsonIn(file);
  const result = municipalitySchema.safeParse(input);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, input));
  throw new MunicipalityFileError([`The municipality's file ${file} cannot be used:`, ...faults].join('\n  - '));
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? `is not JSON: ${cause.message}` : 'cannot be read';
    throw new MunicipalityFileError(`The municipality's file ${file} ${why}`, { cause });
  }
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, input: unknown): string[] {
  const place = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAllowedAt(issue.path, input).join(', ');
    return issue.keys.map((key) => `${placeOf([...issue.path, key])}: this key is not known. Allowed here: ${known}`);
  }
  return [`${place}: found ${kindOf(valueAt(input, issue.path))}. Allowed here: ${allowedBy(issue)}`];
}

function allowedBy(issue: Issue): string {
  // Words of our own stand in the schema where a rule's name says too little.
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return kindNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return 'what the schema in src/contract says';
  }
}

const kindNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  undefined: 'nothing',
  null: 'null',
};

/** The kind only, never the value. */
function kindOf(value: unknown): string {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const name = kindNames[kind] ?? kind;
  return kind === 'boolean' ? 'a true or false' : kind === 'string' || kind === 'number' ? `${name} that is not allowed` : name;
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '') || 'the whole file';

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value instanceof Object ? Reflect.get(value, step) : undefined), input);
}

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | false;
  items?: SchemaNode;
  /** Objects of several kinds, told apart by a property that is a constant. */
  oneOf?: SchemaNode[];
  const?: unknown;
}

function keysAllowedAt(path: readonly PropertyKey[], input: unknown): string[] {
  let node: SchemaNode | undefined = z.toJSONSchema(municipalitySchema, { io: 'input' }) as SchemaNode;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') node = node?.items;
    else node = node?.properties?.[String(step)] ?? (node?.additionalProperties || undefined);
    node = node?.oneOf?.find((kind) => isOfKind(valueAt(input, path.slice(0, index + 1)), kind)) ?? node;
  }
  return Object.keys(node?.properties ?? {});
}

function isOfKind(value: unknown, { properties = {} }: SchemaNode): boolean {
  const constants = Object.entries(properties).filter(([, property]) => property.const !== undefined);
  return constants.every(([name, property]) => valueAt(value, [name]) === property.const);
}
