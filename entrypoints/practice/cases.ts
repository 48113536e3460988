import { loadPracticeCase, type PracticeCase } from '@/lib/practice';

const files = import.meta.glob<string>('../../phrasebooks/practice/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Easy ones first; the tests hold that every file is whole. */
const LEVELS = ['easy', 'medium', 'hard'];

/** The played customers that came with the extension. */
export function practiceCases(): PracticeCase[] {
  return Object.entries(files)
    .map(([file, text]) => loadPracticeCase(file, text))
    .flatMap((loaded) => (loaded.ok ? [loaded.played] : []))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.id.localeCompare(b.id));
}
