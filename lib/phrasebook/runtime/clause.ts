import { type Folded, fold, foldedText, Sep, SPACE_UNIT } from '@/lib/text';

/** A range of a draft in UTF-16 units. */
export interface DraftRange {
  readonly start: number;
  readonly end: number;
}

/** What stands around flagged words, up to where their clause begins and ends. */
export interface Clause extends DraftRange {
  /** The flagged words; a number or link they cut in two belongs to them whole. */
  readonly words: DraftRange;
  /** The clause begins its sentence. */
  readonly opens: boolean;
  /** Before it, with no comma between, stands a clause of its own, from which a joining word was cut. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const isHan = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x4e00 && unit <= 0x9fff;

/** Whether a new clause begins at a folded unit: after punctuation or an emoji, and between Chinese also after a space. */
const beginsClause = ({ text, units, sep, start, end }: Folded, at: number): boolean => {
  const strength = sep[at] ?? Sep.NONE;
  if (strength !== Sep.SPACE) return strength >= Sep.SOFT;
  if (isHan(units[at]) && isHan(units[at - 1])) return true;
  const before = units[at - 1] === SPACE_UNIT ? at - 2 : at - 1;
  return /\p{Extended_Pictographic}/u.test(text.slice(end[before], start[at]));
};

const VERB =
  '(?:am|is|are|was|were|be|been|can|could|will|would|shall|should|may|might|must|has|have|had|do|does|did|takes?|took|goes|went|comes?|came|gets?|got|arrived?|says?|said|shows?|works?|means?|needs?|costs?|left|sent|counts?|keeps?|[a-z]{3,}ed)';
const SOMEBODY = '(?:i|you|u|we|they|he|she|it|nobody|no one|everyone|someone|nothing|everything|who)';
/** What an English clause of its own begins with: somebody doing something, a thing that does, or a request. */
const STARTS = `(?:(?:then|now|also|just|maybe|still|honestly|sorry|yes|no|even|of course|if you like) )*(?:${SOMEBODY} [a-z]|there ${VERB}\\b|(?:the|your|our|my|his|her|their|this|that|these|those|a|an|every|each|all|some|any|no) (?:[a-z0-9%$£€]+ ){0,4}?${VERB}\\b|(?:this|that|these|those|here|what) ${VERB}\\b|no (?:need|way|point)\\b|(?:please|pls|kindly|never|let|do not) [a-z])`;
const JOINS = new RegExp(
  `(?<![a-z])(?:(?:and|but|so|or|yet|plus|since)(?! that\\b)(?= ${STARTS})|(?:because|cause|cos|although|though|while|whereas)(?= (?:${STARTS}|(?:the|your|our|my|his|her|their) )))`,
  'g',
);
const ENGLISH_CLAUSE = new RegExp(`\\b(?:${SOMEBODY} [a-z]|${VERB}\\b)`);
const REQUEST =
  /\d|^(?:please |pls |kindly |just )?(?:send|call|message|text|email|keep|use|put|try|check|take|tell|give|ask|hold|wash|press|go|come|wait|return|drop|pay|order|buy)\b [a-z]/;
const DEPENDS =
  /^(?:(?:and|but|so|or) )?(?:if|when|because|since|as|although|though|while|unless|after|before|once|until|till|whether|in case)\b/;

const HAN_JOINS =
  /(?:但是|但(?![凡愿])|可是|不过|然而|所以|因此|因为|由于|而且|并且|同时|另外|然后|况且|何况|毕竟|反正|再说(?=[您你我咱这那]))(?=[㐀-鿿]{2})/g;
const NOT_JOINING = /[不非]$/;
/** A particle ends a Chinese clause; who then acts opens the next. */
const AFTER_PARTICLE = /(?<=[㐀-鿿]{2}[吗呢吧哈哦呀嘛啦])(?=您|你|我|咱)/g;
/** Words that want somebody after them: 让您 is no clause and its neighbour. */
const WANTS_OBJECT = /[让给对跟是把被帮请问说怪要为替等向和与在到比像叫使了的但]$/;
const LET_US = /^(?:您|你|我|咱|那我|那您)/;

/** Where flagged words and their sides stand in a draft. */
export class DraftAround {
  readonly draft: string;
  readonly #folded: Folded;
  readonly #text: string;

  constructor(draft: string) {
    this.draft = draft;
    this.#folded = fold(draft);
    this.#text = foldedText(this.#folded);
  }

  /** A stretch of the draft as the rules see it. */
  plain({ start, end }: DraftRange): string {
    return this.#text.slice(this.#at(start), this.#at(end));
  }

  /** The clause around flagged words: between punctuation, or joining words that part it from another clause. */
  clauseAround(flagged: DraftRange): Clause {
    const words = wholeTokens(this.draft, flagged);
    const { start: from, end: to, sep, units, length } = this.#folded;
    let first = Math.min(this.#at(words.start), Math.max(0, length - 1));
    let last = Math.max(first, this.#at(words.end) - 1);
    const innerFirst = first;
    const innerLast = last;
    while (first > 0 && !beginsClause(this.#folded, first)) first -= 1;
    while (last < length - 1 && !beginsClause(this.#folded, last + 1)) last += 1;
    // What parts two English words stands for one space, with the comma in it.
    while (last > first && units[last] === SPACE_UNIT) last -= 1;
    const before = this.#cutBefore(first, innerFirst, last + 1);
    const after = this.#cutAfter(first, innerLast + 1, last + 1);
    const begin = before ?? first;
    return {
      words,
      // The stops and colons inside of a link or a number end nothing.
      ...wholeTokens(this.draft, {
        start: Math.min(words.start, from[begin] ?? words.start),
        end: Math.max(words.end, to[after === null ? last : after - 1] ?? words.end),
      }),
      opens: before === null && (first === 0 || sep[first] !== Sep.SOFT),
      cutBefore: before !== null,
      cutAfter: after !== null,
    };
  }

  /** Index of the first unit that begins at or after an offset, or holds it. */
  #at(offset: number): number {
    const { start, end, length } = this.#folded;
    let at = 0;
    while (at < length && (end[at] ?? 0) <= offset) at += 1;
    return at < length && (start[at] ?? 0) < offset && this.draft.length === offset ? length : at;
  }

  /** The last place before the words where a clause of its own ends and another begins, `null` for none. */
  #cutBefore(first: number, inner: number, end: number): number | null {
    const clause = this.#text.slice(first, end);
    const cuts = joinsIn(clause).filter((at) => first + at <= inner && at > 0);
    const own = this.#text.slice(inner, end);
    if (LET_US.test(own) && /[㐀-鿿]{4}$/.test(this.#text.slice(first, inner))) cuts.push(inner - first);
    for (const at of cuts.reverse()) {
      const left = clause.slice(0, at).trim();
      const byPronoun = at === inner - first && LET_US.test(own);
      if (byPronoun && WANTS_OBJECT.test(left)) continue;
      if (
        /[㐀-鿿]$/.test(left)
          ? left.length >= 2
          : !DEPENDS.test(left) && (ENGLISH_CLAUSE.test(left) || REQUEST.test(left))
      )
        return first + at;
    }
    return null;
  }

  #cutAfter(first: number, inner: number, end: number): number | null {
    const clause = this.#text.slice(first, end);
    const at = joinsIn(clause).find((it) => first + it >= inner);
    if (at === undefined) return null;
    let cut = first + at;
    while (cut > inner && this.#folded.units[cut - 1] === SPACE_UNIT) cut -= 1;
    return cut;
  }
}

/** Where, in a folded clause without punctuation, one clause of its own is joined to another. */
function joinsIn(clause: string): number[] {
  const han = [...clause.matchAll(HAN_JOINS)].filter(
    ({ index }) => !NOT_JOINING.test(clause.slice(0, index)),
  );
  return [...han, ...clause.matchAll(JOINS), ...clause.matchAll(AFTER_PARTICLE)]
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** Numbers, codes and links as they are written: a phone number's groups belong together. */
const TOKENS =
  /https?:[!-~]+|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|co|uk|hk|tw)\b(?:\/[!-~]*)?|\+?\d+(?:[ -]\d{2,}(?![\w%:]|[./]\d))+|[\w$£€¥￥@%./:#+-]*\p{N}[\w%./:#+-]*/giu;

/** Flagged words without a number, code or link cut in two. */
function wholeTokens(draft: string, { start, end }: DraftRange): DraftRange {
  const words = { start, end };
  for (const { 0: token, index } of draft.matchAll(TOKENS)) {
    const until = index + token.replace(/[.:/\-\s]+$/, '').length;
    if (index < start && start < until) words.start = index;
    if (index < end && end < until) words.end = until;
  }
  return words;
}

const DIGITS = '[二两三四五六七八九十百千万半几]';
const OF_WHAT =
  '(?:元|块|毛|折|成|天|日|号|周|个?星期|个?月|年|小时|个?钟|分钟|点|刻|倍|个|件|包|双|条|瓶|盒|箱|张|份|单|样|次|遍|斤)';
/** On folded text: amounts, times and dates, whether in digits or in words; what a label names. */
const FACT = new RegExp(
  [
    '\\p{N}',
    `${DIGITS}[一二三四五六七八九十百千万]*多?${OF_WHAT}`,
    '一(?:天|周|个?月|年|小时|百|千|万)',
    '[今明后昨前](?:天|晚|早|日)|(?:周|星期|礼拜)[一二三四五六日天末]|月底|中午|上午|下午',
    '\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\b(?:january|february|april|june|july|august|september|october|november|december)\\b|\\b(?:today|tomorrow|tonight|yesterday|noon|midnight)\\b',
    '\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|dozen|double) (?:[a-z]+ )?(?:dollars?|pounds?|quid|euros?|bucks|cents|percent|days?|weeks?|months?|hours?|minutes?|years?|pieces|items)\\b',
    '(?:姓名|收件人|单号|地址|电话|手机|账号|尾号|取件码|优惠码|型号)(?:是|为)',
    '\\b(?:name|number|tracking|address|account|code|reference) (?:is|was) ',
  ].join('|'),
  'u',
);
const LINK = /https?:|[\w-]\.(?:com|cn|net|org|co|uk|hk|tw)\b|\S@\S/i;
const LABEL =
  /(?:姓名|收件人|單號|单号|地址|电话|電話|手机|手機|账号|帳號|尾号|尾號|取件码|优惠码|型号|name|number|tracking|address|account|code|ref(?:erence)?)\s*[:：#]\s*$/i;

/** Whether a stretch of the draft says something that may not be lost: a number, date, amount, link or labelled name. */
export function holdsFact(around: DraftAround, range: DraftRange): boolean {
  if (range.end <= range.start) return false;
  const { draft } = around;
  const raw = draft.slice(range.start, range.end);
  if (/\p{N}/u.test(raw) || LINK.test(raw)) return true;
  return FACT.test(around.plain(range)) || (/\p{L}/u.test(raw) && LABEL.test(draft.slice(0, range.start)));
}
