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
  note(daemon, 'active', `time="${rfc3339(daemon.now())}" level=info msg="Daemon has completed initialization"`);
  return true;
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
