import { describe, expect, it } from 'vitest';
import { maskText } from '@/lib/review';
import { CLEAN_TEXTS, MASK_CASES, type MaskCase } from './mask-cases';
import { TYPED_CASES, TYPED_CLEAN } from './mask-typed';

/** Nothing longer than this of a secret may stay: a house number alone is not an address. */
const LEFT = 3;

const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0));

/** Whether a run of a secret's own characters is still there. */
function leaks({ text, secret }: Pick<MaskCase, 'text' | 'secret'>): boolean {
  const masked = maskText(text);
  const plain = halfWidth(secret);
  const around = halfWidth(text).replace(plain, '');
  if (plain.length <= LEFT) return masked.includes(plain);
  for (let at = 0; at + LEFT < plain.length; at++) {
    const run = plain.slice(at, at + LEFT + 1);
    // A run of blanks and signs tells nothing.
    if (/[\p{L}\p{N}].?[\p{L}\p{N}]/u.test(run) && masked.includes(run) && !around.includes(run)) return true;
  }
  return false;
}

describe('masking', () => {
  it('is tried on more than 400 texts in three languages', () => {
    expect(MASK_CASES.length).toBeGreaterThanOrEqual(400);
    for (const language of ['zh-Hans', 'zh-Hant', 'en'])
      expect(MASK_CASES.filter((it) => it.language === language).length).toBeGreaterThanOrEqual(80);
  });

  it('finds at least 97 % of them', () => {
    const missed = MASK_CASES.filter((it) => leaks(it));
    const said = missed.map((it) => `${it.language} ${it.kind}: ${it.text} → ${maskText(it.text)}`);
    expect(missed.length / MASK_CASES.length, said.join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('finds at least nine in ten of every kind', () => {
    const kinds = new Set(MASK_CASES.map((it) => `${it.language} ${it.kind}`));
    for (const kind of kinds) {
      const cases = MASK_CASES.filter((it) => `${it.language} ${it.kind}` === kind);
      const missed = cases.filter((it) => leaks(it));
      expect(
        missed.length / cases.length,
        `${kind}: ${missed.map((it) => `${it.text} → ${maskText(it.text)}`).join('\n')}`,
      ).toBeLessThanOrEqual(0.1);
    }
  });

  it('finds what it finds alone beside something else, too', () => {
    const beside = MASK_CASES.filter((_, at) => at % 121 === 0);
    const lost = MASK_CASES.flatMap(({ text, secret }) =>
      maskText(text).includes(secret)
        ? []
        : beside.flatMap((other) =>
            [' ', '. ', '。']
              .map((between) => `${text}${between}${other.text}`)
              .filter((both) => other.secret !== secret && maskText(both).includes(secret)),
          ),
    );
    expect(lost).toEqual([]);
  });

  it('finds at least 97 % of what is typed on phones in three languages', () => {
    const all = TYPED_CASES.flatMap(({ text, secrets }) => secrets.map((secret) => ({ text, secret })));
    expect(all.length).toBeGreaterThanOrEqual(60);
    const missed = all.filter((it) => leaks(it)).map((it) => `${it.secret}: ${maskText(it.text)}`);
    expect(missed.length / all.length, missed.join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('leaves alone what is typed the same way and tells nothing', () => {
    expect(TYPED_CLEAN.filter((it) => maskText(it).includes('['))).toEqual([]);
  });

  it('changes at most 2 % of what holds nothing personal', () => {
    const wrong = CLEAN_TEXTS.filter((it) => maskText(it) !== it);
    expect(CLEAN_TEXTS.length).toBeGreaterThanOrEqual(200);
    expect(
      wrong.length / CLEAN_TEXTS.length,
      wrong.map((it) => `${it} → ${maskText(it)}`).join('\n'),
    ).toBeLessThanOrEqual(0.02);
  });

  it('changes nothing when it masks again', () => {
    for (const { text } of [...MASK_CASES, ...TYPED_CASES])
      expect(maskText(maskText(text))).toBe(maskText(text));
  });
});
