import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createReplyReader, loadPracticeCase, type PracticeCase } from '@/lib/practice';

const folder = fileURLToPath(new URL('../../../phrasebooks/practice', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const loaded = files.map((name) => ({
  name,
  result: loadPracticeCase(name, readFileSync(`${folder}/${name}`, 'utf8')),
}));
const cases = loaded.flatMap(({ name, result }): [string, PracticeCase][] =>
  result.ok ? [[name, result.played]] : [],
);

describe('the played customers', () => {
  it.each(loaded)('$name is whole', ({ result }) => {
    expect(result).toMatchObject({ ok: true });
  });

  it.each(cases)('%s names its topics in patterns that hold', (_name, played) => {
    expect(createReplyReader(played, []).problems).toEqual([]);
  });

  it.each(cases)('%s is named after its story and language', (name, played) => {
    expect(name).toBe(`${played.story}.${played.language}.yaml`);
  });

  it('are told in all three languages', () => {
    const told = new Map<string, string[]>();
    for (const [, played] of cases)
      told.set(played.story, [...(told.get(played.story) ?? []), played.language].sort());
    expect([...told.keys()]).toEqual(expect.arrayContaining(['puzzle', 'price']));
    for (const languages of told.values()) expect(languages).toEqual(['en', 'zh-Hans', 'zh-Hant']);
  });

  it('have the same shape in every language', () => {
    const shape = (played: PracticeCase) =>
      Object.entries(played.nodes).map(([name, node]) => [
        name,
        node.branches.map(({ when, to, ends, achieves, patience }) => ({
          when,
          to,
          ends,
          achieves,
          patience,
        })),
      ]);
    for (const story of new Set(cases.map(([, played]) => played.story))) {
      const [first, ...rest] = cases
        .filter(([, played]) => played.story === story)
        .map(([, played]) => shape(played));
      for (const other of rest) expect(other).toEqual(first);
    }
  });
});
