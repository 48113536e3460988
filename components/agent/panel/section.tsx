import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  title: string;
  /** At the end of the title line: a count, a button. */
  aside?: ComponentChildren;
  /** For whoever leads the agent there: the title, which can take the focus. */
  titleRef?: Ref<HTMLHeadingElement>;
  children: ComponentChildren;
}

/** One step of the agent's thinking, top to bottom. */
export function Section({ title, aside, titleRef, children }: SectionProps) {
  const id = useId();
  return (
    <section class="panel-section" aria-labelledby={id}>
      <header class="panel-section-head">
        <h2 id={id} {...(titleRef ? { ref: titleRef, tabIndex: -1 } : {})}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
