import type { ComponentChildren } from 'preact';

/** One part of the options, reachable by its id from the list of sections. */
export function Section({
  id,
  title,
  hint,
  children,
}: {
  id: string;
  title: string;
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="options-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} class="options-title">
        {title}
      </h2>
      {hint && <p class="muted small">{hint}</p>}
      {children}
    </section>
  );
}
