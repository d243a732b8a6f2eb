import { Session } from '../../../cli/machine/session.ts';
import { transfersOf } from '../../../engine/daemon/image/index.ts';
import { isInsecure } from '../../../engine/distribution/index.ts';
import { parseReference } from '../../../engine/reference/index.ts';
import type { World } from '../../../engine/world/index.ts';
import type { RegistryQueries, TransferForecast } from '../../session/queries/registry.ts';
import { registryContainers } from '../view/registry-containers.ts';
import type { Answers, Moment } from './moment.ts';

export const answers: Answers<RegistryQueries> = {
  'registry.forecast': (moment, ask) => {
    const words = ask.kind === 'push' ? [ask.image, ask.to] : [ask.reference];
    if (!words.every((word) => /^[\w.:/@-]+$/.test(word))) throw new Error('registry.reference');
    const line = ask.kind === 'pull' ? `docker pull ${ask.reference}` : pushLine(ask.image, ask.to);
    const failure = refusal(moment, words.at(-1)!);
    return failure === undefined ? forecast(moment, line) : { line, exit: 1, failure };
  },
};

/** A push under a name that the image has already needs no tag. */
const pushLine = (image: string, to: string): string =>
  image === to ? `docker push ${to}` : `docker tag ${image} ${to} && docker push ${to}`;

/** Milliseconds that a command in a copy may take. */
const PATIENCE = 4000;

async function forecast(moment: Moment, line: string): Promise<TransferForecast> {
  const session = new Session(reachable(moment), { machine: moment.machine.name, columns: 200, rows: 40 });
  const until = performance.now() + PATIENCE;
  let output = '';
  session.start(line);
  for (;;) {
    const slice = session.step(() => performance.now() > until);
    output += slice.output;
    if (slice.done !== undefined) {
      const { exit } = slice.done;
      const transfer = transfersOf(session.machine.daemon).transfers.at(-1);
      return {
        line,
        exit,
        ...(exit === 0 ? {} : { failure: transfer?.failure ?? output.trim() }),
        ...(transfer === undefined ? {} : { transfer }),
      };
    }
    if (performance.now() > until || slice.waits === 'stdin') throw new Error('registry.slow');
    if (slice.waits !== undefined && 'loading' in slice.waits) await slice.waits.loading;
  }
}

/**
 * The world of the moment with the registries that containers run as values: a World does not hold processes, so in a copy of it nobody
 * would answer for them. What they keep is the same.
 */
function reachable({ world, machine, live }: Moment): World {
  if (live === undefined) return world;
  const registries = new Map(world.registries);
  for (const { host, contents } of registryContainers(live.simulation, machine.name)) registries.set(host, contents());
  return { ...world, registries };
}

/** Why the engine would not speak to a registry in a container: that one has no TLS, and the engine was not told to do without. */
function refusal({ machine, live }: Moment, reference: string): string | undefined {
  const domain = parseReference(reference).domain;
  const found = live && registryContainers(live.simulation, machine.name).find(({ host }) => host === domain);
  const running = live?.simulation.machines.get(machine.name);
  if (found === undefined || running === undefined) return undefined;
  const addresses = [...(live?.simulation.machines.get(found.machine)?.ns.network.interfaces ?? [])].map(({ address }) => address);
  const own = found.machine === machine.name;
  if (isInsecure(domain, own ? ['127.0.0.1'] : addresses.filter((one) => !one.startsWith('127.')), running.daemon.config)) return undefined;
  return `Get "https://${domain}/v2/": http: server gave HTTP response to HTTPS client`;
}
