import type { Keenness } from '@/lib/classifier';
import { storedItem } from './item';
import { inTurn } from './lock';

/** Whether clauses get a second look, and how readily it speaks; `null`: as the team says. */
export interface SecondLookChoice {
  readonly on: boolean;
  readonly keenness: Keenness | null;
}

export const secondLookSettings = {
  choice: storedItem<SecondLookChoice>('local', 'secondLook', { on: true, keenness: null }),
  /** What holds where an agent said nothing. */
  teamKeenness: storedItem<Keenness>('local', 'secondLookTeam', 'usual'),
  /** Clauses that were found fine, as hashes, oldest first: they are not marked again. */
  fine: storedItem<readonly string[]>('local', 'secondLookFine', []),
  /** Goes up whenever another model is put to use. */
  modelsEpoch: storedItem<number>('local', 'modelsEpoch', 0),
} as const;

/** Hashes of this many clauses are remembered; the oldest go. */
const MOST_FINE = 3000;

const changeFine = (change: (fine: readonly string[]) => readonly string[]): Promise<void> =>
  inTurn('secondLookFine', async () => {
    const { fine } = secondLookSettings;
    await fine.setValue(change(await fine.getValue()));
  });

export const rememberFine = (mark: string): Promise<void> =>
  changeFine((fine) => [...fine.filter((it) => it !== mark), mark].slice(-MOST_FINE));

export const forgetFine = (mark: string): Promise<void> =>
  changeFine((fine) => fine.filter((it) => it !== mark));

export const forgetFineClauses = (): Promise<void> => changeFine(() => []);

/** Changes the agent's choice, of which the other half stays as it is. */
export const changeSecondLook = (change: Partial<SecondLookChoice>): Promise<void> =>
  inTurn('secondLook', async () => {
    const { choice } = secondLookSettings;
    await choice.setValue({ ...(await choice.getValue()), ...change });
  });

/** Tells every console that another model is in use. */
export const bumpModels = (): Promise<void> =>
  inTurn('modelsEpoch', async () => {
    const { modelsEpoch } = secondLookSettings;
    await modelsEpoch.setValue((await modelsEpoch.getValue()) + 1);
  });
