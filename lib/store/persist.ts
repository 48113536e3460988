/** Firefox without `unlimitedStorage` asks the person and may never answer; a page does not wait longer (ms). */
const ANSWER_WITHIN = 2000;

/**
 * Asks the browser not to clear the store under pressure; from a page, workers cannot ask.
 * `null`: no answer in time, or the browser does not know how.
 */
export async function askToPersist(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined,
  within = ANSWER_WITHIN,
): Promise<boolean | null> {
  if (storage === undefined || typeof storage.persist !== 'function') return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, within, null);
  });
  const asked = storage.persisted().then((already) => already || storage.persist());
  return Promise.race([asked.catch(() => null), late]).finally(() => clearTimeout(timer));
}
