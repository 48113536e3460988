import { checkCommand, type Step } from './steps.ts';

const SOURCES = ['entrypoints', 'components', 'lib', 'scripts', 'tests'] as const;

/** The checks that read the source and run nothing of it. `fix` lets Biome mend what it can. */
export function checkSteps({ fix = false } = {}): Step[] {
  return [
    {
      name: 'types',
      run: () => checkCommand('types', ['node', 'node_modules/typescript/bin/tsc', '--noEmit']),
    },
    {
      name: 'lint',
      run: () => checkCommand('lint', ['biome', 'check', ...(fix ? ['--write'] : []), '--error-on-warnings']),
    },
    {
      name: 'layers',
      run: () =>
        checkCommand('layers', [
          'node',
          '--import',
          './scripts/layers/typescript-hook.mjs',
          'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
          ...SOURCES,
        ]),
    },
    {
      name: 'unused code',
      run: () => checkCommand('unused', ['knip', '--no-config-hints']),
    },
  ];
}
