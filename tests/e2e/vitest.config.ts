import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * End-to-end tests on the built extension, one browser a run: TACTFUL_E2E_BROWSER=chromium (default) or firefox.
 * Files run one after another, each with a browser of its own. No retries: a test that passes at times has failed.
 */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/harness/global-setup.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    retry: 0,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Long enough for a machine that does much else; what is there at once costs no time.
    expect: { poll: { interval: 20, timeout: 20_000 } },
  },
});
