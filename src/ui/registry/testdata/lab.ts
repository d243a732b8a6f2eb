// Real commands in a real session, for the picture's tests: what the view says after each of them.
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import { answer } from '../../engine/queries/index.ts';
import { viewOf } from '../../engine/view/index.ts';
import type { Queries } from '../../session/queries/index.ts';
import { type LabView, type MachineView, machineOf, type TransferView } from '../../session/view/index.ts';

const START = 1_767_225_600;

export class Lab {
  readonly #session: Session;
  /** The view after each command; the first is the start's. */
  readonly views: LabView[];

  constructor(profile: 'graphdriver' | 'containerd' = 'graphdriver', machine = 'node01') {
    const world = newWorld({ seed: 1, now: START, hub: true, machines: ['node01', 'node02'], registries: ['registry.local:5000'], profile });
    this.#session = new Session(world, { machine });
    this.views = [viewOf(this.#session)];
  }

  /** Runs lines, one view after each. */
  async run(...lines: string[]): Promise<string> {
    let output = '';
    for (const line of lines) {
      this.#session.start(line);
      for (;;) {
        const slice = this.#session.step(() => false);
        output += slice.output;
        if (slice.done !== undefined || slice.waits === 'stdin') break;
        if (slice.waits !== undefined && 'loading' in slice.waits) await slice.waits.loading;
      }
      this.views.push(viewOf(this.#session));
    }
    return output;
  }

  get view(): LabView {
    return this.views.at(-1)!;
  }
  get before(): LabView | undefined {
    return this.views.at(-2);
  }
  machine(name = 'node01'): MachineView {
    return machineOf(this.view, name);
  }
  last(name = 'node01'): TransferView {
    return this.machine(name).remote.transfers.at(-1)!;
  }

  async forecast(ask: Queries['registry.forecast']['ask'], machine = 'node01'): Promise<Queries['registry.forecast']['answer']> {
    const world = this.#session.simulation.world();
    return answer({ world, machine: world.machines.get(machine)!, live: this.#session }, { name: 'registry.forecast', machine, ask });
  }
}

/** The requests of a transfer as lines: method, path with digests cut, status, bytes of the bodies. */
export const lines = ({ requests }: TransferView): string[] =>
  requests.map(({ method, host = '', path, status, sent, received }) => {
    const short = decodeURIComponent(path)
      .replace(/sha256:[0-9a-f]{64}/g, 'DIGEST')
      .replace(/uploads\/[0-9a-f]{8}-[0-9a-f-]+/, 'uploads/ID');
    return `${method} ${host}${short} ${status}${sent > 0 ? ` sent ${sent}` : ''}${received > 0 ? ` received ${received}` : ''}`;
  });
