import { repoDigestsOf, repoTagsOf } from '../../../engine/daemon/image/index.ts';
import { type Daemon, rfc3339 } from '../../../engine/daemon/index.ts';
import { type ChainID, hexOf, sha256 } from '../../../engine/digest/index.ts';
import { dockerConfigJson, type HealthConfig, healthJson, type ImageConfig, sortedKeys } from '../../../engine/image/index.ts';
import { profileFacts } from '../../../engine/profile/index.ts';
import { type Descriptor, type Image, imageSize, stackOf } from '../../../engine/store/index.ts';
import { type Inspected, type Json, typedValue } from '../../format/index.ts';

const ZERO_TIME = '0001-01-01T00:00:00Z';

/** An image as `docker inspect` prints it, fields in the engine's order. Source: moby api/types/image InspectResponse. */
export function imageJson(daemon: Daemon, image: Image, onePlatform = false): Json {
  if (profileFacts(daemon.state).release === '20.10') return imageJson2010(daemon, image);
  const { config } = image;
  const target = onePlatform ? image.manifest : image.target;
  return {
    Id: target?.digest ?? image.id,
    RepoTags: repoTagsOf(daemon, image.id),
    RepoDigests: repoDigestsOf(daemon, image.id),
    Parent: image.parent ?? '',
    Comment: config.comment || (config.history ?? []).at(-1)?.comment || '',
    ...(config.created === undefined ? {} : { Created: config.created }),
    DockerVersion: target === undefined ? (config.docker_version ?? '') : '',
    Author: config.author ?? '',
    Architecture: config.architecture ?? '',
    ...(config.variant ? { Variant: config.variant } : {}),
    Os: config.os ?? '',
    Size: imageSize(daemon.state.images, image),
    GraphDriver: target === undefined ? { Data: overlayDirs(stackOf(image)), Name: 'overlay2' } : { Data: null, Name: 'overlayfs' },
    RootFS: {
      Type: 'layers',
      ...(config.rootfs.diff_ids === undefined || config.rootfs.diff_ids.length === 0 ? {} : { Layers: config.rootfs.diff_ids }),
    },
    Metadata: { LastTagTime: image.lastTagged === undefined ? ZERO_TIME : rfc3339(image.lastTagged) },
    ...(target === undefined ? {} : { Descriptor: descriptorJson(target) }),
    Config: configJson(config.config),
  };
}

/** The same of Docker 20.10, with the whole config of the step that made it. Source: moby v20.10 api/types ImageInspect. */
function imageJson2010(daemon: Daemon, image: Image): Json {
  const { config } = image;
  const size = imageSize(daemon.state.images, image);
  return {
    Id: image.id,
    RepoTags: repoTagsOf(daemon, image.id),
    RepoDigests: repoDigestsOf(daemon, image.id),
    Parent: image.parent ?? '',
    Comment: config.comment || (config.history ?? []).at(-1)?.comment || '',
    Created: config.created ?? '',
    Container: config.container ?? '',
    ContainerConfig: asJson(dockerConfigJson(config.container_config)),
    DockerVersion: config.docker_version ?? '',
    Author: config.author ?? '',
    Config: asJson(dockerConfigJson(config.config)),
    Architecture: config.architecture ?? '',
    ...(config.variant ? { Variant: config.variant } : {}),
    Os: config.os ?? '',
    Size: size,
    VirtualSize: size,
    GraphDriver: { Data: overlayDirs(stackOf(image)), Name: 'overlay2' },
    RootFS: { Type: 'layers', ...(config.rootfs.diff_ids.length === 0 ? {} : { Layers: config.rootfs.diff_ids }) },
    Metadata: { LastTagTime: image.lastTagged === undefined ? ZERO_TIME : rfc3339(image.lastTagged) },
  };
}

/** Without members that are undefined. */
const asJson = (value: Record<string, unknown>): Json => JSON.parse(JSON.stringify(value)) as Json;

/** An image for templates and printing. */
export function inspectedImage(daemon: Daemon, image: Image, onePlatform = false): Inspected {
  const raw = imageJson(daemon, image, onePlatform);
  return { raw, typed: typedValue('image.InspectResponse', raw), escaped: true };
}

/** A descriptor, members in the order of image-spec. */
export const descriptorJson = ({ mediaType, digest, size, annotations, platform }: Descriptor): Json => ({
  mediaType,
  digest,
  size,
  ...(annotations === undefined ? {} : { annotations: sortedKeys(annotations) }),
  ...(platform === undefined ? {} : { platform: { ...platform } }),
});

/** Name of a layer's directory in the overlay2 driver: as long as a real one, and always the same. */
const layerName = (id: ChainID): string => hexOf(sha256(`overlay2 ${id}`));

function overlayDirs(stack: readonly ChainID[]): Json {
  const top = stack.at(-1);
  if (top === undefined) return null;
  const dir = (id: ChainID): string => `/var/lib/docker/overlay2/${layerName(id)}`;
  const lower = stack.slice(0, -1).reverse();
  return {
    ...(lower.length === 0 ? {} : { LowerDir: lower.map((id) => `${dir(id)}/diff`).join(':') }),
    MergedDir: `${dir(top)}/merged`,
    UpperDir: `${dir(top)}/diff`,
    WorkDir: `${dir(top)}/work`,
  };
}

const list = (items: readonly string[] | null | undefined): Json => (items == null || items.length === 0 ? null : items);
const map = <T extends Json>(items: Readonly<Record<string, T>> | null | undefined): Json =>
  items == null || Object.keys(items).length === 0 ? null : sortedKeys(items);

/** The image's run config with the members that are always there, keys in byte order; what is empty counts as not set. */
function configJson(config: ImageConfig['config']): Json {
  const c = config ?? {};
  const optional: Record<string, Json> = {
    ...(c.ArgsEscaped ? { ArgsEscaped: true } : {}),
    ...(map(c.ExposedPorts) === null ? {} : { ExposedPorts: map(c.ExposedPorts) }),
    ...(c.Healthcheck == null ? {} : { Healthcheck: healthcheckJson(c.Healthcheck) }),
    ...(list(c.Shell) === null ? {} : { Shell: list(c.Shell) }),
    ...(c.StopSignal ? { StopSignal: c.StopSignal } : {}),
  };
  return sortedKeys<Json>({
    ...optional,
    Cmd: list(c.Cmd),
    Entrypoint: list(c.Entrypoint),
    Env: list(c.Env),
    Labels: map(c.Labels),
    OnBuild: list(c.OnBuild),
    User: c.User ?? '',
    Volumes: map(c.Volumes),
    WorkingDir: c.WorkingDir ?? '',
  });
}

function healthcheckJson(health: HealthConfig): Json {
  const set = Object.entries(healthJson(health)).filter(([, value]) => value !== undefined);
  return sortedKeys(Object.fromEntries(set) as Record<string, Json>);
}
