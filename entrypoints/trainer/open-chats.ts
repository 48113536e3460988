import type { OpenedChats } from '@/components/trainer';
import { scenarioName } from '@/lib/i18n';
import { SCENARIOS } from '@/lib/phrasebook/vocabulary';
import { askWorker } from './ask-worker';
import type { ChatsAnswers, ChatsQuestion } from './chats.worker';
import ChatsWorker from './chats.worker?worker';

/** Reads a chat export beside the page; its rows stay in the worker until they are taken. */
export async function openChats(file: File): Promise<OpenedChats> {
  const worker = new ChatsWorker();
  const ask = askWorker<ChatsQuestion>(worker);
  try {
    const read = await ask<ChatsAnswers['read']>({
      kind: 'read',
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      scenarioNames: SCENARIOS.map((it) => [scenarioName(it), it]),
    });
    return {
      file: file.name,
      ...read,
      look: (sheet, mapping) => ask<ChatsAnswers['look']>({ kind: 'look', sheet, mapping }),
      guess: (sheet, mapping) => ask<ChatsAnswers['guess']>({ kind: 'guess', sheet, mapping }),
      take: (sheet, mapping) => ask<ChatsAnswers['take']>({ kind: 'take', sheet, mapping }),
      close: () => worker.terminate(),
    };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
