import { useRef, useState } from 'preact/hooks';
import { Banner, Button, Dialog, Field, Input } from '@/components/ui';
import { common, subscription as t } from '@/lib/i18n';
import { type KeyProblem, SHORTEST_PASSPHRASE, spaced } from '@/lib/subscription';

/** What may be known of a key. */
export interface ShownKey {
  fingerprint: string;
  publicKey: string;
}

export interface SignPaneProps {
  signingKey: ShownKey | null;
  /** The published version; `null`: none yet. `errors`: checks that subscribers would refuse it for. */
  version: { version: number; errors: number } | null;
  /** Makes a key and saves its file behind the passphrase. */
  onMake: (passphrase: string) => Promise<void>;
  onTake: (file: File, passphrase: string) => Promise<KeyProblem | null>;
  onForget: () => void;
  onSign: () => void;
  onCopy: (text: string) => void;
}

/** A trainer's key, and the published version as a signed file. */
export function SignPane(props: SignPaneProps) {
  const { signingKey, version, onSign } = props;
  return (
    <div class="sign">
      <section aria-label={t('keys.title')}>
        <h2>{t('keys.title')}</h2>
        <p class="muted">{t('keys.lead')}</p>
        {signingKey === null ? <NoKey {...props} /> : <Key {...props} signingKey={signingKey} />}
      </section>
      <section aria-label={t('sign.title')}>
        <h2>{t('sign.title')}</h2>
        <p class="muted">{t('sign.lead')}</p>
        {version === null && <p>{t('sign.none')}</p>}
        {version !== null && version.errors > 0 && (
          <Banner tone="danger">{t('sign.fails', { count: version.errors })}</Banner>
        )}
        {version !== null && (
          <Button look="primary" disabled={signingKey === null || version.errors > 0} onClick={onSign}>
            {t('sign.make', { version: version.version })}
          </Button>
        )}
      </section>
    </div>
  );
}

function Key({ signingKey, onCopy, onForget }: SignPaneProps & { signingKey: ShownKey }) {
  const [leaving, setLeaving] = useState(false);
  const facts = [
    [t('keys.fingerprint'), spaced(signingKey.fingerprint)],
    [t('keys.public'), signingKey.publicKey],
  ] as const;
  return (
    <>
      <dl class="sign-key">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="muted small">{name}</dt>
            <dd>
              <code>{value}</code>
              <Button small onClick={() => onCopy(value)} aria-label={`${t('keys.copy')}: ${name}`}>
                {t('keys.copy')}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <Button small look="plain" onClick={() => setLeaving(true)}>
        {t('keys.forget')}
      </Button>
      {leaving && (
        <Dialog
          title={t('keys.forget')}
          onClose={() => setLeaving(false)}
          footer={
            <>
              <Button onClick={() => setLeaving(false)}>{common('cancel')}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setLeaving(false);
                  onForget();
                }}
              >
                {t('keys.forget')}
              </Button>
            </>
          }
        >
          <p>{t('keys.forgetBody')}</p>
        </Dialog>
      )}
    </>
  );
}

function NoKey({ onMake, onTake }: SignPaneProps) {
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const work = async (what: () => Promise<string | undefined>): Promise<void> => {
    setBusy(true);
    setError(await what().catch(() => t('sign.failed')));
    setBusy(false);
  };
  const make = (): void => {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      setError(t('keys.short', { least: SHORTEST_PASSPHRASE }));
      return;
    }
    void work(async () => void (await onMake(passphrase)));
  };
  return (
    <form
      class="sign-make"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <p>{t('keys.none')}</p>
      <Field
        label={t('keys.passphrase')}
        hint={t('keys.passphraseHint', { least: SHORTEST_PASSPHRASE })}
        error={error}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autocomplete="new-password"
            value={passphrase}
            onInput={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="muted small">{t('keys.fileHint')}</p>
      <div class="sign-acts">
        <Button type="submit" look="primary" disabled={busy}>
          {t('keys.make')}
        </Button>
        <Button disabled={busy} onClick={() => file.current?.click()}>
          {t('keys.import')}
        </Button>
        <input
          ref={file}
          type="file"
          accept="application/json"
          hidden
          aria-label={t('keys.import')}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (!chosen) return;
            void work(async () => {
              const problem = await onTake(chosen, passphrase);
              return problem === null ? undefined : t(`keys.${problem}`);
            });
          }}
        />
      </div>
    </form>
  );
}
