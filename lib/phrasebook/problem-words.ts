/**
 * What can be said about a book that is not right, in English: `said.…` what is wrong, `mend.…` what to write instead,
 * `word.…` what both may name. Plain data and no import, so that the interface's languages can stand beside it.
 */
export const problemWords = {
  quoted: '"{text}"',
  and: ', ',

  // A file as a whole
  'said.no-file': 'There is no file to read.',
  'mend.name-file': 'name a .yaml or .json file, or a folder that holds some',
  'said.file-too-long': 'The file has {count} characters; at most {most} are read.',
  'mend.split-folder': 'split the book into several files in one folder',
  'said.line-too-long': 'This line has {count} characters; at most {most} are read.',
  'mend.break-lines': 'break it into lines, one pattern or example each; perhaps this is not a phrasebook',
  'said.yaml-duplicate': 'YAML cannot be read here: {reason}.',
  'mend.keep-one-key': 'keep one of them, or put both contents under one key',
  'said.yaml-tab': 'YAML cannot be read here: {reason}.',
  'mend.indent-spaces': 'indent with spaces',
  'said.yaml-quote': 'YAML cannot be read here: {reason}.',
  'mend.quote-text':
    "put the whole text in single quotes, such as '[也]没办法', and check that every quote and bracket is closed",
  'said.yaml-indent': 'YAML cannot be read here: {reason}.',
  'mend.line-up': 'line it up with the keys around it; a text with ": " in it needs quotes',
  'said.yaml-other': 'YAML cannot be read here: {reason}.',
  'mend.compare-lines': 'compare with the lines around it: indentation, colons, quotes',
  'said.json-short': 'This is not JSON: it ends too early.',
  'said.json': 'This is not JSON from {text} on.',
  'mend.json-form': 'every key and text in double quotes, commas between items, none after the last',
  'said.forbidden-key': 'The name "{key}" may not be used as a key.',
  'mend.other-name': 'choose another name',
  'said.aliases': 'The file repeats parts of itself by references (*name) more often than is read.',
  'mend.write-out': 'write the texts out, or use a list (@name)',
  'said.nested': 'The file is nested too deeply to be read.',
  'mend.six-levels': 'a book needs at most six levels; perhaps a bracket is not closed',
  'said.not-text': 'The file is not text in UTF-8, UTF-16, GBK or Big5.',
  'mend.save-utf8': 'open it where it was made and save it as "CSV UTF-8" or as an Excel workbook (.xlsx)',
  'said.file-too-large': 'The file has {size}; at most {most} are read.',
  'mend.split-files': 'split it into several files',
  'said.no-workbook': 'This is not a workbook that can be read.',
  'mend.save-xlsx': 'open it in a spreadsheet program and save it again as .xlsx, without a password',
  'said.unpacked-too-large': 'Unpacked, the workbook would have {size}; at most {most} are read.',
  'mend.copy-rows': 'copy the rows that are needed into a new workbook',
  'said.no-chat-file': 'This kind of file is not read here.',
  'mend.export-chats': 'export the chats as one of: {names}',
  'said.no-json-object': 'This line is no JSON object.',
  'mend.one-object-a-line': 'one {form} a line',
  'said.message-too-long': 'The message has {count} characters; at most {most} are read.',
  'mend.one-message-a-line': 'one message a line; perhaps a whole file stands in one of them',
  'said.nothing-in-file': 'There is nothing in this file.',
  'mend.write-headings': 'write headings in the first row',

  // Tables
  'said.too-many-columns': '"{sheet}" has {count} columns; at most {most} are read.',
  'mend.delete-columns': 'delete the columns that hold nothing for the phrasebook',
  'said.too-many-rows': '"{sheet}" has more than {most} rows.',
  'said.cell-too-long': 'The cell has {count} characters; at most {most} are read.',
  'mend.one-a-line': 'one phrase a line; perhaps a whole file was pasted into one cell',
  'said.open-quote': 'A quoted cell that begins in this row is not closed, or has a quote in the middle.',
  'mend.double-quote': 'write a quote inside a quoted cell twice: ""',
  'said.sheet-unknown': '"{sheet}" does not say what it holds.',
  'mend.name-sheet': 'name the sheet after one of: {names}; or add a column "section"',
  'said.section-unknown': 'The section "{section}" is not known.',
  'said.heading-unknown': 'The heading "{heading}" is not known in "{sheet}".',
  'mend.near-or-delete': 'did you mean "{near}"? Else delete the column',

  // Shape
  'mend.near': 'did you mean "{near}"?',
  'mend.known': 'known here: {names}',
  'mend.one-of': 'one of: {names}',
  'mend.write-one-of': 'write one of: {names}',
  'mend.near-or-one-of': 'did you mean "{near}"? one of: {names}',
  'said.not-keys': 'A phrasebook file holds keys such as "taboos:" or "scripts:".',
  'mend.start-with': 'start with one of: {names}',
  'said.unknown-key': 'Unknown key "{key}".',
  'said.header-twice': '"{key}" is already written at {place}.',
  'mend.keep-in-header': 'keep it in book.yaml only',
  'said.lists-shape': '"lists" should hold names with patterns below them.',
  'mend.lists-form': 'write "name:" and its items below it, each with "- "',
  'said.section-shape': '"{section}" should be a list.',
  'mend.section-form': 'start each item on its own line with "- id: …"',
  'said.list-twice': 'The list "{name}" is already written at {place}.',
  'mend.one-place': 'put all its items in one place, or give this one another name',
  'said.id-twice': 'The id "{id}" is already used at {place}.',
  'mend.another-id': 'give one of them another id, or put both together',
  'said.missing': '{name} is missing.',
  'mend.add-key': 'add {key}: ({wanted})',
  'said.wrong-type': '{name} should be {wanted} but is {given}.',
  'mend.write-text':
    "write text; put it in single quotes if it starts with [ { @ * & ! # or looks like a number, such as '[也]没办法'",
  'mend.write-list': 'start each item on its own line with "- ", also where there is only one',
  'mend.write-keys': 'write keys such as "flag:" and "pass:" below it, indented',
  'mend.write-number': 'write a number, without quotes',
  'mend.write-whole': 'write a whole number, without quotes',
  'mend.write-boolean': 'write true or false',
  'mend.write-other': 'write {wanted}',
  'said.wrong-value': '{name} cannot be {given}.',
  'said.wrong-union': '{name} should be text, or keys with "text:" or "flag:", but is {given}.',
  'said.empty-text': '{name} is empty.',
  'mend.write-or-remove': 'write the text, or remove it',
  'said.too-few': '{name} needs at least {least}.',
  'mend.add-one': 'add one, or remove the key if it is optional',
  'said.below': '{name} is below {least}.',
  'mend.at-least': 'write {least} or more',
  'said.text-too-long': '{name} has {count} characters; at most {most} are read.',
  'mend.shorten': 'shorten it, or split it into several',
  'said.too-many-items': '{name} has more than {most} items.',
  'mend.split-items': 'split it into several',
  'said.above': '{name} is above {most}.',
  'mend.at-most': 'write {most} or less',
  'said.bad-name': 'The name "{name}" cannot be used.',
  'mend.name-form': 'letters, digits, - and _ only',
  'said.bad-form': '{name} is not written as it should be.',
  'mend.id-form': 'small letters, digits and - / . only',
  'mend.variable-form': 'letters and digits, starting with a small letter',
  'mend.date-form': 'write it as a date, such as 2027-01-31',
  'said.not-right': '{name} is not as it should be.',
  'mend.when-or-repeats': 'write "when", "repeats" or both',
  'mend.moves-or-when': 'write "moves", "when" or both',
  'mend.other-form': 'compare it with the same key of another item: {reason}',
  'word.this': 'This',
  'word.nothing': 'nothing',
  'word.text': 'text',
  'word.list': 'a list',
  'word.keys': 'keys with values',
  'word.boolean': 'true or false',
  'word.number': 'a number',
  'word.whole': 'a whole number',
  'word.lists': 'names with lists below',
  'word.other': 'something else',

  // References
  'said.not-in-base': '"{id}" is not in {base}, so there is nothing to build on and it must be complete.',
  'mend.all-keys': 'write all its keys',
  'mend.near-or-all-keys': 'did you mean "{near}"? Else write all its keys',
  'said.base-missing': 'The book "{id}", on which this one builds, was not given.',
  'mend.give-base': 'give its folder too, or remove "extends"',
  'said.other-base': 'This book builds on "{id}", but "{given}" was given.',
  'mend.base-id': 'write the id of the book to build on',
  'said.off-unknown': '"off" names "{id}", which is not in {base}.',
  'mend.remove': 'remove it',
  'said.no-variable': 'There is no variable "{id}".',
  'mend.add-variable': 'add it under variables',
  'said.no-remedy': 'There is no remedy "{id}".',
  'mend.add-remedy': 'add it under remedies',
  'said.stray-bracket': 'The bracket at "{text}" is not a blank; the customer would see it as it stands.',
  'mend.blank-form': 'write blanks as {form}, small letters first, without spaces',
  'said.no-choices': 'A choice needs its choices.',
  'mend.add-choices': 'add choices: with two or more items',
  'said.formula': 'The formula {formula} cannot be read: {reason}.',
  'mend.formula-form': 'numbers, variables, + - * / and brackets, such as paid - now * count',
  'said.formula-type': 'The formula reads "{id}", which is a {type}, not a number or money.',
  'mend.formula-numbers': 'calculate with variables of type number or money; a date is a date and days',
  'said.formula-derived': 'The formula reads "{id}", which is derived itself.',
  'mend.formula-whole': 'write the whole calculation here',
  'said.instead-blank': 'A replacement goes in by one click and has no blanks, but this one has "{text}".',
  'mend.plain-words': 'write words that can stand as they are, or make it a script',

  // Patterns and examples
  'said.pattern': '{reason} In {pattern}.',
  'said.pattern-alone': '{reason}',
  'mend.pattern': '{cure}',
  'said.not-flagged': 'Should be flagged but is not: {text}.',
  'mend.comma-between':
    'punctuation stands between the words: put a comma into the pattern where it may be, or "ignore: punctuation"',
  'mend.no-pattern-fits': 'no pattern fits these words: add a pattern for them, or correct the example',
  'mend.in-quotes': 'the words stand in quotes, which pass: write "quotes: flag" if they should not',
  'mend.exception-passes':
    'an exception under "{key}" lets it pass: narrow the exception, or correct the example',
  'mend.context-passes':
    'the exceptions or "onlyIn"/"notIn"/"markets" let it pass: compare them with the example',
  'said.mark-elsewhere': 'Marked is {marked}, but the rule hits {hits}.',
  'mend.move-marks': 'move the [[ ]] to the words that are hit, or make the pattern cover what is marked',
  'said.never-shows': 'This rule never shows: in each of its examples "{other}" ({severity}) covers it.',
  'mend.unite-rules': 'put both rules together, or make this one hit more or weigh more',
  'said.form-missed': 'Not flagged when written {form}: {text}.',
  'mend.fit-form':
    'write the pattern so that it also fits this form, or "ignore: nothing" if spacing matters',
  'word.traditional': 'traditional',
  'word.simplified': 'simplified',
  'word.full-width': 'full-width',
  'word.spaced': 'spaced',
  'said.pass-flagged': 'Should pass but is flagged at {hit} by the pattern {pattern}.',
  'mend.narrow-or-except': 'narrow that pattern, or add an exception: notAfter, notBefore, unlessPartOf',
  'said.innocent-flagged': 'Innocent here, but "{other}" flags {hit} in it.',
  'mend.narrow-other': 'narrow "{other}", or change the example so that it is innocent for every rule',
  'said.suggestion-taboo': 'A suggestion may not be taboo itself, but "{other}" flags {hit} in it.',
  'mend.other-words': 'say it in other words, or narrow "{other}" (pattern {pattern})',
  'said.in-place-taboo': 'Put into its example it gives {text}, in which "{other}" still flags {hit}.',
  'mend.whole-offence': 'make the pattern cover the whole offence, or the replacement fit its place',
  'said.kind-missed': 'Should count as this {kind} but does not: {text}.',
  'mend.add-pattern': 'add a pattern for these words, or correct the example',
  'said.kind-elsewhere': 'Marked is {marked}, but other words are hit.',
  'mend.move-or-correct': 'move the [[ ]], or correct the pattern',
  'said.kind-hit': 'Should not count as this {kind}, but {hit} does, by the pattern {pattern}.',
  'mend.narrow-pattern': 'narrow that pattern, or add an exception',
  'word.move': 'move',
  'word.promise': 'promise',
  'said.notice-missed': 'Should be noticed but is not: {text}; no moves are seen in it.',
  'said.notice-missed-moves': 'Should be noticed but is not: {text}; the moves seen in it are: {moves}.',
  'mend.check-when': 'check "when", "unless", "lacks" and the moves\' patterns',
  'said.not-softened': 'Should be made quiet but is not: {text}; the moves seen in it are: {moves}.',
  'mend.soften':
    'check "categories", "upTo", "within", "moves" and "when", and that a rule marks something in it',
  'said.softened': 'Should stay loud but is made quiet: {text}; the moves seen in it are: {moves}.',
  'mend.soften-less': 'narrow "categories", "within", "moves" or "when"',
  'said.notice-made': 'Should pass but is noticed: {text}; no moves are seen in it.',
  'said.notice-made-moves': 'Should pass but is noticed: {text}; the moves seen in it are: {moves}.',
  'mend.narrow-when': 'narrow "when", add to "unless", or teach the move these words',
  'said.no-cue': 'No cue fits this message: {text}.',
  'said.other-scenario': 'Read as {seen}: {text}.',
  'mend.add-cue': 'add a cue, or give the cue that tells by itself more weight',
  'said.scenario-hit': 'Should be another scenario, but is read as this one by {hits}.',
  'mend.narrow-cue': 'narrow that cue, or add an exception',

  // Language
  'said.untranslated': 'Inherited from {base}; {keys} still stand in {language}.',
  'said.untranslated-one': 'Inherited from {base}; {keys} still stands in {language}.',
  'mend.translate': 'write {keys} in {own} in {book}, or list the id under "off"',
  'said.other-script': 'This is written in {written}, but the book is in {own}: {text}.',
  'mend.write-in': 'write it in {own}',
  'word.en': 'en',
  'word.zh-Hans': 'zh-Hans',
  'word.zh-Hant': 'zh-Hant',
} as const;

export type ProblemWords = typeof problemWords;
type After<P extends string, K> = K extends `${P}.${infer Code}` ? Code : never;
/** What can be wrong with a book. */
export type ProblemCode = After<'said', keyof ProblemWords>;
/** What can be done about it. */
export type MendCode = After<'mend', keyof ProblemWords>;
/** What a problem may name and each language has a word for. */
export type ProblemWord = After<'word', keyof ProblemWords>;

/** What stands in a blank: text as it is, words cited in quotes, names one after the other, or a word of the catalogue. */
export type ProblemValue =
  | string
  | number
  | { quoted: readonly string[] }
  | { names: readonly string[] }
  | { word: ProblemWord };
export type ProblemValues = Readonly<Record<string, ProblemValue>>;

const CITED = 60;

/** Fills the blanks of one sentence with the words of a language. */
export function fillProblem(
  template: string,
  values: ProblemValues,
  words: (key: keyof ProblemWords) => string,
  writeNumber: (value: number) => string,
): string {
  const told = (value: ProblemValue): string => {
    if (typeof value === 'number') return writeNumber(value);
    if (typeof value === 'string') return value;
    if ('word' in value) return words(`word.${value.word}`);
    if ('names' in value) return value.names.join(words('and'));
    return value.quoted
      .map((text) => (text.length > CITED ? `${text.slice(0, CITED - 1)}…` : text))
      .map((text) => words('quoted').replace('{text}', () => text))
      .join(words('and'));
  };
  return template.replace(/\{([a-zA-Z]+)\}/g, (blank, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? blank : told(value);
  });
}
