import { describe, expect, test } from 'vitest';
import { addresses, plain } from '../../src/anchors/settings.ts';
import { editorWidgets } from '../../cms/editor-widgets.ts';

describe('the widgets that an editor is offered', () => {
  const widgets = editorWidgets();

  test('are told of in Swedish with every one of their settings, and no other', () => {
    expect(widgets.map(({ tag }) => tag)).toEqual(['kommun-faq', 'kommun-eid-login', 'kommun-eid-test', 'kommun-case-inbox', 'kommun-guardian-signature', 'kommun-child-picker']);
  });

  test('have every setting that a page can make, so that none is left of one that is gone', () => {
    const all = new Set(widgets.flatMap(({ settings }) => settings.map(({ name }) => name)));
    expect([...plain, ...addresses].filter((name) => name !== 'lang' && !all.has(name))).toEqual([]);
  });

  test('ask for each setting in the way that its values demand', () => {
    const kinds = Object.fromEntries(widgets[0]!.settings.map(({ name, kind }) => [name, kind]));
    expect(kinds).toEqual({ 'heading-level': 'choice', exclusive: 'switch', search: 'switch', feedback: 'switch', 'json-ld': 'switch', src: 'address', 'contact-href': 'address' });
    expect(widgets[3]!.settings.find(({ name }) => name === 'limit')!.kind).toBe('number');
  });

  test('have something to show where the widget cannot be shown', () => {
    for (const { instead } of widgets) expect(instead).not.toBe('');
  });
});
