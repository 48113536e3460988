/** Why an address cannot be subscribed to. */
export type AddressProblem = 'empty' | 'no-address' | 'not-secure' | 'holds-password';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The address to fetch from: https, or http on this computer; without what is no part of a request. */
export function readAddress(text: string): { url: string } | { problem: AddressProblem } {
  const written = text.trim();
  if (written === '') return { problem: 'empty' };
  if (!URL.canParse(written)) return { problem: 'no-address' };
  const url = new URL(written);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'no-address' };
  if (url.protocol === 'http:' && !LOOPBACK.includes(url.hostname)) return { problem: 'not-secure' };
  if (url.username !== '' || url.password !== '') return { problem: 'holds-password' };
  url.hash = '';
  return { url: url.href };
}

/** What a host permission names: scheme and host, without a port. */
export function siteOfAddress(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}`;
}

export const hostOf = (url: string): string => new URL(url).host;
