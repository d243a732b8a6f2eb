import type { DiffID } from '../digest/index.ts';

/** Health check settings; durations in nanoseconds (moby api/types/container HealthConfig). */
export interface HealthConfig {
  readonly Test?: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
  readonly Retries?: number;
}

/**
 * The part of an image or container that says how to run it. Keys and spelling as in JSON (image-spec config.md "config";
 * moby api/types/container Config). Absent means not set.
 */
export interface RunConfig {
  readonly Hostname?: string;
  readonly Domainname?: string;
  readonly User?: string;
  readonly AttachStdin?: boolean;
  readonly AttachStdout?: boolean;
  readonly AttachStderr?: boolean;
  readonly ExposedPorts?: Readonly<Record<string, Record<string, never>>>;
  readonly Tty?: boolean;
  readonly OpenStdin?: boolean;
  readonly StdinOnce?: boolean;
  readonly Env?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Healthcheck?: HealthConfig;
  readonly ArgsEscaped?: boolean;
  readonly Image?: string;
  readonly Volumes?: Readonly<Record<string, Record<string, never>>>;
  readonly WorkingDir?: string;
  readonly Entrypoint?: readonly string[];
  readonly NetworkDisabled?: boolean;
  readonly OnBuild?: readonly string[];
  readonly Labels?: Readonly<Record<string, string>>;
  readonly StopSignal?: string;
  readonly StopTimeout?: number;
  readonly Shell?: readonly string[];
}

/** One row of an image's history, oldest first in the config (image-spec config.md "history"). */
export interface History {
  readonly created?: string;
  readonly created_by?: string;
  readonly author?: string;
  readonly comment?: string;
  /** The row made no layer. */
  readonly empty_layer?: boolean;
}

/** The image config JSON (image-spec config.md; moby image/spec v1.2). Times are RFC 3339 with nanoseconds. */
export interface ImageConfig {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string;
  readonly created?: string;
  readonly author?: string;
  readonly comment?: string;
  readonly config?: RunConfig;
  readonly container?: string;
  readonly container_config?: RunConfig;
  readonly docker_version?: string;
  readonly rootfs: { readonly type: 'layers'; readonly diff_ids: readonly DiffID[] };
  readonly history?: readonly History[];
  readonly 'moby.buildkit.buildinfo.v1'?: string;
  readonly 'moby.buildkit.cache.v0'?: unknown;
}
