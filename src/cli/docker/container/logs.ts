import type { Container, LogLine } from '../../../engine/container/index.ts';
import { findContainer } from '../../../engine/daemon/container/index.ts';
import { instantOf } from '../../../engine/daemon/filters.ts';
import { rfc3339 } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { encodeText, type Step, toBytes } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import type { Command } from '../command.ts';

const NEWLINE = 10;

/** The client cannot read a time. */
class LogError extends Error {}

/** `docker logs`. */
export const logs: Command = {
  paths: ['container logs', 'logs'],
  *run(context, flags, args) {
    const { daemon, process } = context;
    const container = findContainer(daemon, args[0]!);
    const live = daemon.live.get(container.id);
    const subscriber = flags.bool('follow') && live !== undefined ? live.streams.subscribe(process) : undefined;
    try {
      const range = { since: timeOf(context, 'since', flags.string('since')), until: timeOf(context, 'until', flags.string('until')) };
      const within = ({ time }: LogLine): boolean =>
        (range.since === undefined || micros(time) >= range.since) && (range.until === undefined || micros(time) <= range.until);
      if (container.hostConfig.LogConfig.Type === 'none')
        throw new DockerError('NotImplemented', 'configured logging driver does not support reading');
      const print = printer(context, flags, container);
      const known = splitLines(live?.streams.logs ?? container.logs).filter(within);
      for (const line of tail(known, flags.string('tail'))) yield* print(line);
      if (subscriber === undefined || live === undefined) return 0;
      for (;;) {
        const ended = live.init.status !== undefined;
        for (const line of splitLines(subscriber.take())) if (within(line)) yield* print(line);
        if (ended) return 0;
        yield { ready: () => subscriber.waiting || live.init.status !== undefined };
      }
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      yield* context.err(`${error.message}\n`);
      return 1;
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

/** Seconds as whole microseconds, as precise as logged times are. */
const micros = (seconds: number): number => Math.round(seconds * 1e6);

/**
 * `--since` and `--until` in microseconds: a Go duration before now, seconds since the epoch, or an RFC 3339 date. Throws LogError for anything
 * else.
 */
function timeOf(context: Context, name: string, text: string): number | undefined {
  if (text === '') return undefined;
  try {
    const { seconds, nanos } = instantOf(text, context.daemon.now());
    return seconds * 1e6 + Math.round(nanos / 1000);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    throw new LogError(`invalid value for ${JSON.stringify(name)}: ${error.message}`);
  }
}

/** Writes a line where it was written to, with what `--timestamps` and `--details` ask for before it. */
function printer(context: Context, flags: ParsedFlags, container: Container): (line: LogLine) => Step<void> {
  const details = flags.bool('details') ? `${detailsOf(container)} ` : '';
  return function* ({ stream, time, bytes }) {
    const before = `${flags.bool('timestamps') ? `${stamp(time)} ` : ''}${details}`;
    yield* context.process.write(stream === 'stdout' ? 1 : 2, joined(toBytes(encodeText(before)), bytes));
  };
}

/** RFC 3339 with all nine digits of the fraction. */
function stamp(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${rfc3339(whole).slice(0, -1)}.${String(micros(seconds) - whole * 1e6).padStart(6, '0')}000Z`;
}

/** Labels and variables that the log options name: `E=2,x=1`. Source: moby daemon/logger/loginfo.go ExtraAttributes. */
function detailsOf({ config, hostConfig }: Container): string {
  const { labels = '', env = '' } = hostConfig.LogConfig.Config;
  const pairs = [
    ...labels.split(',').flatMap((name) => (config.Labels?.[name] === undefined ? [] : [`${name}=${config.Labels[name]}`])),
    ...env.split(',').flatMap((name) => (config.Env ?? []).filter((item) => name !== '' && item.startsWith(`${name}=`))),
  ];
  return pairs.sort().join(',');
}
