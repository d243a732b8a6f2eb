import type { Streams, Subscriber } from '../../../engine/daemon/container/index.ts';
import { SIGNALS, type Signal, type Step, SysError, TURN } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { detachBytes, EscapeProxy } from './detach-keys.ts';

export interface Attachment {
  readonly streams: Streams;
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  /** `--detach-keys`: typed at a terminal they end this command and nothing else. Missing: there are none. */
  readonly detachKeys?: string;
  /** Whether the other side has ended. */
  readonly ended: () => boolean;
  /** Passes a caught signal on; missing: signals are not caught. */
  readonly onSignal?: (signal: Signal) => void;
}

/** Signals that the client forwards (docker/cli cli/command/container/signals.go): all but CHLD, PIPE and those nobody can catch. */
const FORWARDED = [1, 2, 3, 10, 12, 14, 15, 28];
const PIECE = 32_768;
/** After so many requests to end the client ends, whatever the container does (docker/cli cmd/docker forceExitAfter3TerminationSignals). */
const ENOUGH = 3;

/** A subscription made before the other side runs, so that nothing is missed. */
export const listen = (context: Context, streams: Streams): Subscriber => streams.subscribe(context.process);

/**
 * Connects this command's own input and output to a container's streams until the other side ends. Input that ends closes the
 * other side's; output that nobody reads ends the command with SIGPIPE, as for any other.
 */
export function* attached(context: Context, subscriber: Subscriber, attachment: Attachment): Step<'ended' | 'detached' | 'forced'> {
  const { process } = context;
  const { streams, stdin, ended, onSignal } = attachment;
  if (onSignal !== undefined) for (const signal of FORWARDED) process.setDisposition(signal, 'catch');
  let reading = stdin && process.io.has(0);
  let pending: Uint8Array | undefined;
  let asked = 0;
  const keys = attachment.detachKeys;
  const proxy = keys === undefined || streams.tty === undefined ? undefined : new EscapeProxy(detachBytes(keys));
  const outer = stdin && streams.tty !== undefined ? process.kernel.ttyOf(process) : undefined;
  if (outer !== undefined) outer.relay = streams.tty;
  const canPass = (): boolean => pending === undefined || streams.tty !== undefined || (streams.input?.canWrite() ?? true);
  try {
    for (;;) {
      const last = ended();
      for (const { stream, bytes } of subscriber.take()) {
        if (stream === 'stdout' ? attachment.stdout : attachment.stderr) yield* writeAll(context, stream === 'stdout' ? 1 : 2, bytes);
      }
      if (last && !subscriber.waiting) return 'ended';
      for (let signal = process.caught.shift(); signal !== undefined; signal = process.caught.shift()) {
        onSignal?.(signal);
        if (streams.tty !== undefined || (signal !== SIGNALS.INT && signal !== SIGNALS.TERM) || ++asked < ENOUGH) continue;
        yield* context.err('\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n');
        return 'forced';
      }
      if (pending !== undefined && canPass()) pending = pass(streams, pending, process.now());
      if (reading && pending === undefined) {
        const bytes = process.io.at(0).read(PIECE);
        if (bytes !== undefined && bytes.length === 0) {
          reading = false;
          if (streams.tty !== undefined) streams.tty.end();
          else streams.closeInput();
        } else if (bytes !== undefined && proxy !== undefined) {
          pending = proxy.take(bytes);
          if (pending === undefined) return 'detached';
          if (pending.length === 0) {
            pending = undefined;
            yield TURN;
            continue;
          }
        } else pending = bytes;
      }
      const input = reading && pending === undefined ? process.io.at(0) : undefined;
      if (pending !== undefined && canPass()) yield TURN;
      else yield { ready: () => subscriber.waiting || ended() || (input?.canRead() ?? false) || (pending !== undefined && canPass()) };
    }
  } finally {
    if (outer?.relay === streams.tty && outer !== undefined) outer.relay = undefined;
    streams.unsubscribe(process);
  }
}

/** Gives input to the other side; what it did not take comes back. */
function pass(streams: Streams, bytes: Uint8Array, now: number): Uint8Array | undefined {
  if (streams.tty !== undefined) {
    streams.tty.type(bytes);
    return undefined;
  }
  try {
    const taken = streams.input?.write(bytes, now) ?? bytes.length;
    return taken >= bytes.length ? undefined : bytes.subarray(taken);
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}

function* writeAll(context: Context, fd: number, bytes: Uint8Array): Step<void> {
  for (;;) {
    try {
      yield* context.process.write(fd, bytes);
      return;
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
    }
  }
}
