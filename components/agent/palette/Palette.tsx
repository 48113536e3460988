import { Badge, Button, classes } from '@/components/ui';
import { moveName, script } from '@/lib/i18n';
import { sureValues } from '@/lib/reply';
import type { ScriptRow } from '@/lib/rpc';
import { reasonText } from '../reason';
import { ScriptText } from '../script-text';
import type { PaletteModel } from './model';
import { PaletteForm } from './PaletteForm';

export interface PaletteProps {
  model: PaletteModel;
  /** Runs what a press asks for when the press can be believed. */
  pressed: (event: Event, act: () => void) => void;
  onCopy: (text: string) => void;
}

/** Words to use, found by a few letters, over the composer. What is typed is read by the keys' own listener. */
export function Palette({ model, pressed, onCopy }: PaletteProps) {
  const rows = model.rows.value;
  const view = model.view.value;
  const trouble = model.trouble.value;
  return (
    <section class="palette" role="dialog" aria-label={script('palette.title')}>
      {view === 'list' && (
        <>
          <input
            class="palette-query"
            type="text"
            role="combobox"
            aria-label={script('palette.title')}
            aria-expanded="true"
            aria-controls="palette-rows"
            aria-autocomplete="list"
            {...(rows.length > 0 ? { 'aria-activedescendant': `palette-row-${model.active.value}` } : {})}
            placeholder={script('palette.placeholder')}
            autocomplete="off"
            spellcheck={false}
            value={model.query.value}
          />
          <p class="palette-note" role="status">
            {noteOf(model)}
          </p>
          <div id="palette-rows" class="palette-rows" role="listbox" aria-label={script('palette.title')}>
            {rows.map((row, index) => (
              <Row
                key={row.script}
                row={row}
                index={index}
                active={index === model.active.value}
                model={model}
                onTake={(event) => pressed(event, () => model.take('caret', index))}
              />
            ))}
          </div>
        </>
      )}
      {view === 'form' && <PaletteForm model={model} pressed={pressed} />}
      {trouble !== null && trouble !== 'unreachable' && (
        <p class="palette-trouble" role="alert">
          {script('palette.refused')}{' '}
          <Button
            small
            onClick={(event) =>
              pressed(event, () => {
                const text = model.sheet.value?.filled.text ?? rows[model.active.value]?.text;
                if (text !== undefined) onCopy(text);
              })
            }
          >
            {script('palette.copy')}
          </Button>
        </p>
      )}
      <footer class="palette-keys">{script(view === 'form' ? 'palette.formKeys' : 'palette.keys')}</footer>
    </section>
  );
}

function noteOf(model: PaletteModel): string {
  const count = model.rows.value.length;
  if (model.trouble.value === 'unreachable') return script('palette.failed');
  if (model.query.value.trim() === '') return script('palette.best');
  return count > 0 ? script('palette.found', { count }) : script('palette.none');
}

interface RowProps {
  row: ScriptRow;
  index: number;
  active: boolean;
  model: PaletteModel;
  onTake: (event: Event) => void;
}

function Row({ row, index, active, model, onTake }: RowProps) {
  const why = reasonText(row.reason);
  const scrolled = (element: HTMLElement | null): void => {
    if (active) element?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <button
      type="button"
      id={`palette-row-${index}`}
      class={classes('palette-row', active && 'is-active')}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      ref={scrolled}
      onClick={onTake}
      onPointerMove={() => model.move(() => index)}
    >
      <span class="palette-text" lang={row.language}>
        <ScriptText
          text={row.text}
          variables={row.variables}
          values={sureValues(row.variables, model.facts.value, row.language)}
        />
      </span>
      <span class="palette-meta">
        <Badge>{row.move.map(moveName).join(' · ')}</Badge>
        {row.own && <Badge tone="good">{script('script.own')}</Badge>}
        {row.needs !== null && row.needs !== 'agent' && (
          <Badge tone="medium">{script(`script.needs.${row.needs}`)}</Badge>
        )}
        {active && why !== '' && <span class="palette-why">{why}</span>}
      </span>
    </button>
  );
}
