import type { HealthConfig, RunConfig } from '../image/index.ts';

/** A run config under construction: the fields a Dockerfile can set. `undefined` is Go's nil, an empty list is not. */
export interface Draft {
  user: string;
  exposedPorts: Set<string> | undefined;
  env: string[];
  cmd: readonly string[] | undefined;
  healthcheck: HealthConfig | undefined;
  argsEscaped: boolean;
  /** The image this one is built on, as the classic builder keeps it. */
  image: string;
  volumes: Set<string> | undefined;
  workingDir: string;
  entrypoint: readonly string[] | undefined;
  onBuild: string[] | undefined;
  labels: Map<string, string> | undefined;
  stopSignal: string;
  stopTimeout: number | undefined;
  shell: readonly string[] | undefined;
}

export function emptyDraft(): Draft {
  return {
    user: '',
    exposedPorts: undefined,
    env: [],
    cmd: undefined,
    healthcheck: undefined,
    argsEscaped: false,
    image: '',
    volumes: undefined,
    workingDir: '',
    entrypoint: undefined,
    onBuild: undefined,
    labels: undefined,
    stopSignal: '',
    stopTimeout: undefined,
    shell: undefined,
  };
}

export function draftOf(config: RunConfig | undefined): Draft {
  const c = config ?? {};
  return {
    user: c.User ?? '',
    exposedPorts: c.ExposedPorts ? new Set(Object.keys(c.ExposedPorts)) : undefined,
    env: [...(c.Env ?? [])],
    cmd: c.Cmd ?? undefined,
    healthcheck: c.Healthcheck ?? undefined,
    argsEscaped: c.ArgsEscaped ?? false,
    image: c.Image ?? '',
    volumes: c.Volumes ? new Set(Object.keys(c.Volumes)) : undefined,
    workingDir: c.WorkingDir ?? '',
    entrypoint: c.Entrypoint ?? undefined,
    onBuild: c.OnBuild ? [...c.OnBuild] : undefined,
    labels: c.Labels ? new Map(Object.entries(c.Labels)) : undefined,
    stopSignal: c.StopSignal ?? '',
    stopTimeout: c.StopTimeout ?? undefined,
    shell: c.Shell ?? undefined,
  };
}

export function copyDraft(draft: Draft, changes: Partial<Draft> = {}): Draft {
  return {
    ...draft,
    env: [...draft.env],
    exposedPorts: draft.exposedPorts && new Set(draft.exposedPorts),
    volumes: draft.volumes && new Set(draft.volumes),
    onBuild: draft.onBuild && [...draft.onBuild],
    labels: draft.labels && new Map(draft.labels),
    ...changes,
  };
}

/** The draft as the config that containers and inspect see: only what is set. */
export function runConfigOf(draft: Draft): RunConfig {
  return {
    ...(draft.user === '' ? {} : { User: draft.user }),
    ...(draft.exposedPorts === undefined ? {} : { ExposedPorts: emptyObjects(draft.exposedPorts) }),
    ...(draft.env.length === 0 ? {} : { Env: draft.env }),
    ...(draft.cmd === undefined ? {} : { Cmd: draft.cmd }),
    ...(draft.healthcheck === undefined ? {} : { Healthcheck: draft.healthcheck }),
    ...(draft.argsEscaped ? { ArgsEscaped: true } : {}),
    ...(draft.image === '' ? {} : { Image: draft.image }),
    ...(draft.volumes === undefined ? {} : { Volumes: emptyObjects(draft.volumes) }),
    ...(draft.workingDir === '' ? {} : { WorkingDir: draft.workingDir }),
    ...(draft.entrypoint === undefined ? {} : { Entrypoint: draft.entrypoint }),
    ...(draft.onBuild === undefined ? {} : { OnBuild: draft.onBuild }),
    ...(draft.labels === undefined ? {} : { Labels: Object.fromEntries(draft.labels) }),
    ...(draft.stopSignal === '' ? {} : { StopSignal: draft.stopSignal }),
    ...(draft.stopTimeout === undefined ? {} : { StopTimeout: draft.stopTimeout }),
    ...(draft.shell === undefined ? {} : { Shell: draft.shell }),
  };
}

export function emptyObjects(keys: Iterable<string>): Record<string, Record<string, never>> {
  return Object.fromEntries([...keys].sort().map((key) => [key, {}]));
}

/** Sets a variable in place, or adds it at the end. */
export function setEnv(env: string[], name: string, value: string): void {
  const at = env.findIndex((item) => item.split('=', 1)[0] === name);
  if (at >= 0) env[at] = `${name}=${value}`;
  else env.push(`${name}=${value}`);
}

export const shellOf = (draft: Draft): readonly string[] =>
  draft.shell === undefined || draft.shell.length === 0 ? ['/bin/sh', '-c'] : draft.shell;
