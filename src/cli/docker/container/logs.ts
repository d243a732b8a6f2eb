import type { LogLine } from '../../../engine/container/index.ts';
import { findContainer } from '../../../engine/daemon/container/index.ts';
import { rfc3339 } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { encodeText, type Step, toBytes } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { parseDuration } from '../../format/index.ts';
import type { Command } from '../command.ts';

const NEWLINE = 10;

/** `docker logs`. */
export const logs: Command = {
  paths: ['container logs', 'logs'],
  *run(context, flags, args) {
    const { daemon, process } = context;
    const container = findContainer(daemon, args[0]!);
    const live = daemon.live.get(container.id);
    const subscriber = flags.bool('follow') && live !== undefined ? live.streams.subscribe(process) : undefined;
    try {
      const known = splitLines(live?.streams.logs ?? container.logs).filter((line) => within(context, flags, line));
      for (const line of tail(known, flags.string('tail'))) yield* print(context, flags, line);
      if (subscriber === undefined || live === undefined) return 0;
      for (;;) {
        const ended = live.init.status !== undefined;
        for (const line of splitLines(subscriber.take())) if (within(context, flags, line)) yield* print(context, flags, line);
        if (ended) return 0;
        yield { ready: () => subscriber.waiting || live.init.status !== undefined };
      }
    } finally {
      live?.streams.unsubscribe(process);
    }
  },
};

/** What the log driver keeps: one entry a line, the last one perhaps without its newline. */
function splitLines(pieces: readonly LogLine[]): LogLine[] {
  const out: LogLine[] = [];
  const open: Partial<Record<LogLine['stream'], LogLine>> = {};
  for (const { stream, time, bytes } of pieces) {
    for (let at = 0; at < bytes.length; ) {
      const newline = bytes.indexOf(NEWLINE, at);
      const end = newline < 0 ? bytes.length : newline + 1;
      const part = bytes.subarray(at, end);
      const before = open[stream];
      const line: LogLine = before === undefined ? { stream, time, bytes: part } : { ...before, bytes: joined(before.bytes, part) };
      if (before === undefined) out.push(line);
      else out[out.indexOf(before)] = line;
      if (newline < 0) open[stream] = line;
      else delete open[stream];
      at = end;
    }
  }
  return out;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

function tail(lines: readonly LogLine[], count: string): readonly LogLine[] {
  const wanted = /^\d+$/.test(count) ? Number(count) : undefined;
  return wanted === undefined ? lines : wanted === 0 ? [] : lines.slice(-wanted);
}

function within(context: Context, flags: ParsedFlags, line: LogLine): boolean {
  const since = timeOf(context, flags.string('since'));
  const until = timeOf(context, flags.string('until'));
  return (since === undefined || line.time >= since) && (until === undefined || line.time <= until);
}

/** `--since` and `--until`: a Go duration before now, seconds since the epoch, or an RFC 3339 date. */
function timeOf(context: Context, text: string): number | undefined {
  if (text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const ago = parseDuration(text);
  if (typeof ago === 'bigint') return context.process.now() - Number(ago) / 1e9;
  const date = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(date))
    throw new DockerError('InvalidArgument', `invalid value for "since": failed to parse value as time or duration: "${text}"`);
  return date / 1000;
}

function* print(context: Context, flags: ParsedFlags, { stream, time, bytes }: LogLine): Step<void> {
  const stamp = flags.bool('timestamps') ? toBytes(encodeText(`${rfc3339(time)} `)) : new Uint8Array(0);
  yield* context.process.write(stream === 'stdout' ? 1 : 2, joined(stamp, bytes));
}
