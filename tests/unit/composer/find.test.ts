// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type ComposerAdapter, composerFor, rootsOf } from '@/lib/composer';

function element(tag: string, attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  document.body.append(made);
  return made;
}

beforeEach(() => document.body.replaceChildren());

describe('what counts as a composer', () => {
  it.each<[string, string, Record<string, string>, string | null]>([
    ['a textarea', 'textarea', {}, 'text-control'],
    ['a one-line text field', 'input', { type: 'text' }, 'text-control'],
    ['a field without a type', 'input', {}, 'text-control'],
    ['a contenteditable', 'div', { contenteditable: 'true' }, 'editable'],
    ['a plain-text contenteditable', 'div', { contenteditable: 'plaintext-only' }, 'editable'],
    ['a password', 'input', { type: 'password' }, null],
    ['a search field', 'input', { type: 'search' }, null],
    ['a field that acts as a search box', 'input', { type: 'text', role: 'searchbox' }, null],
    ['a card number', 'input', { type: 'text', autocomplete: 'cc-number' }, null],
    ['a one-time code', 'input', { type: 'text', autocomplete: 'one-time-code' }, null],
    ['a number', 'input', { type: 'number' }, null],
    ['a read-only textarea', 'textarea', { readonly: '' }, null],
    ['a disabled textarea', 'textarea', { disabled: '' }, null],
    ['a paragraph', 'p', {}, null],
  ])('%s', (_name, tag, attributes, kind) => {
    expect(composerFor(element(tag, attributes))?.kind ?? null).toBe(kind);
  });

  it('lets a site override stand before the general ways', () => {
    const field = element('textarea');
    const site: ComposerAdapter = {
      matches: (it): it is HTMLElement => it === field,
      open: (it) => ({
        kind: 'site',
        field: it,
        read: () => '',
        caret: () => null,
        select: () => true,
        rangeFor: () => null,
        boxesFor: () => [],
        writable: () => true,
      }),
    };
    expect(composerFor(field, [site])?.kind).toBe('site');
    expect(composerFor(element('textarea'), [site])?.kind).toBe('text-control');
  });

  it('names every root between a field and its document', () => {
    const outer = element('div').attachShadow({ mode: 'open' });
    const host = document.createElement('div');
    outer.append(host);
    const inner = host.attachShadow({ mode: 'open' });
    const field = document.createElement('textarea');
    inner.append(field);
    expect(rootsOf(field)).toEqual([inner, outer, document]);
  });
});
