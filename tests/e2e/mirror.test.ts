import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Mirror } from '../../lib/composer/index.ts';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';

/** Most that a mirrored box may be off, pixels. */
const TOLERANCE = 1;

const TEXT =
  'Dear 顾客，您已经多拿了两样了 — you got extra anyway, 还想怎么样？ A wonderfully-long-hyphenated-word and\ttabs and   spaces.\n' +
  'Second line 第二行：不归我管，unbelievable!\n\n第四行 AVAVA fi ffi office 123,456.78 to the very end of the text that wraps and wraps again until it scrolls.';

/** Styles of a textarea, on top of a plain one. */
const TEXTAREAS: Readonly<Record<string, string>> = {
  plain: '',
  'thick border': 'border:7px solid red',
  'padding in a border box': 'box-sizing:border-box;padding:13px 21px 5px 9px;border:3px dashed',
  'a width with a fraction': 'width:333.37px;box-sizing:border-box',
  'a width in percent': 'width:37.3%',
  centred: 'text-align:center',
  'aligned right': 'text-align:right',
  justified: 'text-align:justify',
  'right to left': 'direction:rtl',
  'letter spacing': 'letter-spacing:2.5px',
  'word spacing': 'word-spacing:9px',
  indented: 'text-indent:40px',
  'tall lines': 'line-height:2.3',
  'italic bold serif': 'font:italic 700 19px/1.2 serif',
  'monospace and tabs': 'font:13.33px monospace;tab-size:3',
  'upper case': 'text-transform:uppercase',
  'break-all': 'word-break:break-all',
  'keep-all': 'word-break:keep-all',
  'lines broken anywhere': 'line-break:anywhere',
  'no wrapping': 'white-space:pre;overflow:auto',
  'white-space pre-line': 'white-space:pre-line',
  'white-space normal': 'white-space:normal',
  'white-space nowrap': 'white-space:nowrap',
  'break-spaces': 'white-space:break-spaces',
  'words not broken': 'overflow-wrap:normal',
  'a scrollbar always there': 'overflow-y:scroll',
  'a stable gutter': 'scrollbar-gutter:stable;overflow:auto',
  'gutters on both sides': 'scrollbar-gutter:stable both-edges;overflow:auto',
  'a thin scrollbar': 'scrollbar-width:thin;height:50px',
  'no kerning': 'font-kerning:none',
  'font features': 'font-feature-settings:"liga" 0,"tnum" 1',
  'geometric precision': 'text-rendering:geometricPrecision',
  hyphens: 'hyphens:auto',
  'small capitals': 'font-variant:small-caps',
  'zoomed in': 'zoom:1.5',
  'zoomed out': 'zoom:0.8',
  scaled: 'transform:scale(1.37);transform-origin:0 0',
  'sized by its content': 'field-sizing:content;max-width:300px',
};
const AROUND: Readonly<Record<string, string>> = {
  'in a zoomed panel': 'zoom:1.25',
  'in a scaled panel': 'transform:scale(.8)',
};
const INPUTS: Readonly<Record<string, string>> = {
  'a line': '',
  'a tall line': 'height:70px;padding:3px 9px',
  'a line in a border box': 'box-sizing:border-box;height:48px;border:5px solid;padding:0 20px',
  'a line aligned right': 'text-align:right',
  'a zoomed line': 'zoom:1.5;height:50px',
  'a bare line': 'appearance:none;border:0;height:33px',
};

interface Case {
  tag: 'textarea' | 'input';
  style: string;
  around: string;
  text: string;
}

/** Runs in the page: how far the mirror's boxes are from the browser's own, at worst. */
function farthest({ tag, style, around, text }: Case): number {
  const { Mirror: Made } = (globalThis as unknown as { tactful: { Mirror: typeof Mirror } }).tactful;
  const home = document.createElement('div');
  home.style.cssText = 'position:fixed;left:0;top:0';
  const panel = document.createElement('div');
  panel.style.cssText = around;
  const field = document.createElement(tag) as HTMLTextAreaElement;
  field.style.cssText = `width:300px;${tag === 'textarea' ? 'height:90px;' : ''}font:16px/1.4 "Noto Sans CJK SC",sans-serif;${style}`;
  field.value = text;
  panel.append(field);
  document.body.replaceChildren(home, panel);
  let worst = 0;
  for (const scrolled of [0, 37]) {
    field.scrollTop = scrolled;
    if (tag === 'input') field.scrollLeft = scrolled;
    const mirror = new Made(field, home);
    for (let start = 0; start + 2 < text.length; start += 3) {
      if (/\s/.test(text.slice(start, start + 2))) continue;
      const range = (
        field as unknown as { createValueRange(start: number, end: number): Range }
      ).createValueRange(start, start + 2);
      const truth = [...range.getClientRects()].filter((rect) => rect.width > 0);
      const ours = mirror.boxesFor([{ start, end: start + 2 }])[0]!;
      if (truth.length !== ours.length) return Number.POSITIVE_INFINITY;
      truth.forEach((rect, line) => {
        for (const side of ['left', 'top', 'right', 'bottom'] as const) {
          worst = Math.max(worst, Math.abs(rect[side] - ours[line]![side]));
        }
      });
    }
    mirror.remove();
  }
  return worst;
}

/** Only a browser with value ranges knows where the words of a text control really stand. */
describe.skipIf(KIND !== 'chromium')('the mirror of a text control stands where the browser says', () => {
  const stage = useStage();
  let page: Page;
  let script: string;

  beforeAll(async () => {
    const bundle = await build({
      stdin: { contents: "export { Mirror } from './lib/composer/index.ts'", resolveDir: path.resolve('.') },
      bundle: true,
      format: 'iife',
      globalName: 'tactful',
      write: false,
      alias: { '@': path.resolve('.') },
    });
    script = bundle.outputFiles[0]!.text;
  });

  const distance = async (it: Case): Promise<number> => {
    page = await stage.open(chatUrl({ editor: 'textarea' }));
    await chatReady(page);
    await page.evaluate(() => {
      document.documentElement.lang = 'zh-CN';
    });
    await page.addScriptTag({ content: script });
    return page.evaluate(farthest, it);
  };

  test.each(Object.entries(TEXTAREAS))('%s', async (_name, style) => {
    expect(await distance({ tag: 'textarea', style, around: '', text: TEXT })).toBeLessThanOrEqual(TOLERANCE);
  });

  test.each(Object.entries(AROUND))('%s', async (_name, around) => {
    expect(await distance({ tag: 'textarea', style: '', around, text: TEXT })).toBeLessThanOrEqual(TOLERANCE);
  });

  test.each(Object.entries(INPUTS))('%s', async (_name, style) => {
    const text = TEXT.replaceAll('\n', ' ').slice(0, 120);
    expect(await distance({ tag: 'input', style, around: '', text })).toBeLessThanOrEqual(TOLERANCE);
  });
});
