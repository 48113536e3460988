import { SentenceProblems } from '@/components/agent';
import { Badge, EmptyState, IconButton, List } from '@/components/ui';
import { personal, scenarioName } from '@/lib/i18n';
import type { PersonalScript } from '@/lib/personal';
import { Carry } from './carry';
import { Section } from './section';

export interface SentencesProps {
  sentences: readonly PersonalScript[];
  /** What of the last file was left out and why, in words. */
  problems: readonly string[];
  onRemove: (sentence: PersonalScript) => void;
  onExport: () => void;
  onImport: (file: File) => void;
}

/** The agent's own sentences: listed, taken away, carried to another browser. */
export function SentencesSection({ sentences, problems, onRemove, onExport, onImport }: SentencesProps) {
  const title = personal('title');
  return (
    <Section id="sentences" title={title} hint={personal('hint')}>
      {sentences.length === 0 ? (
        <div class="options-card">
          <EmptyState icon="chat" title={personal('noneTitle')}>
            {personal('noneHint')}
          </EmptyState>
        </div>
      ) : (
        <List label={title}>
          {sentences.map((it) => (
            <li key={it.id} class="options-row">
              <div class="options-row-text">
                <span class="options-row-name" lang={it.language}>
                  {it.text}
                </span>
                <span class="muted small">
                  {it.opening ? (
                    <Badge>{personal('opened')}</Badge>
                  ) : (
                    it.scenario.map(scenarioName).join(' · ')
                  )}
                </span>
              </div>
              <IconButton
                icon="close"
                label={personal('remove', { text: it.text.slice(0, 20) })}
                onClick={() => onRemove(it)}
              />
            </li>
          ))}
        </List>
      )}
      <SentenceProblems problems={problems} />
      <Carry
        importLabel={personal('import')}
        exportLabel={personal('export')}
        empty={sentences.length === 0}
        onImport={onImport}
        onExport={onExport}
      />
    </Section>
  );
}
