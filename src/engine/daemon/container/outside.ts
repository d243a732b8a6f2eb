import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Daemon } from '../daemon.ts';
import { networkEvent, volumeEvent } from '../events/index.ts';
import { findNetwork, networksOf } from './networks.ts';

/** Tells that a container's volumes are mounted. */
export function mountedVolumes(daemon: Daemon, container: Container): void {
  for (const { Type, Name = '', Destination, RW, Propagation } of container.mounts)
    if (Type === 'volume')
      volumeEvent(daemon, Name, 'mount', {
        container: container.id,
        destination: Destination,
        propagation: Propagation,
        'read/write': String(RW),
      });
}

/** Tells that a container's volumes are no longer mounted. */
export function unmountedVolumes(daemon: Daemon, container: Container): void {
  for (const { Type, Name = '' } of container.mounts)
    if (Type === 'volume') volumeEvent(daemon, Name, 'unmount', { container: container.id });
}

/** Tells that a container's volumes are mounted for a moment: the engine looks into its files. */
export function glancedAtVolumes(daemon: Daemon, container: Container): void {
  mountedVolumes(daemon, container);
  unmountedVolumes(daemon, container);
}

/** Tells that a container is connected to its networks. */
export function connectedNetworks(daemon: Daemon, container: Container, action: 'connect' | 'disconnect' = 'connect'): void {
  for (const name of networksOf(container)) {
    try {
      networkEvent(daemon, findNetwork(daemon, name), action, { container: container.id });
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
    }
  }
}

/** Tells what a container that has ended, or could not be started, leaves: its networks, then its volumes. */
export function leaveOutside(daemon: Daemon, container: Container): void {
  connectedNetworks(daemon, container, 'disconnect');
  unmountedVolumes(daemon, container);
}
