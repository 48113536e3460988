/**
 * The directions of DESIGN: entrypoints → components → lib, and inside lib text ← rules ← phrasebook ← reply, review.
 * A folder of lib is entered by its index.ts alone.
 */

/** What the pure part of lib may know of the rest of lib, lowest first. */
const knows = {
  text: [],
  rules: ['text'],
  phrasebook: ['text', 'rules'],
  classifier: ['text'],
  reply: ['text', 'rules', 'phrasebook', 'classifier'],
  review: ['text', 'rules', 'phrasebook'],
  search: ['text'],
  exchange: ['text', 'rules', 'phrasebook'],
  ledger: ['text', 'phrasebook'],
  subscription: ['text', 'rules', 'phrasebook'],
  workbench: ['text', 'rules', 'phrasebook', 'reply'],
};

const downward = Object.entries(knows).map(([folder, known]) => ({
  name: `lib-${folder}-knows-only-${known.join('-') || 'itself'}`,
  comment: `lib/${folder} stands below the rest of lib: it may import ${known.map((name) => `lib/${name}`).join(', ') || 'no other folder'} only.`,
  severity: 'error',
  from: { path: `^lib/${folder}/` },
  to: { path: '^lib/', pathNot: `^lib/(${[folder, ...known].join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two modules that import each other cannot be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-knows-no-interface',
      comment: 'lib holds what is true without a screen.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(components|entrypoints)/' },
    },
    {
      name: 'components-know-no-entrypoint',
      comment: 'A component gets data and callbacks; the entrypoint wires them.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'entrypoints-stand-alone',
      comment: 'What two surfaces share belongs to components or lib.',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1' },
    },
    {
      name: 'lib-by-its-door',
      comment:
        'Import a folder of lib by its index.ts. Some have a second door, light for the page or heavy for the background; the vocabulary of a phrasebook and the words of its problems are open to all.',
      severity: 'error',
      from: { path: '^(lib/[^/]+|components|entrypoints|scripts)/', pathNot: '^scripts/build-' },
      to: {
        path: '^lib/[^/]+/',
        pathNot: [
          '^lib/[^/]+/index\\.tsx?$',
          '^lib/phrasebook/(vocabulary|problem-words)\\.ts$',
          '^lib/(phrasebook/runtime|store/settings|rpc/view|rpc/background)/index\\.ts$',
          '^$1/',
        ],
      },
    },
    {
      name: 'rules-need-no-package',
      comment: 'The engine runs in the page on every key: nothing but our own code.',
      severity: 'error',
      from: { path: '^lib/(text|rules)/' },
      to: {
        dependencyTypesNot: ['local', 'aliased', 'aliased-tsconfig', 'aliased-tsconfig-paths'],
        pathNot: '^lib/',
      },
    },
    {
      name: 'console-stays-light',
      comment: 'What runs in the page has a budget; schemas, YAML and the store stay in the background.',
      severity: 'error',
      from: { path: '^entrypoints/console\\.content/' },
      to: { path: '^node_modules/(zod|yaml|idb|minisearch|pinyin-pro|@tanstack)/', reachable: true },
    },
    {
      name: 'product-needs-no-development-package',
      comment: 'A package that ships belongs to dependencies.',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/wxt/' },
    },
    {
      name: 'tests-are-not-shipped',
      comment: 'Nothing outside tests/ may need tests/.',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints|scripts)/', pathNot: '^scripts/(test|bench)\\.ts$' },
      to: { path: '^tests/' },
    },
    {
      name: 'nothing-missing',
      comment: 'An import that resolves to nothing fails at build or, worse, at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...downward,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types alone vanish in the build: they may cross, as long as they do not circle.
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|\\.wxt|output)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
