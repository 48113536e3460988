import type { Speaker, Verdict } from './messages';

/** A sheet of a chat export; cells as text. */
export interface Sheet {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What a column of a chat export can hold. */
export const MESSAGE_COLUMNS = ['text', 'who', 'at', 'verdict', 'scenario', 'talk'] as const;
export type MessageColumn = (typeof MESSAGE_COLUMNS)[number];

/** How a sheet is read as messages. */
export interface Mapping {
  /** Whether the first row names the columns; else it is a message. */
  headed: boolean;
  columns: Readonly<Partial<Record<MessageColumn, number>>>;
  /** What stands in the column `who` for an agent; everything else is a customer. */
  agents: readonly string[];
  /** What stands in the column `verdict` for each verdict; everything else is no verdict. */
  offence: readonly string[];
  fine: readonly string[];
}

const HEADINGS: Readonly<Record<MessageColumn, readonly string[]>> = {
  text: 'text|message|content|body|msg|reply|utterance|内容|內容|消息|訊息|信息|聊天|文本|文字|回复|回覆|话|原文'.split(
    '|',
  ),
  who: 'who|role|sender|from|speaker|author|sentby|发送者|发送方|发送人|發送者|發送人|傳送者|发言|發言|角色|身份|身分|说话|寄件者|来源|來源'.split(
    '|',
  ),
  at: 'time|date|timestamp|sentat|createdat|when|时间|時間|日期'.split('|'),
  verdict:
    'label|verdict|offence|offense|flag|flagged|bad|judgement|标签|標籤|标注|標註|判定|违规|違規|结论|結論|质检|質檢'.split(
      '|',
    ),
  scenario: 'scenario|topic|intent|category|场景|情境|场合|意图|分类|分類'.split('|'),
  talk: 'conversation|conversationid|session|sessionid|chatid|dialog|dialogue|dialogueid|thread|ticket|会话|會話|对话|對話|会话id|对话id|工单|工單'.split(
    '|',
  ),
};

const AGENT =
  /agent|staff|service|support|seller|merchant|shop|store|operator|assistant|^cs|客服|小二|卖家|賣家|商家|店铺|店鋪|店家|员工|員工|人工|^我$/i;
const CUSTOMER =
  /customer|buyer|user|client|guest|visitor|买家|買家|顾客|顧客|客户|客戶|用户|用戶|客人|访客|訪客/i;
const OFFENCE =
  /^(offen[cs]e|offensive|bad|flag(ged)?|yes|y|true|1|violation|违规|違規|是|不当|不當|不合格|有问题|有問題|伤人|傷人)$/i;
const FINE =
  /^(ok|okay|fine|good|pass(ed)?|clean|no|n|false|0|none|合格|正常|没问题|沒問題|否|无|無|通过|通過)$/i;

const plain = (heading: string): string => heading.toLowerCase().replace(/[\s_\-().（）]/g, '');

/** The column whose heading names a kind: one that is the name before one that holds it. */
const namedColumn = (
  headings: readonly string[],
  kind: MessageColumn,
  taken: ReadonlySet<number>,
): number => {
  const names = HEADINGS[kind];
  const free = headings.map((it, index) => (taken.has(index) ? '' : plain(it)));
  for (const name of names) {
    const exact = free.indexOf(name);
    if (exact >= 0) return exact;
  }
  return free.findIndex(
    (it) => it !== '' && it.length <= 24 && names.some((name) => name.length > 1 && it.includes(name)),
  );
};

const LOOKED = 300;

/** The column with the longest texts that are no numbers, dates or links. */
const wordiest = (rows: readonly (readonly string[])[], columns: number): number => {
  let best = 0;
  let most = -1;
  for (let column = 0; column < columns; column++) {
    let letters = 0;
    const kinds = new Set<string>();
    for (const row of rows.slice(0, LOOKED)) {
      const cell = row[column] ?? '';
      kinds.add(cell);
      letters += cell.replace(/https?:\S+|[\d\s\p{P}]/gu, '').length;
    }
    // A column that says the same few words again and again says who or what, not what was said.
    const weight = letters * Math.min(1, kinds.size / 8 + 0.2);
    if (weight > most) {
      most = weight;
      best = column;
    }
  }
  return best;
};

/** What stands in a column, the most frequent first. */
export function valuesIn(sheet: Sheet, headed: boolean, column: number | undefined, most = 12): string[] {
  if (column === undefined) return [];
  const counts = new Map<string, number>();
  for (const row of rowsOf(sheet, headed)) {
    const value = (row[column] ?? '').trim();
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([value]) => value);
}

/** The rows that are messages. */
export const rowsOf = ({ headings, rows }: Sheet, headed: boolean): readonly (readonly string[])[] =>
  headed ? rows : [headings, ...rows];

const speakersIn = (values: readonly string[]): string[] => {
  const known = (value: string): Speaker | null =>
    AGENT.test(value) ? 'agent' : CUSTOMER.test(value) ? 'customer' : null;
  const speakers = values.map((value) => ({ value, who: known(value) }));
  // A name that nobody knows is on the side of which nobody is known yet.
  const rest: Speaker =
    speakers.some((it) => it.who === 'agent') && !speakers.some((it) => it.who === 'customer')
      ? 'customer'
      : speakers.some((it) => it.who === 'customer')
        ? 'agent'
        : 'customer';
  const found = speakers.filter((it) => (it.who ?? rest) === 'agent').map((it) => it.value);
  return found.length > 0 ? found : [...values];
};

/** The verdict that a cell spells. */
export const spelledVerdict = (cell: string): Verdict | null =>
  OFFENCE.test(cell) ? 'offence' : FINE.test(cell) ? 'fine' : null;

/** A first reading of a sheet, for a person to correct. */
export function guessMapping(sheet: Sheet): Mapping {
  const taken = new Set<number>();
  const columns: Partial<Record<MessageColumn, number>> = {};
  for (const kind of MESSAGE_COLUMNS) {
    const column = namedColumn(sheet.headings, kind, taken);
    if (column < 0) continue;
    columns[kind] = column;
    taken.add(column);
  }
  const headed =
    taken.size > 0 || !sheet.headings.some((it) => it.length > 20 || /[。，！？!?]|\d:\d/.test(it));
  columns.text ??= wordiest(rowsOf(sheet, headed), sheet.headings.length);
  return { headed, columns, ...guessValues(sheet, headed, columns) };
}

/** What the values of the chosen columns mean, as far as they are known words. */
export function guessValues(
  sheet: Sheet,
  headed: boolean,
  columns: Mapping['columns'],
): Pick<Mapping, 'agents' | 'offence' | 'fine'> {
  const verdicts = valuesIn(sheet, headed, columns.verdict);
  return {
    agents: speakersIn(valuesIn(sheet, headed, columns.who, 200)),
    offence: verdicts.filter((it) => spelledVerdict(it) === 'offence'),
    fine: verdicts.filter((it) => spelledVerdict(it) === 'fine'),
  };
}
