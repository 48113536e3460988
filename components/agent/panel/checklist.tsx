import { Icon } from '@/components/ui';
import { panel } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';

export interface ChecklistProps {
  language: Language;
  steps: readonly string[];
  ask: readonly string[];
  /** What is ticked, by its words; it stays with the conversation. */
  done: readonly string[];
  onDone: (done: readonly string[]) => void;
}

/** Steps and questions for this kind of case. Ticks are the agent's own and go with the conversation. */
export function Checklist({ steps, ask, ...rest }: ChecklistProps) {
  return (
    <div class="panel-todo">
      {steps.length > 0 && <Todo title={panel('todo.steps')} items={steps} {...rest} ordered />}
      {ask.length > 0 && <Todo title={panel('todo.ask')} items={ask} {...rest} />}
    </div>
  );
}

interface TodoProps extends Omit<ChecklistProps, 'steps' | 'ask'> {
  title: string;
  items: readonly string[];
  ordered?: boolean;
}

function Todo({ title, items, language, done, onDone, ordered }: TodoProps) {
  const toggle = (item: string): void =>
    onDone(done.includes(item) ? done.filter((it) => it !== item) : [...done, item]);
  const Items = ordered ? 'ol' : 'ul';
  return (
    <details class="todo">
      <summary>
        <Icon name="right" />
        <span>{title}</span>
        <span class="small muted tabular">
          {panel('todo.progress', {
            done: items.filter((it) => done.includes(it)).length,
            all: items.length,
          })}
        </span>
      </summary>
      <Items lang={language}>
        {items.map((item) => (
          <li key={item}>
            <label class="todo-item">
              <input type="checkbox" checked={done.includes(item)} onChange={() => toggle(item)} />
              <span>{item}</span>
            </label>
          </li>
        ))}
      </Items>
    </details>
  );
}
