import { type Book, type CompiledBook, compileBook, loadBook, toRuntime } from '@/lib/phrasebook';

const HANS = `id: hans
name: 简体
language: zh-Hans
version: 1
license: Apache-2.0
taboos:
  - id: brush-off/look
    category: brush-off
    severity: medium
    flag: [您自己看, 自己看一下]
    why: 把顾客推开了。
    instead: [我帮您看一下。]
    examples: { flag: [您自己看], pass: [好的] }
  - id: blame/see-clearly
    category: blame
    severity: high
    flag: [看一下清楚]
    why: 责怪顾客。
    instead: [我再说明一下。]
    examples: { flag: [看一下清楚], pass: [好的] }
  - id: burden/reorder
    category: burden
    severity: high
    flag: [重新拍]
    onlyIn: [price-drop]
    why: 顾客白跑一趟。
    instead: [差价我退给您。]
    examples: { flag: [重新拍], pass: [好的] }
  - id: got-extra/free
    category: got-extra
    severity: medium
    flag: [白送的, 白送的补发]
    notIn: [presale-advice]
    why: 像在说您该知足。
    instead: [这个也给您换。]
    examples: { flag: [白送的], pass: [好的] }
  - id: compliance/wechat
    category: compliance
    severity: high
    flag: [加我微信]
    markets: [cn]
    why: 站外联系。
    instead: [就在这里说。]
    examples: { flag: [加我微信], pass: [好的] }
absences:
  - id: brush-off/no-apology
    category: brush-off
    when: [发不了]
    unless: [不是发不了]
    lacks: [apology]
    why: 坏消息里少一句抱歉。
    instead: ['抱歉，让您久等了。']
    examples: { flag: [发不了], pass: ['抱歉，发不了'] }
  - id: brush-off/third-apology
    category: brush-off
    repeats: { move: apology, times: 3 }
    lacks: [remedy]
    why: 第三次道歉不如给个办法。
    instead: [我给您补发一件。]
    examples: { flag: [{ text: 抱歉, agent: [抱歉, 抱歉] }], pass: [抱歉] }
  - id: brush-off/bare-answer
    category: brush-off
    onlyIn: [damaged]
    when: [正常的]
    lacks: [apology]
    why: 顾客说坏了，这里没有一句歉意。
    instead: ['抱歉，我给您补发一件。']
    examples: { flag: [{ text: 正常的, customer: 碎了 }], pass: ['抱歉，正常的'] }
softenings:
  - id: soften/owned
    title: 同一句里担责
    categories: [brush-off, blame]
    within: sentence
    moves: [ownership]
    examples: { flag: ['您自己看，是我们漏了'], pass: [您自己看] }
  - id: soften/mended
    title: 说了办法
    categories: [got-extra, compliance]
    upTo: high
    within: draft
    moves: [remedy]
    examples: { flag: [白送的，补发], pass: [白送的] }
  - id: soften/shown
    title: 后面带着看
    categories: [brush-off, burden]
    within: after
    when: [我陪您]
    examples: { flag: ['您自己看，我陪您'], pass: [我陪您，您自己看] }
scenarios:
  - { id: price-drop, title: 降价, cues: [降价, 便宜了], steps: [], ask: [] }
  - { id: damaged, title: 破损, cues: [碎了, { flag: [全都坏了], weight: 3 }], steps: [], ask: [] }
  - { id: presale-advice, title: 售前, cues: [有货吗], steps: [], ask: [] }
moves:
  - { id: remedy, title: 办法, flag: [补发], examples: { flag: [补发], pass: [好的] } }
  - { id: apology, title: 道歉, flag: [抱歉], examples: { flag: [抱歉], pass: [好的] } }
  - { id: ownership, title: 担责, flag: [是我们漏了], examples: { flag: [是我们漏了], pass: [好的] } }
commitments:
  - { id: by-day, kind: dated, flag: ['{time}发', '{time}前给您答复'], examples: { flag: [今天发], pass: [好的] } }
  - { id: soon, kind: vague, flag: [尽快, 尽快发, 今天发货], examples: { flag: [尽快], pass: [好的] } }
`;

const HANT = `id: hant
name: 繁體
language: zh-Hant
version: 1
license: Apache-2.0
extends: hans
taboos:
  - id: brush-off/look
    why: 這樣像在趕客人。
    instead: [我幫您看一下。]
`;

const EN = `id: en
name: English
language: en
version: 1
license: Apache-2.0
taboos:
  - id: brush-off/busy
    category: brush-off
    severity: high
    flag: [not my department]
    why: It sends the customer away.
    instead: [I will find out for you.]
    examples: { flag: [not my department], pass: [fine] }
absences:
  - id: brush-off/wait
    category: brush-off
    when: [please wait]
    lacks: [commitment]
    why: Wait until when?
    instead: [I will come back to you by five.]
    examples: { flag: [please wait], pass: [fine] }
scenarios:
  - { id: damaged, title: Damaged, cues: [broken], steps: [], ask: [] }
moves:
  - { id: apology, title: Apology, flag: [sorry], examples: { flag: [sorry], pass: [fine] } }
`;

const load = (text: string, base?: Book): Book => {
  const { book, problems } = loadBook([{ path: 'book.yaml', text }], base && { base: { book: base } });
  if (book === undefined) throw new Error(JSON.stringify(problems));
  return book;
};

const compile = (book: Book): CompiledBook => compileBook(toRuntime(book));

const hans = load(HANS);
/** A small book in each language; the Traditional one builds on the Simplified one. */
export const HANS_BOOK = compile(hans);
export const HANT_BOOK = compile(load(HANT, hans));
export const EN_BOOK = compile(load(EN));
export const BOOKS = [HANS_BOOK, HANT_BOOK, EN_BOOK];
