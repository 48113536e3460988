import { fold, foldedText, hasHan } from '@/lib/text';

export type VariantName = 'traditional' | 'simplified' | 'full-width' | 'spaced';

/** Traditional forms by their Simplified one, turned round from the folding tables once, when first asked for. */
let traditionalForms: Map<string, string> | undefined;

const traditional = (): Map<string, string> => {
  if (traditionalForms !== undefined) return traditionalForms;
  traditionalForms = new Map();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const folded = foldedText(fold(character));
    if (folded !== character && folded.length === 1 && !traditionalForms.has(folded)) {
      traditionalForms.set(folded, character);
    }
  }
  return traditionalForms;
};

const map = (text: string, change: (character: string) => string): string =>
  Array.from(text, change).join('');

const toTraditional = (text: string): string => map(text, (it) => traditional().get(it) ?? it);

const toSimplified = (text: string): string =>
  map(text, (it) => {
    if (it < '\u4e00' || it > '\u9fff') return it;
    const folded = foldedText(fold(it));
    return folded.length === 1 ? folded : it;
  });

/** ASCII letters and digits as their full-width forms. */
const toFullWidth = (text: string): string =>
  text.replace(/[A-Za-z0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));

/** A space between Chinese characters, two between Latin words. */
const spaceOut = (text: string): string =>
  text.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, ' ').replace(/(?<=[A-Za-z,]) (?=[A-Za-z])/g, '  ');

/** The same words as somebody else would type them; forms that change nothing are left out. */
export const variantsOf = (text: string): { name: VariantName; text: string }[] => {
  const forms: { name: VariantName; text: string }[] = [];
  if (hasHan(text)) {
    forms.push(
      { name: 'traditional', text: toTraditional(text) },
      { name: 'simplified', text: toSimplified(text) },
    );
  }
  forms.push({ name: 'full-width', text: toFullWidth(text) }, { name: 'spaced', text: spaceOut(text) });
  return forms.filter((it) => it.text !== text);
};
