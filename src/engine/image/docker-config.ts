import type { HealthConfig, RunConfig } from './config.ts';
import { sortedKeys } from './json.ts';

/**
 * A run config with the members, order and empty values that moby's own config type has in JSON (moby api/types/container Config). An
 * unset config gives the zero value.
 */
export function dockerConfigJson(config: RunConfig | undefined): Record<string, unknown> {
  const c = config ?? {};
  return {
    Hostname: c.Hostname ?? '',
    Domainname: c.Domainname ?? '',
    User: c.User ?? '',
    AttachStdin: c.AttachStdin ?? false,
    AttachStdout: c.AttachStdout ?? false,
    AttachStderr: c.AttachStderr ?? false,
    ExposedPorts: c.ExposedPorts == null ? undefined : sortedKeys(c.ExposedPorts),
    Tty: c.Tty ?? false,
    OpenStdin: c.OpenStdin ?? false,
    StdinOnce: c.StdinOnce ?? false,
    Env: c.Env ?? null,
    Cmd: c.Cmd ?? null,
    Healthcheck: c.Healthcheck == null ? undefined : healthJson(c.Healthcheck),
    ArgsEscaped: c.ArgsEscaped || undefined,
    Image: c.Image ?? '',
    Volumes: c.Volumes == null ? null : sortedKeys(c.Volumes),
    WorkingDir: c.WorkingDir ?? '',
    Entrypoint: c.Entrypoint ?? null,
    NetworkDisabled: c.NetworkDisabled || undefined,
    OnBuild: c.OnBuild ?? null,
    Labels: c.Labels == null ? null : sortedKeys(c.Labels),
    StopSignal: c.StopSignal || undefined,
    StopTimeout: c.StopTimeout ?? undefined,
    Shell: c.Shell == null || c.Shell.length === 0 ? undefined : c.Shell,
  };
}

/** A run config as image-spec has it, Docker's own members after it; what is empty is left out. */
export function ociConfigJson(config: RunConfig): Record<string, unknown> {
  const list = <T>(items: readonly T[] | null | undefined): readonly T[] | undefined =>
    items == null || items.length === 0 ? undefined : items;
  const map = <T>(items: Readonly<Record<string, T>> | null | undefined): Record<string, T> | undefined =>
    items == null || Object.keys(items).length === 0 ? undefined : sortedKeys(items);
  return {
    User: config.User || undefined,
    ExposedPorts: map(config.ExposedPorts),
    Env: list(config.Env),
    Entrypoint: list(config.Entrypoint),
    Cmd: list(config.Cmd),
    Volumes: map(config.Volumes),
    WorkingDir: config.WorkingDir || undefined,
    Labels: map(config.Labels),
    StopSignal: config.StopSignal || undefined,
    ArgsEscaped: config.ArgsEscaped || undefined,
    Healthcheck: config.Healthcheck == null ? undefined : healthJson(config.Healthcheck),
    OnBuild: list(config.OnBuild),
    Shell: list(config.Shell),
  };
}

/** Health settings with zero values left out, in Go's order. */
export function healthJson(health: HealthConfig): Record<string, unknown> {
  const { Test, Interval, Timeout, StartPeriod, StartInterval, Retries } = health;
  return {
    Test: Test == null || Test.length === 0 ? undefined : Test,
    Interval: Interval || undefined,
    Timeout: Timeout || undefined,
    StartPeriod: StartPeriod || undefined,
    StartInterval: StartInterval || undefined,
    Retries: Retries || undefined,
  };
}
