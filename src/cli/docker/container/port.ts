import { findContainer } from '../../../engine/daemon/container/index.ts';
import type { Command } from '../command.ts';

/**
 * `docker port`. Nothing outside reaches a container here, so no port is ever published. Source: docker/cli cli/command/container/port.go.
 */
export const port: Command = {
  paths: ['container port', 'port'],
  *run(context, _flags, args) {
    findContainer(context.daemon, args[0]!);
    const wanted = args[1];
    if (wanted === undefined || wanted === '') return 0;
    const number = wanted.split('/')[0]!;
    const problem = /^\d+$/.test(number)
      ? Number(number) > 65_535
        ? 'value out of range'
        : undefined
      : number === ''
        ? undefined
        : 'invalid syntax';
    yield* context.err(
      problem === undefined
        ? `Error: No public port '${wanted}' published for ${args[0]}\n`
        : `Error: invalid port (${number}): strconv.ParseUint: parsing ${JSON.stringify(number)}: ${problem}\n`,
    );
    return 1;
  },
};
