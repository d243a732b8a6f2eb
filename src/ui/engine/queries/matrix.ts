import type { Combination, MatrixQueries, Proof, Tried } from '../../session/queries/matrix.ts';
import type { ContainerRunView } from '../../session/view/run.ts';
import { runOf } from '../view/run.ts';
import { Bench } from './bench.ts';
import type { Answers } from './moment.ts';

/** Virtual seconds after which what has not ended is taken to run on. */
const REST = 1.5;
/** Real milliseconds in which what does not wait must have come to rest. */
const BUSY = 1500;
/** Characters of output that are told. */
const TOLD = 400;

export const answers: Answers<MatrixQueries> = {
  'matrix.evaluate': (_moment, { cells }) => evaluate(cells),
};

/** Tries combinations in order, on one machine as long as it goes well. */
export async function evaluate(cells: readonly Combination[]): Promise<Tried[]> {
  const tried: Tried[] = [];
  let bench = new Bench();
  for (const cell of cells) {
    const one = await tryOne(bench, cell);
    tried.push(one);
    if (one.error?.at === 'time') bench = new Bench();
    else await bench.run('docker rm -f demo >/dev/null 2>&1');
  }
  return tried;
}

const BASE = ['FROM scratch', 'COPY --from=busybox / /'];
const nothing = { argv: [], own: {}, image: {}, shell: ['/bin/sh', '-c'], first: '', output: '', proof: [] };

async function tryOne(bench: Bench, cell: Combination): Promise<Tried> {
  const { id, setup, parentCmd, entrypoint, cmd, args, flag } = cell;
  const base = [...BASE, ...setup];
  const parent = parentCmd === undefined ? undefined : lines([...base, `CMD ${parentCmd}`]);
  const own = [...(entrypoint === undefined ? [] : [`ENTRYPOINT ${entrypoint}`]), ...(cmd === undefined ? [] : [`CMD ${cmd}`])];
  const dockerfile = lines(parent === undefined ? [...base, ...own] : ['FROM parent', ...own]);
  const said = { id, dockerfile, ...(parent === undefined ? {} : { parent }) };
  const run = ['docker run', ...(flag === undefined ? [] : ['--entrypoint', flag]), 'img', ...(args === undefined ? [] : [args])]
    .join(' ')
    .replace(/\s*\n\s*/g, ' ');
  if (bench.isUnfinished(run)) return { ...said, ...nothing, error: { at: 'quote', text: '', exitCode: 2 } };

  for (const [name, text] of [...(parent === undefined ? [] : [['parent', parent]]), ['img', dockerfile]] as [string, string][]) {
    bench.write('/root/Dockerfile', text);
    const built = await bench.run(`docker build -q -t ${name} .`);
    if (built === undefined) return { ...said, ...nothing, error: { at: 'time', text: '', exitCode: 0 } };
    if (built.exitCode !== 0)
      return { ...said, ...nothing, error: { at: 'build', text: lastError(built.output), exitCode: built.exitCode } };
  }
  return { ...said, ...(await runIt(bench, run)) };
}

type Ran = Omit<Tried, 'id' | 'dockerfile' | 'parent'>;

async function runIt(bench: Bench, command: string): Promise<Ran> {
  const late: Ran = { ...nothing, error: { at: 'time', text: '', exitCode: 0 } };
  const detached = command.replace('docker run', 'docker run -d --name demo');
  const attached = command.replace('docker run', 'docker run --name demo');
  const started = await bench.run(detached);
  if (started === undefined) return late;
  const refused = started.exitCode !== 0;
  if (!refused && (await bench.run(`sleep ${REST}`, BUSY)) === undefined) return late;
  const container = demo(bench);
  const facts: Ran = { ...nothing, ...(container ? factsOf(container) : {}) };
  if (refused) {
    const proof = [{ command: detached, output: started.output }];
    return { ...facts, proof, error: { at: 'run', text: lastError(started.output), exitCode: started.exitCode } };
  }
  if (container?.state === 'running') {
    const proof = [{ command: detached, output: started.output }];
    const printed = await bench.run('docker logs demo');
    return printed === undefined ? late : await stopIt(bench, { ...facts, output: printed.output.slice(0, TOLD) }, proof);
  }
  // What ends is run again attached, so that the proof shows what one sees at a terminal.
  await bench.run('docker rm demo');
  const seen = await bench.run(attached);
  if (seen === undefined) return late;
  const inspected = await inspect(bench);
  return {
    ...facts,
    output: seen.output.slice(0, TOLD),
    exitCode: seen.exitCode,
    proof: [{ command: attached, output: seen.output }, ...inspected, ...(await exitCode(bench))],
  };
}

/** `docker stop`, with how long it took on the virtual clock. */
async function stopIt(bench: Bench, ran: Ran, proof: readonly Proof[]): Promise<Ran> {
  const inspected = await inspect(bench);
  const before = bench.now;
  const stopped = await bench.run('docker stop demo');
  if (stopped === undefined) return { ...nothing, error: { at: 'time', text: '', exitCode: 0 } };
  const seconds = bench.now - before;
  const logs = await bench.run('docker logs demo');
  const code = await exitCode(bench);
  const container = demo(bench);
  const term = container?.events.find((event) => event.kind === 'signal' && event.pid === 1);
  const outcome = term?.kind === 'signal' ? term.outcome : 'unheard';
  return {
    ...ran,
    stop: {
      seconds: Math.round(seconds * 10) / 10,
      exitCode: Number(code[0]?.output),
      outcome: outcome === 'stopped' || outcome === 'continued' ? 'ignored' : outcome,
      output: (logs?.output ?? '').slice(ran.output.length).slice(0, TOLD),
    },
    proof: [
      ...proof,
      ...inspected,
      { command: 'docker stop demo', output: stopped.output },
      ...code,
      { command: 'docker logs demo', output: logs?.output ?? '' },
    ],
  };
}

const inspect = (bench: Bench): Promise<Proof[]> => proven(bench, "docker inspect -f '{{.Path}} {{json .Args}}' demo");
const exitCode = (bench: Bench): Promise<Proof[]> => proven(bench, "docker inspect -f '{{.State.ExitCode}}' demo");

async function proven(bench: Bench, command: string): Promise<Proof[]> {
  const inspected = await bench.run(command);
  return inspected === undefined ? [] : [{ command, output: inspected.output }];
}

const demo = (bench: Bench): ContainerRunView | undefined =>
  runOf(bench.daemon).containers.find(({ name, state }) => name === 'demo' && state !== 'removed');

function factsOf({ argv, own, image = {}, shell, processes }: ContainerRunView): Partial<Ran> {
  return { argv, own, image, shell, first: processes.find(({ pid }) => pid === 1)?.command ?? '' };
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;

/** The line of an error's output that says what is wrong. */
function lastError(output: string): string {
  const all = output.split('\n').filter((line) => line.trim() !== '');
  const error = all.findLast((line) => /^(docker: |ERROR: |Error)/.test(line)) ?? all.at(-1) ?? '';
  return error.replace(/^(docker: Error response from daemon: |docker: |ERROR: failed to build: |ERROR: )/, '');
}
