import type { Volume } from '../../container/index.ts';
import { FileSystem } from '../../kernel/index.ts';
import { Tree } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { volumeEvent } from '../events/index.ts';
import { checkOptions } from './options.ts';

/** The volume of that name, made when missing (`-v name:/path`). */
export function ensureVolume(
  daemon: Daemon,
  name: string,
  asked: { anonymous?: boolean; labels?: Readonly<Record<string, string>>; options?: Readonly<Record<string, string>> } = {},
): Volume {
  const known = daemon.state.volumes.get(name);
  if (known !== undefined) return known;
  const { anonymous = false, labels = null, options = null } = asked;
  if (options !== null) checkOptions(name, options);
  const volume: Volume = { name, driver: 'local', labels, options, created: daemon.now(), anonymous, tree: Tree.empty(daemon.now()) };
  daemon.update({ volumes: new Map(daemon.state.volumes).set(name, volume) });
  volumeEvent(daemon, name, 'create');
  return volume;
}

/** A volume's file system in use: all containers that mount it share one. */
export function volumeFiles(daemon: Daemon, name: string): FileSystem {
  let fs = daemon.openVolumes.get(name);
  if (fs === undefined) {
    const volume = ensureVolume(daemon, name);
    fs = new FileSystem({ type: volume.options?.type === 'tmpfs' ? 'tmpfs' : 'ext4', tree: volume.tree });
    daemon.openVolumes.set(name, fs);
  }
  return fs;
}

/** Takes a volume's files away: those of a tmpfs that nobody mounts any more. */
export function emptyVolume(daemon: Daemon, name: string): void {
  const volume = ensureVolume(daemon, name);
  daemon.openVolumes.delete(name);
  daemon.update({ volumes: new Map(daemon.state.volumes).set(name, { ...volume, tree: Tree.empty(daemon.now()) }) });
}

/** A volume's files as they are now. */
export const volumeTree = (daemon: Daemon, name: string): Tree => daemon.openVolumes.get(name)?.tree() ?? ensureVolume(daemon, name).tree;

/** Forgets a volume and its files. */
export function dropVolume(daemon: Daemon, name: string): void {
  const volumes = new Map(daemon.state.volumes);
  volumes.delete(name);
  daemon.openVolumes.delete(name);
  daemon.update({ volumes });
  volumeEvent(daemon, name, 'destroy');
}

/** Containers that mount a volume, oldest first. */
export const usersOfVolume = (daemon: Daemon, name: string): string[] =>
  [...daemon.state.containers.values()].filter((c) => c.mounts.some((m) => m.Type === 'volume' && m.Name === name)).map((c) => c.id);
