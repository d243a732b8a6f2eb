import type { Container } from '../../../engine/container/index.ts';
import { findContainer } from '../../../engine/daemon/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { type GoStruct, listRow, truncateId } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { printList } from '../list.ts';

const HEADINGS = {
  Container: 'CONTAINER',
  Name: 'NAME',
  ID: 'CONTAINER ID',
  CPUPerc: 'CPU %',
  MemUsage: 'MEM USAGE / LIMIT',
  MemPerc: 'MEM %',
  NetIO: 'NET I/O',
  BlockIO: 'BLOCK I/O',
  PIDs: 'PIDS',
};
const TABLE = 'table {{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}';
/** Clears a terminal and goes to its top. */
const CLEAR = '\u001b[2J\u001b[H';

/**
 * `docker stats`. Only processes are counted: memory, processor time and traffic are not simulated and show as nothing. Source: docker/cli
 * cli/command/container/stats.go.
 */
export const stats: Command = {
  paths: ['container stats', 'stats'],
  *run(context, flags, args) {
    const { daemon } = context;
    const given = flags.string('format');
    const format = given === '' || given === 'table' ? TABLE : given;
    const ids = args.map((ref) => ({ ref, id: findContainer(daemon, ref).id }));
    for (;;) {
      const shown = ids.length > 0 ? ids : listed(daemon, flags.bool('all'));
      const rows = shown.flatMap(({ ref, id }) => {
        const container = daemon.state.containers.get(id);
        return container === undefined ? [] : [row(daemon, container, ref, flags.bool('no-trunc'))];
      });
      if (!flags.bool('no-stream')) yield* context.out(CLEAR);
      const status = yield* printList(context, { format, headings: HEADINGS, rows });
      if (status !== 0 || flags.bool('no-stream') || (ids.length > 0 && rows.length === 0)) return status;
      yield { deadline: daemon.now() + 1 };
    }
  },
};

function listed(daemon: Daemon, all: boolean): { ref: string; id: string }[] {
  return [...daemon.state.containers.values()]
    .filter(({ id }) => all || daemon.live.has(id))
    .reverse()
    .map(({ id }) => ({ ref: truncateId(id), id }));
}

function row(daemon: Daemon, { id, name }: Container, ref: string, whole: boolean): GoStruct {
  const live = daemon.live.get(id);
  const processes = live === undefined ? 0 : daemon.kernel.inNamespace(live.ns).filter(({ status }) => status === undefined).length;
  return listRow('*container.statsContext', {
    Container: ref,
    Name: name,
    ID: whole ? id : truncateId(id),
    CPUPerc: '0.00%',
    MemUsage: '0B / 0B',
    MemPerc: '0.00%',
    NetIO: '0B / 0B',
    BlockIO: '0B / 0B',
    PIDs: String(processes),
  });
}
