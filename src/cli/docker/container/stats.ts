import type { Container } from '../../../engine/container/index.ts';
import { findContainer, type Usage, usageOf } from '../../../engine/daemon/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { bytesSize, type GoStruct, humanSizeWithPrecision, listRow, renderList, TemplateError, truncateId } from '../../format/index.ts';
import type { Command } from '../command.ts';

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
/** Seconds over which processor time is measured, and between two pictures. */
const SAMPLE = 1;
const REDRAW = 0.5;
const TO_TOP = '\u001b[H';
const ERASE_LINE = '\u001b[K';
const ERASE_BELOW = '\u001b[J';

/** What was measured of a container, when, and what it had used by then. */
interface Sample {
  readonly time: number;
  readonly usage: Usage | undefined;
}

/** `docker stats`. Source: docker/cli cli/command/container/stats.go. */
export const stats: Command = {
  paths: ['container stats', 'stats'],
  *run(context, flags, args) {
    const { daemon } = context;
    const given = flags.string('format');
    const format = given === '' || given === 'table' ? TABLE : given;
    const ids = args.map((ref) => ({ ref, id: findContainer(daemon, ref).id }));
    const shown = (): readonly { ref: string; id: string }[] => (ids.length > 0 ? ids : listed(daemon, flags.bool('all')));
    let before = sampled(daemon, shown());
    yield { deadline: daemon.now() + SAMPLE };
    for (;;) {
      const list = shown();
      const now = sampled(daemon, list);
      const rows = list.flatMap(({ ref, id }) => {
        const container = daemon.state.containers.get(id);
        return container === undefined ? [] : [row(container, ref, flags.bool('no-trunc'), now.get(id), before.get(id))];
      });
      let text: string;
      try {
        text = renderList({ format, headings: HEADINGS, rows });
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        yield* context.err(`${error.message}\n`);
        return 1;
      }
      if (flags.bool('no-stream')) {
        yield* context.out(text);
        return 0;
      }
      const lines = text.split('\n').map((line) => `${line} ${ERASE_LINE}\n`);
      yield* context.out(`${TO_TOP}${lines.join('')}${ERASE_BELOW}`);
      if (ids.length > 0 && rows.length === 0) return 0;
      before = now;
      yield { deadline: daemon.now() + REDRAW };
    }
  },
};

function listed(daemon: Daemon, all: boolean): { ref: string; id: string }[] {
  return [...daemon.state.containers.values()]
    .filter(({ id, state }) => all || daemon.live.has(id) || state.status === 'restarting')
    .reverse()
    .map(({ id }) => ({ ref: id, id }));
}

function sampled(daemon: Daemon, list: readonly { id: string }[]): ReadonlyMap<string, Sample> {
  return new Map(
    list.flatMap(({ id }) => {
      const container = daemon.state.containers.get(id);
      return container === undefined ? [] : [[id, { time: daemon.now(), usage: usageOf(daemon, container) }] as const];
    }),
  );
}

function row(
  { id, name, hostConfig }: Container,
  ref: string,
  whole: boolean,
  now: Sample | undefined,
  before: Sample | undefined,
): GoStruct {
  const usage = now?.usage;
  const passed = (now?.time ?? 0) - (before?.time ?? 0);
  const worked = usage === undefined || before?.usage === undefined ? 0 : Math.max(0, usage.processor - before.usage.processor);
  const most = hostConfig.NanoCpus > 0 ? hostConfig.NanoCpus / 1e9 : Number.POSITIVE_INFINITY;
  const share = passed <= 0 ? 0 : Math.min(most, worked / passed);
  const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;
  const pair = (size: (bytes: number) => string, a = 0, b = 0): string => `${size(a)} / ${size(b)}`;
  const decimal = (bytes: number): string => humanSizeWithPrecision(bytes, 3);
  return listRow('*container.statsContext', {
    Container: ref,
    Name: name,
    ID: whole ? id : truncateId(id),
    CPUPerc: percent(share),
    MemUsage: pair(bytesSize, usage?.memory, usage?.memoryLimit),
    MemPerc: percent(usage === undefined ? 0 : usage.memory / usage.memoryLimit),
    NetIO: pair(decimal, usage?.received, usage?.sent),
    BlockIO: pair(decimal, usage?.read, usage?.written),
    PIDs: String(usage?.processes ?? 0),
  });
}
