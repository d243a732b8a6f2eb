// A line run as a RUN at a point of a build would be, in a copy of the world. Nothing of it is kept.
import { Simulation } from '../../../cli/machine/simulation.ts';
import { runExec } from '../../../engine/build/buildkit/exec-step.ts';
import { SCRATCH } from '../../../engine/build/buildkit/vertex.ts';
import { SolveError, type StepTrace } from '../../../engine/build/index.ts';
import type { Tree } from '../../../engine/tree/index.ts';
import type { BuildQueries } from '../../session/queries/build.ts';
import { Refusal } from '../../session/refusal/index.ts';
import { changesBetween } from './build-point.ts';
import type { Moment } from './moment.ts';

/** Bounds of one try: real milliseconds in all and in one slice, virtual seconds, characters of output, changes told. */
const PATIENCE = 5000;
const SLICE = 10;
const LONGEST = 600;
const OUTPUT = 16_000;
const SHOWN = 100;

type After = NonNullable<StepTrace['after']>;

export async function runAt({ world, machine }: Moment, at: After, line: string): Promise<BuildQueries['build.run']['answer']> {
  const { kernel, machines } = new Simulation(world);
  const { daemon, ns } = machines.get(machine.name)!;
  const decoder = new TextDecoder();
  const credentials = { uid: 0, gid: 0, groups: [0] };
  const process = kernel.start({ ns, argv: ['docker', 'build'], env: new Map(), credentials, files: [] });
  let output = '';
  let cut = false;
  let left: Tree | SolveError | undefined;
  process.run = (function* () {
    try {
      left = yield* runExec(
        at.tree,
        {
          kind: 'exec',
          base: SCRATCH,
          args: [...at.shell, line],
          env: at.env,
          quietEnv: [],
          cwd: at.workdir,
          user: at.user,
          network: '',
          extraHosts: [],
          mounts: [],
        },
        {
          daemon,
          process,
          sourceTree: () => at.tree,
          secret: () => undefined,
          *log(_stream, bytes) {
            if (output.length < OUTPUT) output += decoder.decode(bytes);
            else cut = true;
          },
        },
      );
    } catch (error) {
      if (!(error instanceof SolveError)) throw error;
      left = error;
    }
    return 0;
  })();
  const began = performance.now();
  const until = kernel.now + LONGEST;
  while (process.status === undefined) {
    const from = performance.now();
    while (process.status === undefined && kernel.loading === undefined && performance.now() - from < SLICE) {
      if (kernel.step()) continue;
      const next = kernel.nextDeadline();
      if (next === undefined || next > until) throw new Refusal('build.run.waits');
      kernel.advance(next);
    }
    if (performance.now() - began > PATIENCE) throw new Refusal('build.run.long', { seconds: PATIENCE / 1000 });
    if (kernel.loading !== undefined) await kernel.loading;
    else await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (left === undefined) throw new Refusal('build.run.none');
  if (left instanceof SolveError) {
    const exit = /exit code: (\d+)$/.exec(left.message)?.[1];
    return { output: exit === undefined ? `${output}${left.message}\n` : output, exit: Number(exit ?? 1), cut, changes: [] };
  }
  return { output, exit: 0, cut, changes: changesBetween(at.tree, left).slice(0, SHOWN) };
}
