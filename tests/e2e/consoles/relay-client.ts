/** One line of talk as the relay carries it. */
export interface Line {
  from: 'agent' | 'customer';
  text: string;
  at: number;
}

export const me: Line['from'] =
  new URLSearchParams(location.search).get('me') === 'customer' ? 'customer' : 'agent';

export function listen(onLine: (line: Line) => void): void {
  const source = new EventSource('/relay');
  source.onopen = () => {
    document.documentElement.dataset.ready = 'yes';
  };
  source.onmessage = (event) => onLine(JSON.parse(String(event.data)) as Line);
}

export async function say(text: string): Promise<void> {
  const line: Line = { from: me, text, at: Date.now() };
  await fetch('/relay', { method: 'POST', body: JSON.stringify(line) });
}
