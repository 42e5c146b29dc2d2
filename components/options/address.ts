import { fail, ok, type Result } from '@/utils/domain/result';

/** Why what was typed cannot be connected. */
export type AddressProblem = 'empty' | 'notAddress' | 'scheme' | 'credentials';

export interface Address {
  /** Scheme, host and port: what the browser will be asked for. */
  origin: string;
  /** The same host under the other scheme, where none was typed and ours is a guess. */
  instead: string | null;
}

const WEB_SCHEME = /^https?:\/\//i;
/** `ftp://…`, `javascript:…`; but `crm:8080` is a host with its port. */
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
const LABEL = '[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?';
const HOST = new RegExp(`^(?:\\[[0-9a-f:.]+\\]|${LABEL}(?:\\.${LABEL})*\\.?)$`, 'i');
const IPV4 = /^\d+(?:\.\d+){3}$/;

/** Signs as a Chinese keyboard gives them: full width, and 。 for a point. */
const plain = (typed: string): string => typed.normalize('NFKC').replace(/。/gu, '.').trim();

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Inside a bank, hosts without a domain, numeric ones and those on a port mostly speak plain http. */
const looksInternal = ({ hostname, port }: URL): boolean =>
  !hostname.includes('.') || IPV4.test(hostname) || hostname.startsWith('[') || port !== '';

/**
 * Reads an address as people type it: with or without scheme and path, with a port, a number, or the
 * bare name of a host in the intranet. Only the origin is kept.
 */
export function readAddress(typed: string): Result<Address, AddressProblem> {
  const text = plain(typed);
  if (text === '') return fail('empty');
  const named = WEB_SCHEME.test(text);
  if (!named && OTHER_SCHEME.test(text)) return fail('scheme');
  const url = parse(named ? text : `http://${text}`);
  // A lone number is no host: the browser would make an address of it that nobody meant.
  if (!url || !HOST.test(url.hostname) || /^\d+(?::|\/|$)/.test(text)) return fail('notAddress');
  if (url.username !== '' || url.password !== '') return fail('credentials');
  if (named) return ok({ origin: url.origin, instead: null });
  const secure = `https://${url.host}`;
  return ok(
    looksInternal(url) ? { origin: url.origin, instead: secure } : { origin: secure, instead: url.origin },
  );
}
