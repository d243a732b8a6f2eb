import '../../machine/preload.ts';
import { encodeText, fromBytes, nullFile, SinkFile, statusCode } from '../../../engine/kernel/index.ts';
import type { WorldNetwork } from '../../../engine/world/index.ts';
import { newWorld, Simulation } from '../../machine/simulation.ts';

/** 2026-01-01: when the machines of these tests are switched on. */
const NOW = 1_767_225_600;
/** Virtual seconds a script may take. */
const LONGEST = 600;

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** Runs a shell script on a fresh machine that has only busybox; blank lines are left out of what it printed. */
export function dockerLine(script: string, world: { readonly network?: WorldNetwork } = {}): Answer {
  const { kernel, machines } = new Simulation(newWorld({ seed: 1, now: NOW, ...world }));
  const { ns } = machines.get('strata')!;
  let stdout = '';
  let stderr = '';
  const out = new SinkFile((bytes) => (stdout += fromBytes(bytes)));
  const err = new SinkFile((bytes) => (stderr += fromBytes(bytes)));
  const env = new Map([
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['HOME', '/root'],
  ]);
  const argv = ['sh', '-c', encodeText(script)];
  const process = kernel.start({
    ns,
    argv,
    env,
    credentials: { uid: 0, gid: 0, groups: [0] },
    cwd: '/root',
    files: [nullFile(), out, err],
  });
  process.run = process.load('/bin/sh', argv, env);
  while (process.status === undefined) {
    if (kernel.step()) continue;
    const next = kernel.nextDeadline();
    if (next === undefined || next > NOW + LONGEST) throw new Error(`the script waits for ever: ${stdout}${stderr}`);
    kernel.advance(next);
  }
  const squeezed = (text: string): string => text.replace(/^\n+/, '').replace(/\n+/g, '\n');
  return { stdout: squeezed(stdout), stderr: squeezed(stderr), exit: statusCode(process.status) };
}
