import { createContainer, defaultHostConfig, startContainer } from '../daemon/container/index.ts';
import { findImage, pullImage } from '../daemon/image/index.ts';
import type { Daemon } from '../daemon/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import { parseReference, withDefaultTag } from '../reference/index.ts';
import type { Image } from '../store/index.ts';
import { type BuilderNode, containerName, nodeContainer, stateVolume } from './node.ts';

const IMAGE = 'moby/buildkit:buildx-stable-1';

/** Tells a part of booting: `begin` before it is done, else after, with the virtual seconds it took. */
export type BootLog = (text: string, seconds: number) => Step<void>;

/** Starts a node's container, which is made first when there is none; one that runs is left. Throws DockerError. Source: docker/buildx driver/docker-container. */
export function* bootNode(daemon: Daemon, node: BuilderNode, log: BootLog): Step<void> {
  const existing = nodeContainer(daemon, node);
  const begun = daemon.now();
  if (existing !== undefined) {
    startContainer(daemon, existing);
    return yield* log(`starting container ${existing.name}`, daemon.now() - begun);
  }
  const options = node.DriverOpts ?? {};
  const name = options.image ?? IMAGE;
  const image = yield* theImage(daemon, name, log);
  const container = createContainer(daemon, {
    image,
    imageRef: name,
    name: containerName(node),
    config: {
      Image: name,
      Cmd: [...(node.Flags ?? [])],
      Env: Object.entries(options).flatMap(([key, value]) => (key.startsWith('env.') ? [`${key.slice('env.'.length)}=${value}`] : [])),
    },
    hostConfig: {
      ...defaultHostConfig,
      NetworkMode: options.network ?? defaultHostConfig.NetworkMode,
      Privileged: true,
      RestartPolicy: { Name: options['restart-policy'] ?? 'unless-stopped', MaximumRetryCount: 0 },
      Init: true,
      CgroupParent: options['cgroup-parent'] ?? '/docker/buildx',
      SecurityOpt: ['label=disable'],
      Mounts: [{ Type: 'volume', Source: stateVolume(node), Target: '/var/lib/buildkit' }],
    },
  });
  startContainer(daemon, container);
  yield* log(`creating container ${containerName(node)}`, daemon.now() - begun);
}

/** The image from its registry, or, when that cannot be, the one that is here. */
function* theImage(daemon: Daemon, name: string, log: BootLog): Step<Image> {
  const begun = daemon.now();
  let failed: DockerError | undefined;
  try {
    yield* pullImage(daemon, withDefaultTag(parseReference(name)), {}, function* () {});
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    failed = error;
  }
  yield* log(`pulling image ${name}`, daemon.now() - begun);
  try {
    const image = findImage(daemon, name);
    if (failed !== undefined) yield* log(`pulling failed, using local image ${name}`, 0);
    return image;
  } catch (error) {
    if (failed === undefined || !(error instanceof DockerError)) throw error;
    throw failed;
  }
}
