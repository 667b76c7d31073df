import { readFileSync } from 'node:fs';
import type { Package } from 'custom-elements-manifest/schema.js';
import { describe, expect, test } from 'vitest';
import { cssPropertiesOf, elementsOf } from '../../scripts/manifest-elements.ts';
import { cssData, htmlData } from '../../scripts/vscode-data.ts';
import { webTypes } from '../../scripts/web-types.ts';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Package;
const elements = elementsOf(manifest);
const named = (things: readonly { name: string }[] = []): string[] => things.map(({ name }) => name);

test('VS Code knows every tag with every attribute, and which of them take no value', () => {
  const { tags } = htmlData(manifest);
  expect(tags.map(({ name, attributes }) => [name, named(attributes)])).toEqual(elements.map(({ tagName, attributes }) => [tagName, named(attributes)]));
  const faq = tags.find(({ name }) => name === 'kommun-faq')!;
  expect(faq.attributes.filter(({ valueSet }) => valueSet === 'v').map(({ name }) => name)).toEqual(['exclusive', 'search', 'feedback', 'json-ld']);
  expect(faq.attributes[1]!.description).toBe('Only one answer open at a time.');
});

test('VS Code knows every CSS property, and each of them once', () => {
  const properties = named(cssData(manifest).properties);
  expect(properties).toEqual([...new Set(properties)]);
  expect(new Set(properties)).toEqual(new Set(elements.flatMap(({ cssProperties }) => named(cssProperties))));
});

describe('the editors of JetBrains', () => {
  const { contributions } = webTypes(manifest, 'kommun-widgets', '1.0.0');
  const of = (tag: string) => contributions.html.elements.find(({ name }) => name === tag)!;

  test('know every tag with its attributes, events, slots and parts', () => {
    for (const { tagName, attributes, events, slots, cssParts } of elements) {
      const { js, css, ...known } = of(tagName);
      expect([named(known.attributes), named(js.events), named(known.slots), named(css.parts)], tagName).toEqual([attributes, events, slots, cssParts].map(named));
    }
    expect(named(contributions.css.properties)).toEqual(named(cssPropertiesOf(manifest)));
  });

  test('offer the properties that can be set and no other', () => {
    expect(named(of('kommun-child-picker').js.properties)).toEqual(['service', 'name', 'label', 'multiple', 'required', 'disabled', 'headingLevel', 'value']);
  });

  test('take the logo of any e-ID as a slot', () => {
    const { pattern } = of('kommun-eid-login').slots.find(({ name }) => name === 'logo-{provider}')!;
    expect('logo-bankid').toMatch(new RegExp(`^${pattern}$`));
  });
});
