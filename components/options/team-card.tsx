import type { ComponentChildren } from 'preact';

/** One subject of the team's settings. */
export function TeamCard(props: { title: string; hint?: string; children: ComponentChildren }) {
  return (
    <div class="options-card options-fields team-card">
      <h3 class="options-subtitle">{props.title}</h3>
      {props.hint && <p class="muted small">{props.hint}</p>}
      {props.children}
    </div>
  );
}
