import { useEffect, useState } from 'preact/hooks';
import { Banner, Button, ChipButton, Dialog, Field, Input, Select, Spinner, Switch } from '@/components/ui';
import { common, chats as t } from '@/lib/i18n';
import { type Mapping, MESSAGE_COLUMNS, type MessageColumn } from '@/lib/workbench';
import type { OpenedChats, SheetLook } from './chat-import';
import { MessageLines } from './message-lines';
import { Problems } from './problems';

export interface ImportDialogProps {
  opened: OpenedChats;
  onKeep: (name: string, sheet: number, mapping: Mapping) => Promise<void>;
  onClose: () => void;
}

const withoutEnding = (file: string): string => file.replace(/\.[^.]+$/, '');

/** A chat export: which column is what, what it comes to, and the name it is kept under. */
export function ImportDialog({ opened, onKeep, onClose }: ImportDialogProps) {
  const { sheets } = opened;
  const largest = sheets.reduce((best, it, index) => (it.rows > (sheets[best]?.rows ?? 0) ? index : best), 0);
  const [sheet, setSheet] = useState(largest);
  const outline = sheets[sheet];
  const [mapping, setMapping] = useState<Mapping | undefined>(outline?.mapping);
  const [look, setLook] = useState<SheetLook | null>(null);
  const [name, setName] = useState(withoutEnding(opened.file));
  const [keeping, setKeeping] = useState(false);
  useEffect(() => {
    if (!mapping) return;
    let current = true;
    void opened.look(sheet, mapping).then((it) => current && setLook(it));
    return () => {
      current = false;
    };
  }, [opened, sheet, mapping]);
  if (!outline || !mapping) return null;
  const count = outline.rows + (mapping.headed ? 0 : 1);
  const pickColumn = (kind: MessageColumn, picked: string): void => {
    const { [kind]: _, ...others } = mapping.columns;
    const columns = picked === '' ? others : { ...others, [kind]: Number(picked) };
    void opened.guess(sheet, { ...mapping, columns }).then(setMapping);
  };
  const keep = async (): Promise<void> => {
    setKeeping(true);
    await onKeep(name.trim() || opened.file, sheet, mapping);
  };
  return (
    <Dialog
      title={opened.file}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" disabled={keeping} onClick={() => void keep()}>
            {keeping ? t('keeping') : t('keep', { count })}
          </Button>
        </>
      }
    >
      <div class="chat-import">
        <Problems problems={opened.problems} />
        {sheets.length > 1 && (
          <Field label={t('sheet')}>
            {(control) => (
              <Select
                {...control}
                options={sheets.map((it, index) => ({ value: String(index), label: it.name }))}
                value={String(sheet)}
                onPick={(picked) => {
                  setSheet(Number(picked));
                  setMapping(sheets[Number(picked)]?.mapping);
                }}
              />
            )}
          </Field>
        )}
        <Switch
          checked={mapping.headed}
          onToggle={(headed) => void opened.guess(sheet, { ...mapping, headed }).then(setMapping)}
        >
          {t('headed')}
        </Switch>
        <fieldset class="chat-columns">
          <legend class="field-label">{t('columns')}</legend>
          {MESSAGE_COLUMNS.map((kind) => (
            <Field key={kind} label={t(`column.${kind}`)}>
              {(control) => (
                <Select
                  {...control}
                  options={[
                    ...(kind === 'text' ? [] : [{ value: '', label: t('noColumn') }]),
                    ...outline.headings.map((heading, index) => ({
                      value: String(index),
                      label:
                        mapping.headed && heading !== '' ? heading : t('columnNumber', { number: index + 1 }),
                    })),
                  ]}
                  value={String(mapping.columns[kind] ?? '')}
                  onPick={(picked) => pickColumn(kind, picked)}
                />
              )}
            </Field>
          ))}
        </fieldset>
        {look && look.values.who.length > 0 && (
          <Values
            label={t('whoAgents')}
            values={look.values.who}
            chosen={mapping.agents}
            onChosen={(agents) => setMapping({ ...mapping, agents })}
          />
        )}
        {look && look.values.verdict.length > 0 && (
          <>
            <Values
              label={t('whichOffence')}
              values={look.values.verdict}
              chosen={mapping.offence}
              onChosen={(offence) =>
                setMapping({ ...mapping, offence, fine: mapping.fine.filter((it) => !offence.includes(it)) })
              }
            />
            <Values
              label={t('whichFine')}
              values={look.values.verdict}
              chosen={mapping.fine}
              onChosen={(fine) =>
                setMapping({ ...mapping, fine, offence: mapping.offence.filter((it) => !fine.includes(it)) })
              }
            />
          </>
        )}
        <h3>{t('preview')}</h3>
        {look ? <MessageLines messages={look.preview} /> : <Spinner label={t('reading')} />}
        <Field label={t('name')}>
          {(control) => (
            <Input {...control} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        {look && look.preview.length === 0 && <Banner tone="warning">{t('unread')}</Banner>}
      </div>
    </Dialog>
  );
}

interface ValuesProps {
  label: string;
  values: readonly string[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
}

/** Values of a column, some of which are chosen. */
function Values({ label, values, chosen, onChosen }: ValuesProps) {
  return (
    <fieldset class="chips chat-values">
      <legend class="field-label">{label}</legend>
      {values.map((it) => (
        <ChipButton
          key={it}
          pressed={chosen.includes(it)}
          onClick={() => onChosen(chosen.includes(it) ? chosen.filter((one) => one !== it) : [...chosen, it])}
        >
          {it}
        </ChipButton>
      ))}
    </fieldset>
  );
}
