/** Every form of an irregular English word, the base form first. */
const IRREGULAR = `
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
get gets got gotten getting
make makes made making
take takes took taken taking
come comes came coming
say says said saying
tell tells told telling
see sees saw seen seeing
know knows knew known knowing
think thinks thought thinking
give gives gave given giving
find finds found finding
read reads reading
write writes wrote written writing
buy buys bought buying
pay pays paid paying
send sends sent sending
sell sells sold selling
keep keeps kept keeping
leave leaves left leaving
lose loses lost losing
break breaks broke broken breaking
choose chooses chose chosen choosing
mean means meant meaning
understand understands understood understanding
misunderstand misunderstands misunderstood misunderstanding
speak speaks spoke spoken speaking
bring brings brought bringing
hear hears heard hearing
feel feels felt feeling
forget forgets forgot forgotten forgetting
hold holds held holding
run runs ran running
let lets letting
put puts putting
set sets setting
cut cuts cutting
cost costs costing
hurt hurts hurting
shut shuts shutting
quit quits quitting
lie lies lied lying
steal steals stole stolen stealing
wear wears wore worn wearing
tear tears tore torn tearing
throw throws threw thrown throwing
begin begins began begun beginning
become becomes became becoming
show shows showed shown showing
stand stands stood standing
sit sits sat sitting
win wins won winning
catch catches caught catching
teach teaches taught teaching
fall falls fell fallen falling
drop drops dropped dropping
stop stops stopped stopping
eat eats ate eaten eating
drive drives drove driven driving
wait waits waited waiting
spend spends spent spending
lend lends lent lending
build builds built building
meet meets met meeting
deal deals dealt dealing
swear swears swore sworn swearing
wake wakes woke woken waking
hide hides hid hidden hiding
blow blows blew blown blowing
draw draws drew drawn drawing
grow grows grew grown growing
fly flies flew flown flying
ship ships shipped shipping
refer refers referred referring
prefer prefers preferred preferring
occur occurs occurred occurring
admit admits admitted admitting
commit commits committed committing
submit submits submitted submitting
permit permits permitted permitting
good better best
bad worse worst
man men
woman women
child children
person people persons
`;

const irregular = new Map<string, readonly string[]>();
for (const line of IRREGULAR.trim().split('\n')) {
  const forms = line.split(' ');
  for (const form of forms) if (!irregular.has(form)) irregular.set(form, forms);
  irregular.set(forms[0] ?? '', forms);
}

const VOWEL = /[aeiou]/;

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
  const known = irregular.get(base);
  if (known) return known;
  if (base.length < 2) return [base];
  const beforeLast = base.charAt(base.length - 2);
  if (base.endsWith('y') && !VOWEL.test(beforeLast)) {
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
