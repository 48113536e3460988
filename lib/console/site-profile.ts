/**
 * What was taught about one console, as CSS selectors; every part may be missing, then it is guessed.
 * Plain data: the schema that checks it on the way in is in `profile.ts`, which the page never loads.
 */
export interface SiteProfile {
  readonly id: string;
  /** Host names it holds for: exact, or `*.example.com` for every host below. */
  readonly hosts: readonly string[];
  readonly composer?: string;
  /** The element whose children are the conversation. */
  readonly log?: string;
  /** One message of the customer, and one of the agent, inside the log. */
  readonly customer?: string;
  readonly agent?: string;
  readonly send?: string;
  /** Public files the selectors were read from, `owner/project path`; nothing in the page looks at them. */
  readonly readFrom?: readonly string[];
  /** False until somebody confirmed it on the live console. */
  readonly tested: boolean;
}

/** The first profile that holds for a host; exact names stand before wildcards. */
export function profileFor(profiles: readonly SiteProfile[], host: string): SiteProfile | null {
  const exact = profiles.find((profile) => profile.hosts.includes(host));
  if (exact !== undefined) return exact;
  return (
    profiles.find((profile) =>
      profile.hosts.some((it) => it.startsWith('*.') && host.endsWith(it.slice(1))),
    ) ?? null
  );
}

/** `matches` and `querySelector` with a selector somebody wrote: a broken one matches nothing. */
export function matches(element: Element, selector: string | undefined): boolean {
  if (selector === undefined) return false;
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

export function find(root: ParentNode, selector: string | undefined): Element | null {
  if (selector === undefined) return null;
  try {
    return root.querySelector(selector);
  } catch {
    return null;
  }
}
