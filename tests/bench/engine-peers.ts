import { createRequire } from 'node:module';
import { text as alex } from 'alex';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import { compileRules } from '../../lib/rules';
import { mixedRules, randomFrom, textOf } from './engine-material';
import { micros } from './engine-timing';

/** Comes without types. */
const writeGood: (text: string) => unknown = createRequire(import.meta.url)('write-good');

/**
 * English checkers on what typing does to a text: the last word is another one each time, so that no cache of whole
 * texts helps. They do different things from us (grammar, style); the figures say what each costs per key.
 */
export async function benchGrammarPeers(emit: (line: object) => void): Promise<void> {
  const { rules, lists } = mixedRules(20, randomFrom(7));
  const { matcher } = compileRules(rules, lists);
  const linter = new LocalLinter({ binary });
  const from = performance.now();
  await linter.setup();
  emit({ figure: 'set-up', by: 'harper.js', ms: Math.round(performance.now() - from) });
  const checkers: Readonly<Record<string, (text: string) => unknown>> = {
    tactful: (text) => matcher.scan(text),
    'write-good': (text) => writeGood(text),
    alex: (text) => alex(text),
    'harper.js': (text) => linter.lint(text),
  };
  for (const chars of [100, 2000]) {
    const text = textOf('en', chars - 6, randomFrom(chars));
    let ours = Number.NaN;
    let key = 0;
    for (const [by, check] of Object.entries(checkers)) {
      const us = await micros(() => {
        key = (key + 1) % 9000;
        return check(`${text} w${key}`);
      }, 9);
      if (by === 'tactful') ours = us;
      const timesOurs = by === 'tactful' ? undefined : Number((us / ours).toPrecision(3));
      emit({ figure: 'grammar peer', by, rules: by === 'tactful' ? 20 : undefined, chars, us, timesOurs });
    }
  }
  await linter.dispose();
}
