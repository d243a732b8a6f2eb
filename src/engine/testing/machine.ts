import './preload.ts';
import { busyboxTree } from '../../cli/machine/busybox-tree.ts';
import {
  deviceTree,
  encodeText,
  fromBytes,
  Kernel,
  mountProc,
  Namespace,
  nullFile,
  overlayFileSystem,
  type Process,
  type Programs,
  plainFileSystem,
  SinkFile,
  statusCode,
} from '../kernel/index.ts';
import type { Tree } from '../tree/index.ts';

export { busyboxTree };

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  readonly tree: Tree;
}

/**
 * Runs one command (argv, looked up in PATH) in a busybox container and returns its output as byte strings. Virtual time
 * jumps. Fails after `maxTurns`, so that an endless loop fails a test instead of hanging it.
 */
export function runIn(
  programs: Programs,
  argv: readonly string[],
  options: { tree?: Tree; stdin?: string; env?: Record<string, string>; uid?: number; cwd?: string; maxTurns?: number } = {},
): Ran {
  const kernel = new Kernel({ programs, now: 1_760_000_000, seed: 1 });
  const root = overlayFileSystem(options.tree ?? busyboxTree());
  const ns = new Namespace({ id: 'test', hostname: 'strata', root });
  mountProc(kernel, ns, { bootTime: kernel.now - 1000, memoryKB: 2_000_000, cpus: 2, kernelVersion: '6.1.0' });
  ns.mount({ path: '/dev', fs: plainFileSystem('tmpfs', deviceTree(kernel.now)) });
  let stdout = '';
  let stderr = '';
  const env = new Map(
    Object.entries({
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: '/root',
      HOSTNAME: 'strata',
      ...options.env,
    }),
  );
  const files = [nullFile(), new SinkFile((bytes) => (stdout += fromBytes(bytes))), new SinkFile((bytes) => (stderr += fromBytes(bytes)))];
  const uid = options.uid ?? 0;
  const process: Process = kernel.start({ ns, argv, env, credentials: { uid, gid: uid, groups: [] }, cwd: options.cwd ?? '/', files });
  if (options.stdin !== undefined) feed(process, options.stdin);
  const path = argv[0]!.includes('/') ? argv[0]! : `/bin/${argv[0]}`;
  process.run = process.load(process.fs.exists(path) ? path : `/usr${path}`, argv.map(encodeText), env);
  for (let turns = 0; process.status === undefined; turns++) {
    if (turns > (options.maxTurns ?? 2_000_000)) throw new Error('too many turns');
    if (kernel.step()) continue;
    const next = kernel.nextDeadline();
    if (next === undefined) throw new Error(`everybody waits for ever; so far: ${stdout}${stderr}`);
    kernel.advance(next);
  }
  return { stdout, stderr, code: statusCode(process.status), tree: root.tree() };
}

function feed(process: Process, text: string): void {
  process.io.close(0);
  const [read, write] = process.io.pipe();
  const bytes = new TextEncoder().encode(text);
  if (process.io.at(write).write(bytes, 0) !== bytes.length) throw new Error('stdin longer than a pipe holds');
  process.io.close(write);
  if (read !== 0) throw new Error('descriptor 0 was taken');
}
