import { useState } from 'preact/hooks';
import { Icon } from '@/components/ui';
import { panel } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';

export interface ChecklistProps {
  language: Language;
  steps: readonly string[];
  ask: readonly string[];
}

/** Steps and questions for this kind of case. Ticks are the agent's own and go with the conversation. */
export function Checklist({ language, steps, ask }: ChecklistProps) {
  return (
    <div class="panel-todo">
      {steps.length > 0 && <Todo title={panel('todo.steps')} items={steps} language={language} ordered />}
      {ask.length > 0 && <Todo title={panel('todo.ask')} items={ask} language={language} />}
    </div>
  );
}

function Todo(props: { title: string; items: readonly string[]; language: Language; ordered?: boolean }) {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const toggle = (item: string): void => {
    const next = new Set(done);
    if (!next.delete(item)) next.add(item);
    setDone(next);
  };
  const Items = props.ordered ? 'ol' : 'ul';
  return (
    <details class="todo">
      <summary>
        <Icon name="right" />
        <span>{props.title}</span>
        <span class="small muted tabular">
          {panel('todo.progress', { done: done.size, all: props.items.length })}
        </span>
      </summary>
      <Items lang={props.language}>
        {props.items.map((item) => (
          <li key={item}>
            <label class="todo-item">
              <input type="checkbox" checked={done.has(item)} onChange={() => toggle(item)} />
              <span>{item}</span>
            </label>
          </li>
        ))}
      </Items>
    </details>
  );
}
