import type { Container } from '../../container/index.ts';
import type { ImageID } from '../../digest/index.ts';
import { familiarName, familiarString, type Reference } from '../../reference/index.ts';
import { imageOfReference } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import type { EventType } from './event.ts';

type Attributes = Readonly<Record<string, string>>;

/** Writes to the engine's event log, with the time it is. The functions below know what each kind of event tells. */
export function emit(daemon: Daemon, type: EventType, action: string, id: string, attributes: Attributes = {}): void {
  daemon.events.add({ type, action, id, attributes, time: daemon.now() });
}

/** Of a container, with its labels, image and name. The record as it is now is used, so a new name counts. Source: moby daemon/events.go. */
export function containerEvent(daemon: Daemon, container: Container, action: string, more: Attributes = {}): void {
  const { id, config, imageRef, name } = daemon.state.containers.get(container.id) ?? container;
  emit(daemon, 'container', action, id, { ...config.Labels, ...(imageRef === '' ? {} : { image: imageRef }), name, ...more });
}

/** Of an image, with its labels while it is there. `name` is a reference, or the id again. Source: moby daemon/images/image_events.go. */
export function imageEvent(daemon: Daemon, id: ImageID, action: string, name: string = id): void {
  const labels = daemon.state.images.images.get(id)?.config.config?.Labels ?? {};
  emit(daemon, 'image', action, id, { ...labels, ...(name === '' ? {} : { name }) });
}

/** Of an image as it goes from or to a registry: its reference, and the repository as its name. */
export function referenceEvent(daemon: Daemon, action: 'pull' | 'push', reference: Reference): void {
  const image = imageOfReference(daemon.state.images, reference);
  const labels = image === undefined ? {} : daemon.state.images.images.get(image)?.config.config?.Labels;
  emit(daemon, 'image', action, familiarString(reference), { ...labels, name: familiarName(reference) });
}

/** Of a volume. Source: moby volume/service. */
export function volumeEvent(daemon: Daemon, name: string, action: string, more: Attributes = {}): void {
  emit(daemon, 'volume', action, name, { driver: 'local', ...more });
}

/** Of a network: its name and driver, and the container that comes or goes. Source: moby daemon/events.go LogNetworkEventWithAttributes. */
export function networkEvent(
  daemon: Daemon,
  network: { readonly id: string; readonly name: string; readonly driver: string },
  action: string,
  more: Attributes = {},
): void {
  emit(daemon, 'network', action, network.id, { name: network.name, type: network.driver, ...more });
}

/** A prune of one kind of thing has ended, whatever it found. `reclaimed` in bytes. */
export function pruneEvent(daemon: Daemon, type: EventType, reclaimed: number): void {
  emit(daemon, type, 'prune', '', { reclaimed: String(reclaimed) });
}
