import { fetchBase, platformImage } from '../daemon/image/index.ts';
import type { Daemon } from '../daemon/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import type { Image } from '../store/index.ts';

/** What containerd's resolver says of a repository that the Hub does not show. Source: containerd core/remotes/docker/authorizer.go. */
export const ACCESS_DENIED =
  'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';

/** Gets a base image for the engine's own BuildKit from its registry. Throws DockerError in BuildKit's words. */
export function* fetchForEngine(engine: Daemon, reference: string, platform: string): Step<Image> {
  try {
    return yield* fetchBase(engine, reference, platform);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    if (error.message.startsWith('no matching manifest for '))
      throw new DockerError('NotFound', 'no match for platform in manifest: not found');
    throw error.message.startsWith('pull access denied for ') ? new DockerError(error.code, ACCESS_DENIED) : error;
  }
}

/** Gets a base image for a builder from its registry, as it is for a platform; empty is this machine's. Throws DockerError. */
export function* fetchForBuilder(engine: Daemon, reference: string, platform: string): Step<Image> {
  const image = yield* fetchForEngine(engine, reference, platform);
  return platform === '' ? image : platformImage(engine.state.images, image, reference, platform);
}
