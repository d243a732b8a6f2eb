import type { Step } from '../../kernel/index.ts';
import type { HttpConnection } from './connection.ts';

/**
 * TLS is told, not done: each side says one record with the name it means, and what follows is plain. So a server that does not
 * speak TLS is found out, and a client that does not is too; nothing is encrypted, and certificates are names.
 */
const CLIENT = '\x16\x03\x01';
const SERVER = '\x16\x03\x03';

/** What the other side's certificate says: the names it is for, and who signed it. */
export interface Certificate {
  readonly names: readonly string[];
  readonly issuer: string;
}

/** The client's first record. Undefined when the answer is no TLS: the other side speaks plain. */
export function* tlsConnect(connection: HttpConnection, serverName: string): Step<Certificate | undefined> {
  yield* connection.write(`${CLIENT}${serverName}\n`);
  if ((yield* connection.peek()) !== '\x16') return undefined;
  const line = (yield* connection.line()) ?? '';
  if (!line.startsWith(SERVER)) return undefined;
  const [names = '', issuer = ''] = line.slice(SERVER.length).split('\t');
  return { names: names.split(' '), issuer };
}

/** The server's part: the name that the client asked for, or undefined when the client speaks plain (nothing is used up then). */
export function* tlsAccept(connection: HttpConnection, certificate: (serverName: string) => Certificate): Step<string | undefined> {
  if ((yield* connection.peek()) !== '\x16') return undefined;
  const name = ((yield* connection.line()) ?? '').slice(CLIENT.length);
  const { names, issuer } = certificate(name);
  yield* connection.write(`${SERVER}${names.join(' ')}\t${issuer}\n`);
  return name;
}

/** Whether a certificate is for a host (RFC 6125: `*` stands for one label). */
export const certifies = ({ names }: Certificate, host: string): boolean =>
  names.some((name) => name === host || (name.startsWith('*.') && host.slice(host.indexOf('.') + 1) === name.slice(2)));
