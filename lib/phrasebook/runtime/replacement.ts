import { type Clause, DraftAround, holdsFact } from './clause';

/**
 * What to put where: `text` takes the place of `start`–`end` (UTF-16 units) of the draft. `wider` where more goes than
 * the flagged words alone; then what goes has to be shown before it is gone.
 */
export interface Replacement {
  start: number;
  end: number;
  text: string;
  wider: boolean;
}

interface Span {
  start: number;
  end: number;
}

const SENTENCE_END = /[。！？!?.…~～:：]+["”’」』）)]*$/u;
const LEADS_IN = /[:：]$/;
const AFTER_SENTENCE = /^[。！？!?.…~～]+/u;
const AFTER_CLAUSE = /^\s*[，,、；;：:]/u;
const HAN = /[㐀-鿿]/u;
/** A Chinese clause without its full stop: a replacement of some length in which somebody acts. */
const HAN_CLAUSE = /^(?=.{5})(?:[您你这這那咱]|.*[我，])/u;

/** What cannot end the words that stay before a replacement. */
const LOOSE_END =
  /(?:\s+(?:and|but|so|or|because|cause|since|as|per|that|which|who|what|if|when|than|to|of|for|at|in|on|by|from|with|the|a|an|is|are|was|were|am|be|(?:it|you|we|i|they|that|there)(?:['’](?:s|re|ll|ve|m|d))?|its|thats|u|he|she|kindly|please|just|maybe|not|can|could|will|would|should|have|has|had|then))+\s*$/i;
const LOOSE_END_HAN =
  /(?:但是|但|不过|不過|可是|所以|因为|因為|而且|您|你|我们|我們|咱们|我|咱|他|她|就|也|都|才|还|還|又|再|那|这|這|是|要|会|會|能|把|被|让|讓|给|給|在|对|對|跟|和|与|的话|現在|现在|可以|只能|不)+$/u;
/** What may be left of a Chinese clause and says nothing: particles, measure words behind a number that goes. */
const LOOSE_START_HAN =
  /^[了的地得着著过過吧呢吗嗎哈哦呀嘛啊啦呗嗯样樣个個件包双雙条條瓶盒张張份次遍点點们們]+/u;
const LOOSE_START =
  /^\s+(?:you|u|it|them|us|me|him|her)(?=\s+(?:to|for|at|in|on|by|within|from|with|as|after|before|until|the|a)\s)/i;
const ADDRESS_HAN =
  /^(?:亲亲?|親親?|宝宝?|寶寶?|宝贝|寶貝|您好|你好|好的|抱歉|不好意思|哈哈+|嗯+)(?=$|[\s您你我咱这這那])/u;
const JOINER = /^(?:but|and|so)\s+/i;
const FIRST_WORD = /^[a-z](?:[a-z]|['’])*(?=[\s,;!?)]|[.](?:\s|$)|$)/;
const JOINED = /^\s+(?:and|but|so|or|yet|plus)\s+/i;
const JOINED_BY_CAUSE = /^\s+(?:because|cause|cos|since|although|though|while|whereas)\s+/i;

/** "That helps." as it stands after a comma: "that helps."; I stays I. */
const inSentence = (text: string): string => text.replace(/^[A-Z](?=[a-z])/, (it) => it.toLowerCase());
const bare = (text: string): string => text.replace(SENTENCE_END, '');

/** Where the new text begins, and what parts it from what stays before it. */
function beginning(
  around: DraftAround,
  clause: Clause,
  han: boolean,
): { at: number; joint: string; opens: boolean } {
  const { draft } = around;
  const { words } = clause;
  const left = draft.slice(clause.start, words.start);
  if (holdsFact(around, { start: clause.start, end: words.start })) {
    const kept = left.replace(han ? LOOSE_END_HAN : LOOSE_END, '').trimEnd();
    const end = clause.start + (holdsSame(around, clause.start, kept) ? kept : left.trimEnd()).length;
    return { at: end, joint: han ? '，' : '. ', opens: !han };
  }
  if (clause.cutBefore)
    return { at: draft.slice(0, clause.start).trimEnd().length, joint: han ? '，' : '. ', opens: !han };
  const greeting = han ? ADDRESS_HAN.exec(left)?.[0] : undefined;
  if (greeting !== undefined) return { at: clause.start + greeting.length, joint: '，', opens: false };
  const joiner = clause.opens || han ? undefined : JOINER.exec(left)?.[0];
  return { at: clause.start + (joiner?.length ?? 0), joint: '', opens: clause.opens };
}

const holdsSame = (around: DraftAround, start: number, kept: string): boolean =>
  kept !== '' && holdsFact(around, { start, end: start + kept.length });

/** Where what stays after the new text begins, whether a clause is joined there, and what has to follow the new text. */
function ending(around: DraftAround, clause: Clause, han: boolean): { at: number; stays: boolean } {
  const { words, end } = clause;
  if (!holdsFact(around, { start: words.end, end })) return { at: end, stays: clause.cutAfter };
  const rest = around.draft.slice(words.end, end);
  const loose = (han ? LOOSE_START_HAN : LOOSE_START).exec(rest)?.[0].length ?? 0;
  const at = words.end + loose;
  return { at: holdsFact(around, { start: at, end }) ? at : words.end, stays: true };
}

/** The new text, what of the rest it takes along, and how they are parted. */
function joined(
  draft: string,
  sentence: string,
  at: number,
  stays: boolean,
  han: boolean,
): { text: string; end: number } {
  const rest = draft.slice(at);
  if (AFTER_CLAUSE.test(rest)) {
    if (!LEADS_IN.test(sentence)) return { text: bare(sentence), end: at };
    return { text: sentence, end: at + (AFTER_CLAUSE.exec(rest)?.[0].length ?? 0) };
  }
  if (stays && han) return { text: `${bare(sentence)}，`, end: at + (rest.length - rest.trimStart().length) };
  if (stays) {
    if (JOINED.test(rest) && sentence.endsWith('.')) return { text: `${bare(sentence)},`, end: at };
    const joint = (JOINED_BY_CAUSE.exec(rest) ?? JOINED.exec(rest) ?? /^\s*/.exec(rest))?.[0] ?? '';
    const from = at + joint.length;
    const word = LEADS_IN.test(sentence) ? '' : (FIRST_WORD.exec(draft.slice(from))?.[0] ?? '');
    const space = /\s$/.test(sentence) ? '' : ' ';
    return {
      text: `${sentence}${space}${word.charAt(0).toUpperCase()}${word.slice(1)}`,
      end: from + word.length,
    };
  }
  const closing = AFTER_SENTENCE.exec(rest)?.[0].length ?? 0;
  const needsSpace = closing === 0 && /^[A-Za-z0-9]/.test(rest) && /[.!?:]$/.test(sentence);
  return { text: needsSpace ? `${sentence} ` : sentence, end: at + closing };
}

/**
 * How a replacement goes into a draft. Words take the place of the flagged words. A replacement that is a whole sentence
 * takes the place of their clause: between punctuation, or where "and", 但是 and the like join it to another. It never
 * takes a number, date, amount, link or labelled name along that was not flagged: what holds one stays, parted off.
 * Nothing (`''`) leaves out the flagged words or, where they are a clause or the better part of one, their clause.
 */
export const replacementFor = (draft: string, flag: Span, instead: string): Replacement => {
  const { start, end } = flag;
  if (instead === '') return leftOut(draft, flag);
  const han = HAN.test(instead);
  if (!SENTENCE_END.test(instead) && !(han && HAN_CLAUSE.test(instead)))
    return { start, end, text: instead, wider: false };
  const around = new DraftAround(draft);
  const clause = around.clauseAround(flag);
  const from = beginning(around, clause, han);
  const until = ending(around, clause, han);
  const sentence = `${from.joint}${from.opens ? instead : inSentence(instead)}`;
  const put = joined(draft, sentence, until.at, until.stays, han);
  return { start: from.at, ...put, wider: saysMore(draft, { start: from.at, end: put.end }, flag) };
};

/** Whether words or numbers go beside the flagged ones; punctuation alone needs no warning. */
const saysMore = (draft: string, gone: Span, flag: Span): boolean =>
  /[\p{L}\p{N}]/u.test(draft.slice(gone.start, flag.start) + draft.slice(flag.end, gone.end));

/** A word or two hang on what stands around them; more of them are what their clause says. */
const SAYS_A_CLAUSE = /[㐀-鿿]{4}|\S+\s+\S+\s+\S/u;
const JOINT = /^\s*[，,、；;：:]\s*/u;

/** Without flagged words, and without the comma or space that stood between them and what stays. */
const leftOut = (draft: string, flag: Span): Replacement => {
  if (!SAYS_A_CLAUSE.test(draft.slice(flag.start, flag.end))) {
    const { start, end } = aroundGap(draft, flag);
    return { start, end, text: '', wider: false };
  }
  const around = new DraftAround(draft);
  const clause = around.clauseAround(flag);
  const han = HAN.test(draft.slice(flag.start, flag.end));
  const { at: start, joint } = beginning(around, clause, han);
  const { at: end, stays } = ending(around, clause, han);
  const gap = parted(draft, { start, end }, joint, stays);
  return { ...gap, wider: saysMore(draft, gap, flag) };
};

/** One mark less between what stood before and what stood after. */
const parted = (
  draft: string,
  { start, end }: Span,
  joint: string,
  stays: boolean,
): Span & { text: string } => {
  const before = draft.slice(0, start);
  const after = draft.slice(end);
  const opens = /(?:^|[。！？!?.…\n])\s*$/u.test(before);
  // Nothing is left that the rest could be joined to.
  if (stays) return { start, end: end + (opens ? (JOINED.exec(after)?.[0].length ?? 0) : 0), text: joint };
  const comma = JOINT.exec(after)?.[0].length ?? 0;
  if (opens) {
    const gone = (AFTER_SENTENCE.exec(after)?.[0].length ?? comma) || 0;
    const space = /^\s*/.exec(after.slice(gone))?.[0].length ?? 0;
    return { start, end: end + gone + space, text: '' };
  }
  // What stays before it keeps the mark behind it: "…, (gone)." becomes "….".
  return { start: before.replace(/\s*[，,、；;：:]?\s*$/u, '').length, end, text: '' };
};

/** Words that are left out take the space or comma before them along, so that no gap stays. */
function aroundGap(draft: string, { start, end }: Span): Span {
  const closes = /^(?:$|[\s,，.。!！?？;；、])/.test(draft.slice(end));
  return { start: closes && /[ ,，、]$/.test(draft.slice(0, start)) ? start - 1 : start, end };
}
