import type { TransferEvent } from '../../../engine/daemon/image/index.ts';
import { encodeText, type Step, toBytes } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';

/** Prints a line of progress as Docker does where there is no terminal: each state on a line of its own. */
export function* printTransfer(context: Context, fd: number, { id, status }: TransferEvent): Step<void> {
  yield* context.process.write(fd, toBytes(encodeText(`${id === undefined ? '' : `${id}: `}${status}\n`)));
}
