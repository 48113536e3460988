/** Irregular English words: the base and the forms that the spelling rules do not give. */
const IRREGULAR =
  'be am is are was were been being|have has had|do does did done|go goes went gone|get got gotten|make made|take took taken|' +
  'come came|say said|tell told|see saw seen|know knew known|think thought|give gave given|find found|read|' +
  'write wrote written|buy bought|pay paid|send sent|sell sold|keep kept|leave left|lose lost|break broke broken|' +
  'choose chose chosen|mean meant|understand understood|misunderstand misunderstood|speak spoke spoken|bring brought|' +
  'hear heard|feel felt|forget forgot forgotten forgetting|hold held|run ran|let|put|set|cut|cost|hurt|shut|quit|' +
  'steal stole stolen|wear wore worn|tear tore torn|throw threw thrown|begin began begun beginning|become became|' +
  'show showed shown|stand stood|sit sat|win won|catch caught|teach taught|fall fell fallen|eat ate eaten|' +
  'drive drove driven|spend spent|lend lent|build built|meet met|deal dealt|swear swore sworn|wake woke woken|' +
  'hide hid hidden|blow blew blown|draw drew drawn|grow grew grown|fly flew flown|refer referred referring|' +
  'prefer preferred preferring|occur occurred occurring|admit admitted admitting|commit committed committing|' +
  'submit submitted submitting|permit permitted permitting|man men|woman women|child children|person people';

const irregular = new Map<string, readonly string[]>();
for (const entry of IRREGULAR.split('|')) {
  const [base = '', ...forms] = entry.split(' ');
  const all = [base, ...forms, ...regular(base).filter((form) => !form.endsWith('ed'))];
  for (const form of [base, ...forms]) irregular.set(form, all);
}

/** Whether the last consonant doubles before -ed and -ing: one short stressed vowel, as in stop, plan, ship. */
function doubles(word: string): boolean {
  return /^[^aeiou]*[aeiou][bdgklmnprtz]$/.test(word) || /^[^aeiou]*qu[aeiou][bdgklmnprtz]$/.test(word);
}

/**
 * Every inflection of an English word, the word itself first; any form of an irregular word names them all.
 * Regular words follow the spelling rules (-s/-es/-ies, -ed/-d/-ied, -ing, doubling).
 */
export function inflections(word: string): readonly string[] {
  const base = word.toLowerCase();
  return irregular.get(base) ?? regular(base);
}

function regular(base: string): readonly string[] {
  if (base.length < 2) return [base];
  const beforeLast = base.charAt(base.length - 2);
  if (base.endsWith('y') && !/[aeiou]/.test(beforeLast)) {
    const stem = base.slice(0, -1);
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  if (base.endsWith('ie')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -2)}ying`];
  const plural = /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`;
  if (base.endsWith('ee') || base.endsWith('oe')) return [base, plural, `${base}d`, `${base}ing`];
  if (base.endsWith('e')) return [base, plural, `${base}d`, `${base.slice(0, -1)}ing`];
  const stem = doubles(base) ? base + base.charAt(base.length - 1) : base;
  return [base, plural, `${stem}ed`, `${stem}ing`];
}
