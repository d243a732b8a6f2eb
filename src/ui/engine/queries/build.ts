// Answers about builds: what was left at a step, read from the traces an engine keeps, and what is tried in a copy.
import { type BuildTrace, BuildTracer, type StepTrace } from '../../../engine/build/index.ts';
import { parseDockerfile } from '../../../engine/dockerfile/index.ts';
import { readBody, resolveIn } from '../../../engine/tree/index.ts';
import type { BuildPoint, BuildQueries } from '../../session/queries/build.ts';
import { Refusal } from '../../session/refusal/index.ts';
import { buildView, viewOf } from '../view/builds.ts';
import { entriesAt, fileAt, pointView } from './build-point.ts';
import { rehearsal, rehearse } from './build-rehearsal.ts';
import { runAt } from './build-run.ts';
import type { Answers, Moment } from './moment.ts';

export const answers: Answers<BuildQueries> = {
  'build.trace': (moment, { build }) => (build < 0 ? viewOf(traceOf(moment, build), build) : buildView(traceOf(moment, build))),
  'build.log': (moment, point) => {
    const { logs, cut } = stepOf(moment, point);
    return { lines: logs, cut };
  },
  'build.at': (moment, point) => pointView(after(stepOf(moment, point)), beforeOf(moment, point)),
  'build.dir': (moment, point) => entriesAt(after(stepOf(moment, point)).tree, beforeOf(moment, point)?.tree, point.path),
  'build.file': (moment, point) => fileAt(after(stepOf(moment, point)).tree, point.path),
  'build.run': (moment, point) => runAt(moment, after(stepOf(moment, point)), point.line),
  'build.plan': ({ machine }, { path, cwd }) => planOf(machine.files, path, cwd),
  'build.rehearse': (moment, { line, cwd }) => rehearse(moment, line, cwd),
};

function traceOf({ machine }: Moment, build: number): BuildTrace {
  const trace = build < 0 ? rehearsal(build) : machine.engine.builds?.find(({ number }) => number === build);
  if (trace === undefined) throw new Refusal('build.forgotten');
  return trace;
}

function stepOf(moment: Moment, { build, stage, step }: BuildPoint): StepTrace {
  const found = traceOf(moment, build).stages[stage]?.steps[step];
  if (found === undefined) throw new Refusal('build.step');
  return found;
}

function after({ after: left }: StepTrace): NonNullable<StepTrace['after']> {
  if (left === undefined) throw new Refusal('build.reached');
  return left;
}

/** What the step stood on: the one above it in its stage, or the end of the stage that FROM names. */
function beforeOf(moment: Moment, point: BuildPoint): StepTrace['after'] {
  const trace = traceOf(moment, point.build);
  const steps = trace.stages[point.stage]?.steps ?? [];
  if (point.step > 0) return steps[point.step - 1]?.after;
  const base = steps[0]?.joins[0]?.stage;
  return base === undefined ? undefined : trace.stages[base]?.steps.at(-1)?.after;
}

function planOf(files: Moment['machine']['files'], path: string, cwd: string): ReturnType<typeof viewOf> {
  const inode = resolveIn(files, path);
  if (inode?.kind !== 'file') throw new Refusal('build.file', { path });
  const file = parseDockerfile(readBody(inode.body));
  if (file.error !== undefined) throw new Error(file.error.message);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const directory = path.slice(0, path.lastIndexOf('/')) || '/';
  const context = directory === cwd ? '.' : directory;
  const tracer = new BuildTracer(
    {
      builder: 'buildkit',
      argv: ['docker', 'build', ...(name === 'Dockerfile' ? [] : ['-f', `${context === '.' ? '' : `${context}/`}${name}`]), context],
      cwd,
      environment: [],
      dockerfileName: name,
      dockerfilePath: path,
      tags: [],
      target: '',
      args: [],
      noCache: false,
    },
    0,
  );
  tracer.parsed(file);
  return viewOf(tracer.done([], { ok: true }, 0), 0);
}
