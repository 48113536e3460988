import { useRef, useState } from 'preact/hooks';
import type { BundleRefusal } from '@/lib/review';
import type { Repositories, TakenIn } from '@/lib/store';

/** What became of one file. */
export type Outcome = { id: number; file: string } & (
  | { kind: 'taken'; taken: TakenIn }
  | { kind: 'refused'; why: BundleRefusal }
  | { kind: 'failed' }
);

export interface HandOver {
  outcomes: readonly Outcome[];
  working: boolean;
  onFiles: (files: readonly File[]) => void;
  /** Says whose the unknown key of a refused file is, and takes the file in. */
  onTrust: (outcome: Outcome, name: string) => void;
}

/** Takes bundles in, one after another, and keeps what became of them while the page is open. */
export function useHandOver(own: Repositories): HandOver {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [working, setWorking] = useState(false);
  const texts = useRef(new Map<number, { file: string; text: string }>());
  const next = useRef(1);

  const take = async (id: number): Promise<void> => {
    const given = texts.current.get(id);
    if (!given) return;
    const { file, text } = given;
    let outcome: Outcome;
    try {
      const done = await own.bundles.take(text, Date.now());
      outcome = done.ok
        ? { id, file, kind: 'taken', taken: done.taken }
        : { id, file, kind: 'refused', why: done.why };
    } catch {
      outcome = { id, file, kind: 'failed' };
    }
    setOutcomes((before) =>
      before.some((it) => it.id === id)
        ? before.map((it) => (it.id === id ? outcome : it))
        : [outcome, ...before],
    );
  };
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    setWorking(true);
    try {
      await work();
    } finally {
      setWorking(false);
    }
  };

  return {
    outcomes,
    working,
    onFiles: (files) =>
      void inTurn(async () => {
        for (const file of files) {
          const id = next.current++;
          // A file that cannot be read is refused as one that is no bundle.
          texts.current.set(id, { file: file.name, text: await file.text().catch(() => '') });
          await take(id);
        }
      }),
    onTrust: (outcome, name) =>
      void inTurn(async () => {
        if (outcome.kind !== 'refused' || outcome.why.kind !== 'unknown-key') return;
        const { publicKey, role } = outcome.why;
        await own.bundles.trust(publicKey, { name, role }, Date.now()).catch(() => undefined);
        await take(outcome.id);
      }),
  };
}
