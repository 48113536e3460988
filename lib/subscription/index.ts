export { type AddressProblem, hostOf, readAddress, siteOfAddress } from './address';
export { type Admitted, admitPublished, type KnownBook, tryBook } from './admit';
export { type Download, type DownloadOptions, download } from './download';
export {
  fingerprintOf,
  type KeyFile,
  type KeyProblem,
  lockKey,
  makeKey,
  readTrust,
  SHORTEST_PASSPHRASE,
  type SigningKey,
  spaced,
  unlockKey,
} from './keys';
export { type Prescribed, readPolicy } from './policy';
export type { SubscriptionProblem, SubscriptionProblemKind } from './problem';
export { type BookPayload, MOST_BYTES, type SignedBook, signBook, verifyBook } from './signed-book';
export { afterLook, arrived, newSubscription, refused, type Subscription, unchanged } from './subscription';
