import type { ConvertScript } from '@/components/trainer';

/** Writes a text in the other Chinese script, Taiwan's words included; the tables are read when first needed. */
export const convertChinese: ConvertScript = async (text, to) => {
  if (to === 'zh-Hant') {
    const { Converter } = await import('opencc-js/cn2t');
    return Converter({ from: 'cn', to: 'twp' })(text);
  }
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 'twp', to: 'cn' })(text);
};
