import { useState } from 'preact/hooks';
import { Banner, Button, Icon, List } from '@/components/ui';
import { bundles as t } from '@/lib/i18n';

/** What became of one file. */
export type BundleOutcome =
  | { file: string; kind: 'records'; agent: string; added: number; known: number; from: string }
  | { file: string; kind: 'verdicts'; added: number; known: number; from: string }
  | { file: string; kind: 'refused'; why: string };

export interface BundlesPaneProps {
  outcomes: readonly BundleOutcome[];
  working: boolean;
  /** Whether this browser keeps messages of its own to hand over. */
  own: number;
  /** Verdicts there are to send back. */
  verdicts: number;
  onFiles: (files: readonly File[]) => void;
  onExportOwn: () => void;
  onExportVerdicts: () => void;
}

/** Hand-over without a server: agents' bundles in, verdicts out, as files. */
export function BundlesPane(props: BundlesPaneProps) {
  const { outcomes, working, own, verdicts, onFiles } = props;
  const [over, setOver] = useState(false);
  return (
    <div class="bundles">
      <p class="muted">{t('lead')}</p>
      <section aria-label={t('in')}>
        <h2>{t('in')}</h2>
        <label
          class={over ? 'bundles-drop is-over' : 'bundles-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            onFiles([...(event.dataTransfer?.files ?? [])]);
          }}
        >
          <input
            type="file"
            multiple
            class="sr-only"
            accept=".json,.tactful,application/json"
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
              <li key={it.file + it.kind}>
                {it.kind === 'refused' ? (
                  <Banner tone="danger">
                    <b>{it.file}</b> {t('refused', { why: it.why })}
                  </Banner>
                ) : (
                  <p role="status">
                    <b>{it.file}</b>{' '}
                    {it.kind === 'records'
                      ? t('records', { agent: it.agent || t('nobody'), added: it.added, known: it.known })
                      : t('verdicts', { added: it.added, known: it.known })}{' '}
                    <span class="muted small">{t('signed', { from: it.from })}</span>
                  </p>
                )}
              </li>
            ))}
          </List>
        )}
      </section>
      <section aria-label={t('out')}>
        <h2>{t('out')}</h2>
        <p class="muted">{t('outLead')}</p>
        <div class="verdict-acts">
          <Button disabled={verdicts === 0} onClick={props.onExportVerdicts}>
            {t('exportVerdicts')} <span class="tabular">{verdicts}</span>
          </Button>
          <Button disabled={own === 0} onClick={props.onExportOwn}>
            {t('exportOwn')} <span class="tabular">{own}</span>
          </Button>
        </div>
        <p class="muted small">{t('maskedAgain')}</p>
      </section>
    </div>
  );
}
