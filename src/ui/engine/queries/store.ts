import { Session } from '../../../cli/machine/session.ts';
import type { ChainID, ImageID } from '../../../engine/digest/index.ts';
import type { World } from '../../../engine/world/index.ts';
import type { ConfigValue, Forecast, StoreQueries } from '../../session/queries/store.ts';
import { storeOf } from '../view/store.ts';
import type { Answers } from './moment.ts';
import { bytesOf, rippleOf } from './store-ripple.ts';

/** Members of the config that can be changed by hand, as `docker inspect` orders them. */
const KEYS = ['User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'WorkingDir', 'Labels', 'StopSignal'] as const;

export const answers: Answers<StoreQueries> = {
  'store.forecast': ({ world, machine }, { line }) => forecast(world, machine.name, line),
  'store.bytes': ({ machine }, { chainID, path, offset, length }) => {
    const snapshot = machine.engine.images.snapshots.get(chainID as ChainID);
    if (snapshot === undefined) throw new Error('store.nofile');
    return bytesOf(snapshot.layer, path, offset, length);
  },
  'store.config': ({ machine }, { image }) => {
    const config = machine.engine.images.images.get(image as ImageID)?.config.config ?? {};
    return KEYS.map((key): ConfigValue => ({ key, json: config[key] == null ? '' : JSON.stringify(config[key]) }));
  },
  'store.ripple': ({ machine }, ask) => rippleOf(machine.engine.images, ask),
};

/** Milliseconds that a command in a copy may take. */
const PATIENCE = 3000;
const YES = 'y\n';

/** Runs a line in a copy of the world and answers its questions with y. */
async function forecast(world: World, machine: string, line: string): Promise<Forecast> {
  const session = new Session(world, { machine, columns: 200, rows: 40 });
  const until = performance.now() + PATIENCE;
  let output = '';
  session.start(line);
  for (;;) {
    const slice = session.step(() => performance.now() > until);
    output += slice.output;
    if (slice.done !== undefined) return { exit: slice.done.exit, output: answered(output), after: storeOf(session.machine.daemon) };
    if (performance.now() > until) throw new Error('store.slow');
    if (slice.waits === 'stdin') session.type(YES);
    else if (slice.waits !== undefined && 'loading' in slice.waits) await slice.waits.loading;
  }
}

/** What a command printed after its last question. */
const answered = (output: string): string => (output.split('[y/N] ').at(-1) ?? '').replace(/^y\r?\n/, '').trim();
