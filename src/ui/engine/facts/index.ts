// The facts that exercises are graded on, read from an engine as it is now. One file a noun.
// Knows the engine and the grader's input. Refuses to judge, and to walk a tree before a check asks.
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { Snapshot } from '../../../grader/index.ts';
import { isShown } from '../view/index.ts';
import { containerFacts } from './containers.ts';
import { imageFacts } from './images.ts';

export function factsOf(daemon: Daemon): Snapshot {
  const images = [...daemon.state.images.images.values()]
    .filter((image) => isShown(daemon, image))
    .map((image) => imageFacts(daemon, image));
  const containers = [...daemon.state.containers.values()].map((container) => containerFacts(daemon, container));
  return { images, containers };
}
