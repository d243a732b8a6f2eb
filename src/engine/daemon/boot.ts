import { profileFacts } from '../profile/index.ts';
import { readBody } from '../tree/index.ts';
import { ConfigProblem, defaultConfig, readDaemonConfig } from './config/index.ts';
import { type Daemon, rfc3339 } from './daemon.ts';

export const CONFIG_FILE = '/etc/docker/daemon.json';
/** Lines of the journal that are kept. */
const MOST_LINES = 200;

/** The engine as its host's service manager sees it. */
export interface Service {
  readonly state: 'active' | 'inactive' | 'failed';
  /** Since when, seconds since the epoch. */
  readonly since: number;
  /** What it said, one line each, oldest first. */
  readonly journal: readonly string[];
}

/** Reads daemon.json as the engine does when it starts; with a file that dockerd refuses the service has failed. Returns whether it runs. */
export function boot(daemon: Daemon): boolean {
  try {
    daemon.config = configOf(daemon);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    note(daemon, 'failed', `unable to configure the Docker daemon with file ${CONFIG_FILE}: ${error.message}`);
    return false;
  }
  const refusal = refusedDriver(daemon);
  if (refusal !== undefined) {
    note(daemon, 'failed', `failed to start daemon: error initializing graphdriver: ${refusal}`);
    return false;
  }
  note(daemon, 'active', `time="${rfc3339(daemon.now())}" level=info msg="Daemon has completed initialization"`);
  return true;
}

const DRIVERS = new Set(['overlay2', 'fuse-overlayfs', 'btrfs', 'zfs', 'vfs']);
const REMOVED_DRIVERS = new Set(['aufs', 'devicemapper', 'overlay']);

/** Why Docker 28 does not start with the storage driver that daemon.json names. Source: moby graphdriver New, checkRemoved; asked of a real engine. */
function refusedDriver({ config, state }: Daemon): string | undefined {
  const driver = config.settings['storage-driver'];
  const { release } = profileFacts(state);
  if (typeof driver !== 'string' || driver === '' || release !== '28' || state.images.content !== undefined) return undefined;
  if (REMOVED_DRIVERS.has(driver))
    return `[graphdriver] ERROR: the ${driver} storage-driver has been deprecated and removed; visit https://docs.docker.com/go/storage-driver/ for more information: ${driver}`;
  return DRIVERS.has(driver) ? undefined : `driver not supported: ${driver}`;
}

/** What daemon.json says now. Throws ConfigProblem. */
export function configOf(daemon: Daemon): Daemon['config'] {
  const file = daemon.hostFiles.tree().at(CONFIG_FILE);
  return file?.kind === 'file' ? readDaemonConfig(new TextDecoder().decode(readBody(file.body))) : defaultConfig;
}

/** Sets the state of the service and adds a line to its journal. */
export function note(daemon: Daemon, state: Service['state'], line: string): void {
  const { journal, since, state: before } = daemon.service;
  daemon.service = {
    state,
    since: before === state && state !== 'active' ? since : daemon.now(),
    journal: [...journal, line].slice(-MOST_LINES),
  };
}
