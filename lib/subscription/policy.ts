import { z } from 'zod';
import { readAddress } from './address';
import { readTrust } from './keys';

const policySchema = z.strictObject({ url: z.string().max(2000), publicKey: z.string().max(200) });

/** What an organisation prescribes: where from, and whom to trust; and how many of its entries are not right. */
export interface Prescribed {
  subscriptions: { url: string; trust: string }[];
  wrong: number;
}

/** Reads the policy value `subscriptions`; browsers that check nothing hand over whatever stands there. */
export async function readPolicy(value: unknown): Promise<Prescribed> {
  if (value === undefined || value === null) return { subscriptions: [], wrong: 0 };
  if (!Array.isArray(value)) return { subscriptions: [], wrong: 1 };
  const read = await Promise.all(
    value.map(async (it: unknown) => {
      const entry = policySchema.safeParse(it);
      if (!entry.success) return null;
      const address = readAddress(entry.data.url);
      const trust = await readTrust(entry.data.publicKey);
      return 'problem' in address || trust === null ? null : { url: address.url, trust };
    }),
  );
  const subscriptions = read.filter((it) => it !== null);
  return { subscriptions, wrong: read.length - subscriptions.length };
}
