import type { DiffID } from '../digest/index.ts';
import { goJson, type HealthConfig, type History, type ImageConfig } from '../image/index.ts';
import { type Draft, emptyObjects } from './draft.ts';

const sortedObject = (map: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Health settings with zero values left out, in Go's field order. */
function health(config: HealthConfig): object {
  const { Test, Interval, Timeout, StartPeriod, StartInterval, Retries } = config;
  return {
    Test,
    Interval: Interval || undefined,
    Timeout: Timeout || undefined,
    StartPeriod: StartPeriod || undefined,
    StartInterval: StartInterval || undefined,
    Retries: Retries || undefined,
  };
}

/** moby's container.Config as its JSON orders it. `hostname` is empty in an image's own config. */
export function dockerConfig(draft: Draft, hostname = ''): object {
  return {
    Hostname: hostname,
    Domainname: '',
    User: draft.user,
    AttachStdin: false,
    AttachStdout: false,
    AttachStderr: false,
    ExposedPorts: draft.exposedPorts === undefined ? undefined : emptyObjects(draft.exposedPorts),
    Tty: false,
    OpenStdin: false,
    StdinOnce: false,
    Env: draft.env,
    Cmd: draft.cmd ?? null,
    Healthcheck: draft.healthcheck === undefined ? undefined : health(draft.healthcheck),
    ArgsEscaped: draft.argsEscaped || undefined,
    Image: draft.image,
    Volumes: draft.volumes === undefined ? null : emptyObjects(draft.volumes),
    WorkingDir: draft.workingDir,
    Entrypoint: draft.entrypoint ?? null,
    OnBuild: draft.onBuild ?? null,
    Labels: draft.labels === undefined ? null : sortedObject(draft.labels),
    StopSignal: draft.stopSignal || undefined,
    StopTimeout: draft.stopTimeout,
    Shell: draft.shell !== undefined && draft.shell.length > 0 ? draft.shell : undefined,
  };
}

/** docker-image-spec's config as BuildKit writes it: image-spec's fields first, Docker's own after them, nothing unset. */
export function ociConfig(draft: Draft): object {
  const list = <T>(items: readonly T[] | undefined): readonly T[] | undefined =>
    items === undefined || items.length === 0 ? undefined : items;
  return {
    User: draft.user || undefined,
    ExposedPorts: draft.exposedPorts?.size ? emptyObjects(draft.exposedPorts) : undefined,
    Env: list(draft.env),
    Entrypoint: list(draft.entrypoint),
    Cmd: list(draft.cmd),
    Volumes: draft.volumes?.size ? emptyObjects(draft.volumes) : undefined,
    WorkingDir: draft.workingDir || undefined,
    Labels: draft.labels?.size ? sortedObject(draft.labels) : undefined,
    StopSignal: draft.stopSignal || undefined,
    ArgsEscaped: draft.argsEscaped || undefined,
    Healthcheck: draft.healthcheck === undefined ? undefined : health(draft.healthcheck),
    OnBuild: list(draft.onBuild),
    Shell: list(draft.shell),
  };
}

/** One history row in Go's field order. */
const historyRow = ({ created, created_by, author, comment, empty_layer }: History): object => ({
  created,
  created_by: created_by || undefined,
  author: author || undefined,
  comment: comment || undefined,
  empty_layer: empty_layer || undefined,
});

interface Common {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string | undefined;
  readonly author: string;
  readonly created: string;
  readonly comment?: string;
  readonly history: readonly History[];
  readonly diffIDs: readonly DiffID[];
}

/** The config of an image that the classic builder or `docker commit` makes. Top-level keys are sorted, as moby's image.MarshalJSON leaves them. */
export function classicImageText(
  image: Common & {
    readonly config: Draft;
    readonly container: string;
    readonly containerConfig: Draft;
    readonly hostname: string;
    readonly version: string;
  },
): string {
  return goJson({
    architecture: image.architecture,
    author: image.author || undefined,
    comment: image.comment || undefined,
    config: dockerConfig(image.config),
    container: image.container || undefined,
    container_config: dockerConfig(image.containerConfig, image.hostname),
    created: image.created,
    docker_version: image.version,
    history: image.history.map(historyRow),
    os: image.os,
    rootfs: rootfs(image.diffIDs),
    variant: image.variant || undefined,
  });
}

/** The config of an image that the engine makes for containerd's store: image-spec's fields, those of the platform after the time and author. */
export function engineImageText(image: Common & { readonly config: Draft }): string {
  return goJson({
    created: image.created,
    author: image.author || undefined,
    architecture: image.architecture,
    os: image.os,
    variant: image.variant || undefined,
    rootfs: { type: 'layers', diff_ids: image.diffIDs.length > 0 ? image.diffIDs : null },
    history: image.history.map(historyRow),
    config: ociConfig(image.config),
  });
}

/** The config of an image that BuildKit makes. Source: buildkit exporter/containerimage/writer.go patchImageConfig. */
export function buildkitImageText(image: Omit<Common, 'created'> & { readonly created: string | null; readonly config: Draft }): string {
  return goJson({
    architecture: image.architecture,
    author: image.author || undefined,
    config: ociConfig(image.config),
    created: image.created,
    history: image.history.map(historyRow),
    os: image.os,
    rootfs: { type: 'layers', diff_ids: image.diffIDs.length > 0 ? image.diffIDs : null },
    variant: image.variant || undefined,
  });
}

const rootfs = (diffIDs: readonly DiffID[]): object => ({ type: 'layers', ...(diffIDs.length > 0 ? { diff_ids: diffIDs } : {}) });

/** The platform part of a base image's config. */
export const platformOf = (config: ImageConfig): { architecture: string; os: string; variant?: string | undefined } => ({
  architecture: config.architecture,
  os: config.os,
  variant: config.variant,
});
