import { findContainer } from '../../../engine/daemon/container/index.ts';
import type { Command } from '../command.ts';
import { joinHostPort, portMap } from './published.ts';

/** `docker port`. Source: docker/cli cli/command/container/port.go. */
export const port: Command = {
  paths: ['container port', 'port'],
  *run(context, _flags, args) {
    const container = findContainer(context.daemon, args[0]!);
    const ports = portMap(context.daemon, container);
    const wanted = args[1];
    if (wanted === undefined || wanted === '') {
      const lines = Object.entries(ports).flatMap(([key, bindings]) =>
        (bindings ?? []).map(({ HostIp, HostPort }) => ({ key, text: `${key} -> ${joinHostPort(HostIp, HostPort)}` })),
      );
      const number = (key: string): number => Number(key.split('/')[0]);
      lines.sort((a, b) => number(a.key) - number(b.key) || (a.text < b.text ? -1 : 1));
      yield* context.out(lines.map(({ text }) => `${text}\n`).join(''));
      return 0;
    }
    const [number = '', protocol = 'tcp'] = wanted.split('/');
    const problem = portProblem(number);
    if (problem !== undefined) {
      yield* context.err(`Error: invalid port (${number}): strconv.ParseUint: parsing ${JSON.stringify(number)}: ${problem}\n`);
      return 1;
    }
    const found = number === '' ? undefined : ports[`${Number(number)}/${protocol.toLowerCase()}`];
    if (found === undefined || found === null) {
      yield* context.err(`Error: No public port '${wanted}' published for ${args[0]}\n`);
      return 1;
    }
    yield* context.out(found.map(({ HostIp, HostPort }) => `${joinHostPort(HostIp, HostPort)}\n`).join(''));
    return 0;
  },
};

/** Why a text is no port number. */
function portProblem(number: string): string | undefined {
  if (number === '') return undefined;
  if (!/^\d+$/.test(number)) return 'invalid syntax';
  return Number(number) > 65_535 ? 'value out of range' : undefined;
}
