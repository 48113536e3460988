import { useState } from 'preact/hooks';
import { Banner, Button, classes, Field, Icon, Input, List, useFileDrop } from '@/components/ui';
import { locale, bundles as t } from '@/lib/i18n';
import type { BundleRefusal } from '@/lib/review';
import type { HandOver, Outcome } from './use-hand-over';

const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

function reasonOf(why: BundleRefusal): string {
  switch (why.kind) {
    case 'newer':
      return t('why.newer', { version: why.version });
    case 'invalid':
      return t('why.invalid', { path: why.path || '·' });
    case 'not-a-reviewer':
      return t('why.not-a-reviewer', { known: why.known });
    case 'other-agent':
      return t('why.other-agent', { agent: why.agent, known: why.known });
    case 'replayed':
      return t('why.replayed', { when: when(why.at) });
    case 'session-closed':
      return t('why.session-closed', { name: why.name });
    case 'unknown-key':
      return t('why.unknown-key');
    default:
      return t(`why.${why.kind}`);
  }
}

/** Takes files in, by choosing or dropping, and says of each what became of it. */
export function TakeIn({ outcomes, working, onFiles, onTrust }: HandOver) {
  const { over, target } = useFileDrop(onFiles);
  return (
    <div class="hand-over">
      <label class={classes('hand-over-drop', over && 'is-over')} {...target}>
        <input
          type="file"
          multiple
          class="sr-only"
          accept=".json,application/json"
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <Icon name="plus" />
        <span>{t(working ? 'reading' : 'choose')}</span>
      </label>
      {outcomes.length > 0 && (
        <List label={t('outcomes')}>
          {outcomes.map((it) => (
            <li key={it.id}>
              <Result outcome={it} onTrust={onTrust} />
            </li>
          ))}
        </List>
      )}
    </div>
  );
}

function Result({ outcome, onTrust }: { outcome: Outcome; onTrust: HandOver['onTrust'] }) {
  if (outcome.kind === 'taken') {
    const { agent, kind, added, known, books } = outcome.taken;
    return (
      <div role="status">
        <p>
          <b>{outcome.file}</b> {t(kind, { agent: agent || t('nobody'), added, known })}
        </p>
        {books.length > 0 && <p class="muted small">{t('books', { books: books.join(', ') })}</p>}
      </div>
    );
  }
  if (outcome.kind === 'failed') {
    return (
      <Banner tone="danger">
        <b>{outcome.file}</b> {t('takeFailed')}
      </Banner>
    );
  }
  const { why } = outcome;
  return (
    <Banner tone={why.kind === 'unknown-key' ? 'warning' : 'danger'}>
      <p>
        <b>{outcome.file}</b> {reasonOf(why)}
      </p>
      {why.kind === 'unknown-key' && <Introduce why={why} onTrust={(name) => onTrust(outcome, name)} />}
    </Banner>
  );
}

interface IntroduceProps {
  why: Extract<BundleRefusal, { kind: 'unknown-key' }>;
  onTrust: (name: string) => void;
}

/** Asks whose a key is: people compare its fingerprint with each other, once. */
function Introduce({ why, onTrust }: IntroduceProps) {
  const [name, setName] = useState(why.signer);
  return (
    <form
      class="hand-over-key"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onTrust(name.trim());
      }}
    >
      <p>
        {t('compare')} <code>{why.fingerprint}</code>
      </p>
      <Field label={t(why.role === 'agent' ? 'keyOfAgent' : 'keyOfReviewer')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={80}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" disabled={name.trim() === ''}>
        {t('trust')}
      </Button>
    </form>
  );
}
