// Volumes and networks as the grader sees them.
import { allNetworks } from '../../../engine/daemon/container/networks.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { NetworkFacts, VolumeFacts } from '../../../grader/index.ts';
import { volumeTree } from '../view/mounts.ts';
import { textIn } from './entries.ts';

export const volumesIn = (daemon: Daemon): readonly VolumeFacts[] =>
  [...daemon.state.volumes.values()].map((volume): VolumeFacts => {
    const { tree, from } = volumeTree(daemon, volume);
    return { name: volume.name, anonymous: volume.anonymous, text: (path) => textIn(tree, from === '/' ? path : `${from}${path}`) };
  });

export const networksIn = (daemon: Daemon): readonly NetworkFacts[] => allNetworks(daemon).map(({ name, driver }) => ({ name, driver }));
