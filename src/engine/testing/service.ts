import {
  deviceTree,
  encodeText,
  executableBody,
  fromBytes,
  Kernel,
  mountProc,
  Namespace,
  nullFile,
  overlayFileSystem,
  type Process,
  type Program,
  plainFileSystem,
  SinkFile,
  type Step,
  statusCode,
  toBytes,
} from '../kernel/index.ts';
import { programs } from '../programs/index.ts';
import { ROOT, type Tree, TreeEdit, textBody } from '../tree/index.ts';
import { busyboxTree } from './machine.ts';

/** A program that runs in a `ServiceMachine`, and what it has written. */
export interface Job {
  readonly process: Process;
  out: string;
  err: string;
  readonly code: () => number | undefined;
}

/** One machine with files and the network of itself, in which services run beside those who ask them. */
export class ServiceMachine {
  readonly kernel: Kernel;
  readonly ns: Namespace;
  readonly #root;

  /** `files`: texts by absolute path; `*NAME` is an executable of that program. Each of `extra` is installed in /usr/bin under its name. */
  constructor(extra: Readonly<Record<string, Program>>, files: Readonly<Record<string, string>> = {}) {
    this.kernel = new Kernel({ programs: new Map([...programs, ...Object.entries(extra)]), now: 1_760_000_000, seed: 1 });
    const edit = new TreeEdit(busyboxTree());
    const put = (path: string, text: string): void => {
      const parts = path.split('/').slice(1);
      let dir: number = ROOT;
      for (const name of parts.slice(0, -1))
        dir = edit.child(dir, name)?.ino ?? edit.create(dir, name, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 1_700_000_000 });
      const old = edit.child(dir, parts.at(-1)!);
      if (old !== undefined) edit.unlink(dir, parts.at(-1)!);
      const program = /^\*(\S+)$/.exec(text)?.[1];
      const body = program === undefined ? textBody(text) : executableBody(program, 100_000);
      edit.create(dir, parts.at(-1)!, {
        kind: 'file',
        body,
        mode: program === undefined && !text.startsWith('#!') ? 0o644 : 0o755,
        uid: 0,
        gid: 0,
        mtime: 1_700_000_000,
      });
    };
    for (const name of Object.keys(extra)) put(`/usr/bin/${name}`, `*${name}`);
    for (const [path, text] of Object.entries(files)) put(path, text);
    this.#root = overlayFileSystem(edit.tree());
    this.ns = new Namespace({ id: 'test', hostname: 'strata', root: this.#root });
    mountProc(this.kernel, this.ns, { bootTime: this.kernel.now - 1000, memoryKB: 2_000_000, cpus: 2, kernelVersion: '6.1.0' });
    this.ns.mount({ path: '/dev', fs: plainFileSystem('tmpfs', deviceTree(this.kernel.now)) });
    this.ns.network.firstFreePort = 0;
    // Its pid 1 does nothing, so that whoever ends takes nobody along.
    const init = this.start(['/bin/sleep', '100000000']);
    init.out = '';
  }

  get tree(): Tree {
    return this.#root.tree();
  }

  /** Starts a command in the background; it goes on in `settle`. */
  start(argv: readonly string[], options: { env?: Record<string, string>; uid?: number; cwd?: string; stdin?: string } = {}): Job {
    const env = new Map(
      Object.entries({ PATH: '/usr/local/bin:/usr/bin:/bin:/sbin:/usr/sbin', HOME: '/root', HOSTNAME: 'strata', ...options.env }),
    );
    const uid = options.uid ?? 0;
    const sinks = { out: '', err: '' };
    const files = [
      nullFile(),
      new SinkFile((bytes) => {
        sinks.out += fromBytes(bytes);
      }),
      new SinkFile((bytes) => {
        sinks.err += fromBytes(bytes);
      }),
    ];
    const process = this.kernel.start({
      ns: this.ns,
      argv: argv.map(encodeText),
      env,
      credentials: { uid, gid: uid, groups: [] },
      cwd: options.cwd ?? '/',
      files,
    });
    process.session = process.id;
    process.group = process.id;
    if (options.stdin !== undefined) {
      process.io.close(0);
      const [, write] = process.io.pipe();
      process.io.at(write).write(toBytes(encodeText(options.stdin)), 0);
      process.io.close(write);
    }
    const path = argv[0]!.includes('/')
      ? argv[0]!
      : ['/usr/local/bin', '/usr/bin', '/bin'].map((dir) => `${dir}/${argv[0]}`).find((each) => process.fs.exists(each))!;
    process.run = process.load(path, argv.map(encodeText), env);
    return Object.assign(sinks, { process, code: () => (process.status === undefined ? undefined : statusCode(process.status)) });
  }

  /** Starts a piece of a program; what it gives is in the answer once it has ended. */
  do<T>(work: (p: Process) => Step<T>): { value: T | undefined } {
    const answer: { value: T | undefined } = { value: undefined };
    const process = this.kernel.start({
      ns: this.ns,
      argv: ['do'],
      env: new Map(),
      credentials: { uid: 0, gid: 0, groups: [] },
      files: [],
    });
    process.run = (function* () {
      answer.value = yield* work(process);
      return 0;
    })();
    return answer;
  }

  /** Sends a signal from outside, as `docker kill` does. */
  signal(job: Job, signal: number): void {
    this.kernel.deliver(job.process, signal, false);
  }

  /** Goes on for `seconds` of virtual time, or until nobody can. Waits for what is loaded. */
  async settle(seconds = 1, turns = 400_000): Promise<void> {
    const end = this.kernel.now + seconds;
    for (let i = 0; i < turns; i++) {
      if (this.kernel.loading !== undefined) {
        await this.kernel.loading;
        continue;
      }
      if (this.kernel.now <= end && this.kernel.step()) continue;
      if (this.kernel.loading !== undefined) continue;
      const next = this.kernel.nextDeadline();
      if (next === undefined || next > end || this.kernel.now > end) {
        this.kernel.advance(end);
        return;
      }
      this.kernel.advance(next);
    }
    throw new Error('too many turns');
  }
  /** Runs a command until it ends. */
  async run(argv: readonly string[], options: Parameters<ServiceMachine['start']>[1] = {}, seconds = 60): Promise<Job> {
    const job = this.start(argv, options);
    await this.settle(0.5);
    for (let waited = 0; job.code() === undefined && waited < seconds; waited++) await this.settle(1);
    return job;
  }
  /** The text of a file. */
  text(path: string): string {
    const inode = this.tree.at(path);
    if (inode?.kind !== 'file') throw new Error(`no file ${path}`);
    return fromBytes(inode.body.read(0, inode.body.size));
  }
}
