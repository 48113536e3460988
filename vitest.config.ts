import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Folders whose tests take values and give values: no stubbed globals, no mocked modules, no page, no store. They
 * share a worker's modules from file to file, so that a phrasebook's engine is loaded once. A folder not named here
 * gets a fresh worker for every file.
 */
const PURE = [
  'classifier',
  'cli',
  'exchange',
  'ledger',
  'offers',
  'personal',
  'phrasebook',
  'reply',
  'review',
  'rules',
  'search',
  'sites',
  'subscription',
  'text',
  'workbench',
].map((folder) => `tests/unit/${folder}/**/*.test.ts`);

/** Unit tests. The end-to-end tests have a config of their own, so that plain `vitest` starts no browser. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Half of them wait for a disk or another program: every core has one.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: { name: 'isolated', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: PURE },
      },
    ],
    // None of them waits for time to pass: long enough for a machine that does much else.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    retry: 0,
  },
});
