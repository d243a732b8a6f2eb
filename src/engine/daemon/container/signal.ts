import { DockerError } from '../../errors/index.ts';
import { SIGNALS, type Signal } from '../../kernel/index.ts';

/** First and last real-time signal, as moby/sys signal numbers them. */
const RTMIN = 34;
const RTMAX = 64;

/** A signal by name or number (`TERM`, `SIGTERM`, `15`, `RTMIN+3`). Undefined when there is none of that name, or for 0. */
export function parseSignal(text: string): Signal | undefined {
  if (/^-?\d+$/.test(text)) return Number(text) === 0 ? undefined : Number(text);
  const name = text.toUpperCase().replace(/^SIG/, '');
  const realTime = /^RT(MIN|MAX)(?:([+-])(\d{1,2}))?$/.exec(name);
  if (realTime !== null) {
    const [, edge, sign, by = '0'] = realTime;
    const signal = (edge === 'MIN' ? RTMIN : RTMAX) + (sign === '-' ? -1 : 1) * Number(by);
    return signal >= RTMIN && signal <= RTMAX ? signal : undefined;
  }
  const other = ({ CLD: 17, IOT: 6, POLL: 29 } as Record<string, number>)[name];
  return other ?? SIGNALS[name as keyof typeof SIGNALS];
}

/** Whether the machine has such a signal. */
export const isSignal = (signal: Signal): boolean => signal > 0 && signal <= RTMAX;

/** Throws DockerError when a signal is named that does not exist; `before` begins the message. */
export function checkSignal(text: string, before: string): void {
  if (text !== '' && parseSignal(text) === undefined) throw new DockerError('InvalidArgument', `${before}invalid signal: ${text}`);
}
