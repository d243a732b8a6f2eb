import type { Container, MountPoint, Volume } from '../../../engine/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { placeOf } from '../../../engine/daemon/volume/options.ts';
import { usersOfVolume } from '../../../engine/daemon/volume/volumes.ts';
import type { Tree } from '../../../engine/tree/index.ts';
import type { MountView } from '../../session/view/run.ts';
import { mountFiles } from './mount-files.ts';

const nothing = { files: 0, bytes: 0, entries: [] };

/** The mounts of a container with what they hold. */
export function mountsOf(daemon: Daemon, container: Container): MountView[] {
  return mountPointsOf(container).map((point) => {
    const place = mountTree(daemon, container, point);
    const volume = point.Name === undefined ? undefined : daemon.state.volumes.get(point.Name);
    return {
      type: point.Type,
      target: point.Destination,
      source: point.Name ?? point.Source,
      anonymous: volume?.anonymous ?? false,
      writable: point.RW,
      ...(place === undefined ? nothing : mountFiles(place.tree, place.from, container, point.Destination)),
      sharedWith:
        point.Name === undefined
          ? []
          : usersOfVolume(daemon, point.Name).flatMap((id) => (id === container.id ? [] : [daemon.state.containers.get(id)?.name ?? id])),
    };
  });
}

/** Its mounts, `--tmpfs` ones too. */
export function mountPointsOf({ mounts, hostConfig }: Container): MountPoint[] {
  const tmpfs = Object.entries(hostConfig.Tmpfs ?? {}).map(
    ([Destination, options]): MountPoint => ({
      Type: 'tmpfs',
      Source: '',
      Destination,
      Mode: options,
      RW: !options.split(',').includes('ro'),
      Propagation: '',
    }),
  );
  return [...mounts, ...tmpfs];
}

/** The tree that a mount shows, and where in it; undefined when there is none now: a tmpfs lives as long as the container runs. */
export function mountTree(
  daemon: Daemon,
  { id }: Container,
  point: MountPoint,
): { readonly tree: Tree; readonly from: string } | undefined {
  if (point.Type === 'bind') return { tree: daemon.hostFiles.tree(), from: point.Source };
  if (point.Type === 'tmpfs') {
    const mount = daemon.live.get(id)?.ns.mounts.find(({ path }) => path === point.Destination);
    return mount && { tree: mount.fs.tree(), from: '/' };
  }
  const volume = daemon.state.volumes.get(point.Name ?? '');
  return volume && volumeTree(daemon, volume);
}

/** The tree that a volume shows, and where in it. */
export function volumeTree(daemon: Daemon, volume: Volume): { readonly tree: Tree; readonly from: string } {
  const place = knownPlace(volume);
  if (place.kind === 'bind') return { tree: daemon.hostFiles.tree(), from: place.device };
  return { tree: daemon.openVolumes.get(volume.name)?.tree() ?? volume.tree, from: '/' };
}

/** A volume of a file system that is not simulated has nothing to show but what lies in its place. */
function knownPlace(volume: Volume): ReturnType<typeof placeOf> {
  try {
    return placeOf(volume);
  } catch {
    return { kind: 'own' };
  }
}
