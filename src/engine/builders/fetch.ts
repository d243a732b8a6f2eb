import { fetchBase, platformImage } from '../daemon/image/index.ts';
import type { Daemon } from '../daemon/index.ts';
import type { Step } from '../kernel/index.ts';
import type { Image } from '../store/index.ts';

/** Gets a base image for a builder from its registry, as it is for a platform; empty is this machine's. Throws DockerError. */
export function* fetchForBuilder(engine: Daemon, reference: string, platform: string): Step<Image> {
  const image = yield* fetchBase(engine, reference, platform);
  return platform === '' ? image : platformImage(engine.state.images, image, reference, platform);
}
