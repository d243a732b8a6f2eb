import { type Step, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { resolveHost } from './resolve.ts';

export interface DialOptions {
  /** How a line `Connecting to …` before the attempt names the host; no line when missing. */
  readonly connecting?: string | undefined;
  /** Virtual time at which the attempt is given up. */
  readonly deadline?: number | undefined;
}

/** A connection to a host, or the applet's end in busybox's words. */
export function* dial(a: Call, host: string, port: number, options: DialOptions = {}): Step<number> {
  const literal = /^\[(.*)\]$/.exec(host)?.[1];
  const address = literal ?? (yield* resolveHost(a.p, host))?.address ?? a.die(`bad address '${host}'`);
  if (options.connecting !== undefined)
    yield* a.warn(`Connecting to ${options.connecting} (${literal === undefined ? address : host}:${port})\n`);
  try {
    if (literal !== undefined && literal !== '::1') throw new SysError('ENETUNREACH');
    return yield* a.p.net.connect(address, port, options.deadline);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return a.die(`can't connect to remote host${literal === undefined ? ` (${address})` : ''}: ${error.message}`);
  }
}
