import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { OfferedBook, OptionsPageProps, SubscribeProblem } from '@/components/options';
import type { Toaster } from '@/components/ui';
import { subscription as t } from '@/lib/i18n';
import { type Book, SECTIONS } from '@/lib/phrasebook';
import { call } from '@/lib/rpc';
import { patternOf, sitesOn } from '@/lib/sites';
import { type Repositories, storeKeys } from '@/lib/store';
import { settings } from '@/lib/store/settings';
import {
  newSubscription,
  readAddress,
  readPolicy,
  readTrust,
  type Subscription,
  siteOfAddress,
} from '@/lib/subscription';
import { compareBooks } from '@/lib/workbench';

/** Asks in the turn of the click, with nothing awaited before it; browsers open the question only then. */
const askFor = (url: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(siteOfAddress(url))] }).catch(() => false);

/** Gives a permission back that nothing else stands on. */
async function giveBack(url: string, others: readonly Subscription[]): Promise<void> {
  const site = siteOfAddress(url);
  const console = sitesOn(await settings.sites.getValue()).includes(site);
  if (console || others.some((it) => siteOfAddress(it.url) === site)) return;
  await browser.permissions.remove({ origins: [patternOf(site)] }).catch(() => false);
}

const empty = (book: Book): Book =>
  ({ ...book, lists: {}, ...Object.fromEntries(SECTIONS.map((it) => [it, []])) }) as Book;

/** The version that waits, beside what is in use in its place now. */
async function offer(own: Repositories, { url, known }: Subscription): Promise<OfferedBook | null> {
  const kept = known && (await own.books.get(known.id, known.version));
  if (!kept) return null;
  const { source, by = '', note } = kept;
  const before = (await own.shelf.books()).find(
    (it) => it.language === source.language && (it.id === source.id || it.id === source.extends),
  );
  return {
    url,
    name: source.name,
    version: source.version,
    language: source.language,
    by,
    note,
    publishedAt: known.publishedAt,
    // Under another book's name it is another book: only what is in it is compared.
    changes: compareBooks(before ?? empty(source), source).filter(
      (it) => it.section !== 'book' || before?.id === source.id,
    ),
  };
}

async function wrongInPolicy(): Promise<number> {
  const managed: Record<string, unknown> = await browser.storage.managed
    .get('subscriptions')
    .catch(() => ({}));
  return (await readPolicy(managed.subscriptions)).wrong;
}

/** Subscribed books: the background fetches them, this page says which. */
export function useSubscriptions(own: Repositories, toaster: Toaster): OptionsPageProps['subscriptions'] {
  const { data } = useQuery({
    queryKey: storeKeys.subscriptions,
    queryFn: () => own.subscriptions.list(),
  });
  const { data: wrong } = useQuery({ queryKey: ['policy', 'subscriptions'], queryFn: wrongInPolicy });
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [offered, setOffered] = useState<OfferedBook | null>(null);
  const subscriptions = data ?? [];

  const check = async (url: string): Promise<void> => {
    setBusy((now) => new Set([...now, url]));
    try {
      await call('checkSubscriptions', { url });
    } finally {
      setBusy((now) => new Set([...now].filter((it) => it !== url)));
    }
  };
  const look = async (it: Subscription | null): Promise<void> =>
    setOffered(it === null ? null : await offer(own, it));
  const subscribe = async (address: { url: string }, key: string): Promise<SubscribeProblem> => {
    const allowed = askFor(address.url);
    const trust = await readTrust(key);
    if (trust === null) {
      void allowed.then(() => giveBack(address.url, subscriptions));
      return { field: 'key', text: t('key.wrong') };
    }
    // Refused or not: an address that lets everybody read needs no permission.
    await allowed;
    const added = await own.subscriptions.add(newSubscription(address.url, trust, 'person', Date.now()));
    if (!added) return { field: 'address', text: t('subscribe.twice') };
    void check(address.url);
    return null;
  };

  return {
    subscriptions,
    wrongInPolicy: wrong ?? 0,
    busy,
    offered,
    async onSubscribe(text, key) {
      const address = readAddress(text);
      if ('problem' in address) return { field: 'address', text: t(`address.${address.problem}`) };
      return subscribe(address, key);
    },
    onAllow: (it) => void askFor(it.url).then(() => check(it.url)),
    onCheck: (it) => void check(it.url),
    onSwitch: (it, on) =>
      void own.subscriptions.change(it.url, (now) => ({ ...now, on })).then(() => check(it.url)),
    async onRemove({ url, known }) {
      await own.subscriptions.remove(url);
      if (known) await own.books.remove(known.id);
      await giveBack(
        url,
        subscriptions.filter((it) => it.url !== url),
      );
      await check(url);
    },
    onLook: (it) => void look(it),
    async onTake({ url, version }) {
      setOffered(null);
      const now = await own.subscriptions.get(url);
      const head = (await own.books.heads()).find(({ id }) => id === now?.known?.id);
      if (!head) return;
      await own.books.use(head.id, version, head.rev);
      await own.subscriptions.change(url, (it) => ({ ...it, accepted: true }));
      toaster.show(t('taken', { version }));
    },
  };
}
