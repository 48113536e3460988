import { Button } from '@/components/ui';
import { exchange as t } from '@/lib/i18n';
import { ImportPart, type ImportPartProps } from './import-part';

/** Kinds of files are called the same in every language. */
const FORMATS = [
  ['xlsx', 'Excel (.xlsx)'],
  ['csv', 'CSV'],
  ['yaml', 'YAML'],
  ['json', 'JSON'],
] as const;
export type ExportFormat = (typeof FORMATS)[number][0];

export interface ExchangePaneProps extends ImportPartProps {
  onExport: (format: ExportFormat) => void;
  onTemplate: () => void;
}

/** The way into a book and out of it, for those who write in spreadsheets and for other programs. */
export function ExchangePane({ onExport, onTemplate, ...into }: ExchangePaneProps) {
  return (
    <div class="exchange">
      <section aria-label={t('import')}>
        <h2>{t('import')}</h2>
        <p class="muted">{t('importLead')}</p>
        <p>
          <Button small look="plain" onClick={onTemplate}>
            {t('template')}
          </Button>
        </p>
        <ImportPart {...into} />
      </section>
      <section aria-label={t('export')}>
        <h2>{t('export')}</h2>
        <p class="muted">{t('exportLead')}</p>
        <div class="review-acts">
          {FORMATS.map(([format, name]) => (
            <Button key={format} onClick={() => onExport(format)}>
              {name}
            </Button>
          ))}
        </div>
      </section>
    </div>
  );
}
