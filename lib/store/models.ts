import type { ModelFile, Reading } from '@/lib/classifier';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import { bumpModels } from './settings';
import type { Engine, ModelVersion } from './tables';

/** Models a team trained with its own examples. The shipped one is part of the extension and never stored. */
export interface Models {
  /** Newest first. */
  versions(reading: Reading): Promise<ModelVersion[]>;
  /** Number of the version in use; 0: the shipped one. */
  current(reading: Reading): Promise<number>;
  inUse(reading: Reading): Promise<ModelVersion | undefined>;
  /** Keeps a model as the next version and puts it to use; gives its number. */
  publish(model: Omit<ModelVersion, 'version'>): Promise<number>;
  /** Goes back (or forward) to a version that is kept; 0: the shipped one. */
  use(reading: Reading, version: number): Promise<void>;
}

/** Where the build puts the shipped models, below the extension's root. */
export const shippedModelPath = (reading: Reading) => `/model/${reading}.json` as const;

/** The model that is part of the extension; for its own contexts, never for content scripts. */
export async function readShippedModel(reading: Reading): Promise<ModelFile> {
  const response = await fetch(shippedModelPath(reading));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as ModelFile;
}

const BOTH = ['modelVersions', 'modelHeads'] as const;

export function createModels(engine: Engine, changes: Changes): Models {
  const changed = async (): Promise<void> => {
    changes.announce(storeKeys.models);
    await bumpModels();
  };
  return {
    versions: (reading) =>
      engine.read(['modelVersions'], (tx) =>
        tx.list('modelVersions', {
          from: [reading],
          to: [reading, Number.MAX_SAFE_INTEGER],
          reverse: true,
        }),
      ),
    current: async (reading) =>
      (await engine.read(['modelHeads'], (tx) => tx.get('modelHeads', reading)))?.current ?? 0,
    inUse: (reading) =>
      engine.read(BOTH, async (tx) => {
        const head = await tx.get('modelHeads', reading);
        return head === undefined ? undefined : tx.get('modelVersions', [reading, head.current]);
      }),
    async publish(model) {
      const { reading } = model;
      const version = await engine.write(BOTH, 'strict', async (tx) => {
        const [latest] = await tx.list('modelVersions', {
          from: [reading],
          to: [reading, Number.MAX_SAFE_INTEGER],
          reverse: true,
          limit: 1,
        });
        const next = (latest?.version ?? 0) + 1;
        await tx.put('modelVersions', { ...model, version: next });
        await tx.put('modelHeads', { reading, current: next });
        return next;
      });
      await changed();
      return version;
    },
    async use(reading, version) {
      await engine.write(['modelHeads'], 'strict', (tx) =>
        tx.put('modelHeads', { reading, current: version }),
      );
      await changed();
    },
  };
}
