import type { Volume } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { Tree } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { volumeEvent } from '../events/index.ts';
import { checkOptions } from './options.ts';

/** The label that marks volumes made without a name. */
export const ANONYMOUS = 'com.docker.volume.anonymous';

export interface VolumeRequest {
  /** Empty: one is made up and the volume counts as anonymous. */
  readonly name: string;
  readonly driver: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly options: ReadonlyMap<string, string>;
}

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/** `docker volume create`; a volume of that name that is there already is the answer. Throws DockerError. Source: moby volume/service/store.go. */
export function createVolume(daemon: Daemon, request: VolumeRequest): Volume {
  const { driver, options } = request;
  const anonymous = request.name === '';
  const name = anonymous ? daemon.newID() : request.name;
  const known = daemon.state.volumes.get(name);
  if (known !== undefined) return known;
  if (driver !== '' && driver !== 'local')
    throw new DockerError('NotFound', `create ${name}: error looking up volume plugin ${driver}: plugin "${driver}" not found`);
  checkName(name);
  checkOptions(name, Object.fromEntries(options));
  const labels = new Map([...(anonymous ? [[ANONYMOUS, ''] as const] : []), ...request.labels]);
  const volume: Volume = {
    name,
    driver: 'local',
    labels: labels.size === 0 ? null : Object.fromEntries(labels),
    options: options.size === 0 ? null : Object.fromEntries(options),
    created: daemon.now(),
    anonymous,
    tree: Tree.empty(daemon.now()),
  };
  daemon.update({ volumes: new Map(daemon.state.volumes).set(name, volume) });
  volumeEvent(daemon, name, 'create');
  return volume;
}

function checkName(name: string): void {
  if (name.length === 1) throw invalid(`create ${name}: volume name is too short, names should be at least two alphanumeric characters`);
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name))
    throw invalid(
      `create ${name}: ${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
    );
}
