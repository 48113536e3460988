import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { SignPane } from '@/components/subscription';
import { Spinner } from '@/components/ui';
import { common, subscription as t } from '@/lib/i18n';
import { storeKeys } from '@/lib/store';
import { proofOf } from '@/lib/workbench';
import { saveAs } from './exchange';
import type { PaneTools } from './panes';
import { type MadeFile, makeKeyHere, signVersion, takeKey } from './sign';

const save = ({ name, text }: MadeFile): void => saveAs(name, new TextEncoder().encode(text));

/** The key of this browser, and the open book's published version as a signed file. */
export function SignedFile({ bench, own, toaster }: PaneTools) {
  const { id, base } = bench;
  const { data: keys } = useQuery({
    queryKey: storeKeys.signingKeys,
    queryFn: () => own.signingKeys.list(),
  });
  const { data: inUse } = useQuery({
    queryKey: [...storeKeys.book(id), 'in-use'],
    queryFn: async () => (await own.books.inUse()).find((it) => it.id === id) ?? null,
  });
  const [errors, setErrors] = useState<number | null>(null);
  useEffect(() => {
    if (!inUse) return;
    // A version that went out in an emergency fails the same checks at the subscribers'.
    const { problems } = proofOf(inUse.own ?? inUse.source, base);
    setErrors(problems.filter((it) => it.level === 'error').length);
  }, [inUse, base]);
  if (keys === undefined || inUse === undefined || (inUse !== null && errors === null)) {
    return <Spinner label={common('loading')} />;
  }
  const [key] = keys;
  return (
    <SignPane
      signingKey={key ?? null}
      version={inUse && { version: inUse.version, errors: errors ?? 0 }}
      onMake={async (passphrase) => {
        save(await makeKeyHere(own, passphrase, Date.now()));
        toaster.show(t('keys.made'));
      }}
      onTake={async (file, passphrase) => {
        const problem = await takeKey(own, await file.text(), passphrase, Date.now());
        if (problem === null) toaster.show(t('keys.taken'));
        return problem;
      }}
      onForget={() => void own.signingKeys.remove(key?.fingerprint ?? '')}
      onSign={() => {
        if (!inUse || !key) return;
        void signVersion(inUse, key, Date.now()).then(
          (file) => {
            save(file);
            toaster.show(t('sign.made', { name: file.name }));
          },
          () => toaster.show(t('sign.failed')),
        );
      }}
      onCopy={(text) =>
        void navigator.clipboard.writeText(text).then(
          () => toaster.show(t('keys.copied')),
          () => toaster.show(common('copyFailed', { key: 'Ctrl+C' })),
        )
      }
    />
  );
}
