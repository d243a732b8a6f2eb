import { Kernel, Namespace, type Process, plainFileSystem, type Run, Segment } from '../kernel/index.ts';

/** Machines without files on one wire, for tests of what they say to each other. */
export class TestNetwork {
  readonly kernel = new Kernel({ programs: new Map(), now: 1_760_000_000, seed: 1 });
  readonly wire = new Segment('wire');

  /** A machine; with an address (`10.0.0.1/24`) it hangs on the wire. */
  machine(name: string, address?: string): Namespace {
    const ns = new Namespace({ id: name, hostname: name, root: plainFileSystem('tmpfs') });
    // None of its processes is an init that takes the others along when it ends.
    ns.nextPid = 2;
    if (address !== undefined) ns.network.add({ name: 'eth0', addresses: [address], segment: this.wire, mac: '02:00:00:00:00:01' });
    return ns;
  }
  /** Starts a program there. */
  run(ns: Namespace, program: (p: Process) => Run, uid = 0): Process {
    const process = this.kernel.start({ ns, argv: ['test'], env: new Map(), credentials: { uid, gid: uid, groups: [] }, files: [] });
    process.run = program(process);
    return process;
  }
  /** Goes on until nobody can; virtual time jumps. Fails after many turns. */
  settle(turns = 100_000): void {
    for (let i = 0; i < turns; i++) {
      if (this.kernel.step()) continue;
      const next = this.kernel.nextDeadline();
      if (next === undefined) return;
      this.kernel.advance(next);
    }
    throw new Error('too many turns');
  }
}
