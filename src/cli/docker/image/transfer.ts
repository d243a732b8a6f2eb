import type { TransferEvent } from '../../../engine/daemon/image/index.ts';
import { encodeText, type Step, toBytes } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { MovingLayers } from './moving.ts';

const up = (lines: number): string => (lines === 0 ? '' : `\x1b[${lines}A`);
const down = (lines: number): string => (lines === 0 ? '' : `\x1b[${lines}B`);

/**
 * Prints progress as Docker does: each state of a layer on a line of its own, or on a terminal over the one before. Source: moby
 * pkg/jsonmessage DisplayJSONMessagesStream.
 */
export function transferPrinter(context: Context, fd: number): (event: TransferEvent) => Step<void> {
  const print = linePrinter(context, fd);
  if (!context.process.isatty(fd)) return print;
  const moving = new MovingLayers(context, fd, print);
  return (event) => moving.take(event);
}

function linePrinter(context: Context, fd: number): (event: TransferEvent) => Step<void> {
  const terminal = context.process.isatty(fd);
  const write = (text: string): Step<void> => context.process.write(fd, toBytes(encodeText(text)));
  let lines = new Map<string, number>();
  return function* ({ id, status, progress, bar = '' }) {
    const text = `${id === undefined ? '' : `${id}: `}${status}`;
    if (!terminal || id === undefined || progress === undefined) {
      lines = new Map();
      yield* write(`${text}\n`);
      return;
    }
    const known = lines.get(id);
    if (known === undefined) lines.set(id, lines.size);
    const distance = lines.size - lines.get(id)!;
    yield* write(`${known === undefined ? '\n' : ''}${up(distance)}\x1b[2K\r${text} ${bar}\r${down(distance)}`);
  };
}
