import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit tests. The end-to-end tests have a config of their own, so that plain `vitest` starts no browser. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    retry: 0,
  },
});
