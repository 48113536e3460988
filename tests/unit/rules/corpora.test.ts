import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRules } from '@/lib/rules';
import { fold } from '@/lib/text';
import { readNotation } from './rule-notation';

/** A folder of real messages that is not part of the repository. */
const corpora = join(process.env.TACTFUL_SHARED ?? '../shared', 'corpora');
const FILES = ['agent_zh', 'agent_en', 'customer_zh', 'customer_en'];

describe('real messages', () => {
  it.skipIf(existsSync(corpora))(
    'are not measured: set TACTFUL_SHARED to the folder that holds corpora/',
    () => {
      expect(corpora).not.toBe('');
    },
  );

  it.skipIf(!existsSync(corpora)).each(FILES)('%s goes through the engine whole', (name) => {
    const { lists, rules } = readNotation(readFileSync('tests/fixtures/rules.txt', 'utf8'));
    const { matcher } = compileRules(rules, lists);
    const lines = readFileSync(join(corpora, `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThan(1000);
    for (const line of lines) {
      const { text } = JSON.parse(line) as { text: string };
      const { hits, exhausted } = matcher.scan(text);
      expect(exhausted).toBe(false);
      for (const { start, end } of hits) {
        expect(start).toBeLessThan(end);
        expect(fold(text.slice(start, end)).length).toBeGreaterThan(0);
      }
    }
  });
});
