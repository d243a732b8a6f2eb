import type { RunConfig } from '../../image/index.ts';

/**
 * A container's configuration: the user's, with the image's where the user said nothing. Source: moby daemon/commit.go merge.
 */
export function mergeConfig(user: RunConfig, image: RunConfig): RunConfig {
  const userEnv = eachOnce(user.Env ?? []);
  const named = new Set(userEnv.map(nameOf));
  const env = [...userEnv, ...(image.Env ?? []).filter((item) => !named.has(nameOf(item)))];
  const merged: Record<string, unknown> = { ...user, Env: env };
  const noEntrypoint = (user.Entrypoint ?? []).length === 0;
  if (noEntrypoint) {
    if ((user.Cmd ?? []).length === 0) {
      setOrDrop(merged, 'Cmd', image.Cmd);
      setOrDrop(merged, 'ArgsEscaped', image.ArgsEscaped);
    }
    if (user.Entrypoint === undefined) setOrDrop(merged, 'Entrypoint', image.Entrypoint);
  }
  const entrypoint = merged.Entrypoint as readonly string[] | undefined;
  if (entrypoint?.length === 1 && entrypoint[0] === '') delete merged.Entrypoint;
  for (const key of ['User', 'WorkingDir', 'StopSignal'] as const) if ((user[key] ?? '') === '') setOrDrop(merged, key, image[key]);
  if (user.StopTimeout === undefined) setOrDrop(merged, 'StopTimeout', image.StopTimeout);
  if (user.Shell === undefined) setOrDrop(merged, 'Shell', image.Shell);
  for (const key of ['ExposedPorts', 'Volumes'] as const) {
    if ((user[key] ?? image[key] ?? undefined) !== undefined) merged[key] = { ...image[key], ...user[key] };
  }
  if ((user.Labels ?? image.Labels ?? undefined) !== undefined) merged.Labels = { ...image.Labels, ...user.Labels };
  setOrDrop(merged, 'Healthcheck', mergeHealth(user.Healthcheck, image.Healthcheck));
  return merged as RunConfig;
}

function mergeHealth(user: RunConfig['Healthcheck'], image: RunConfig['Healthcheck']): RunConfig['Healthcheck'] {
  if (user === undefined || image === undefined) return user ?? image;
  const set = Object.fromEntries(
    Object.entries(user).filter(([key, value]) => (key === 'Test' ? (value as string[]).length > 0 : value !== 0)),
  );
  return { ...image, ...set };
}

function setOrDrop(target: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined || value === null) delete target[key];
  else target[key] = value;
}

/** The last value of each variable, at its first place. Docker keeps no order when a name comes twice. */
function eachOnce(items: readonly string[]): string[] {
  return [...new Map(items.map((item) => [nameOf(item), item])).values()];
}

const nameOf = (item: string): string => item.split('=', 1)[0]!;

/** What a container executes: entrypoint and command joined. Undefined when there is nothing to run. */
export function commandOf(config: RunConfig): { path: string; args: string[] } | undefined {
  const [path, ...args] = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
  return path === undefined ? undefined : { path, args };
}

const DEFAULT_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The environment a container's process starts with. Source: moby container/container.go CreateDaemonEnvironment. */
export function processEnv(config: RunConfig): string[] {
  const env = [DEFAULT_PATH, `HOSTNAME=${config.Hostname ?? ''}`, ...(config.Tty ? ['TERM=xterm'] : [])];
  for (const item of config.Env ?? []) {
    const name = nameOf(item);
    const at = env.findIndex((other) => nameOf(other) === name);
    if (!item.includes('=')) {
      if (at >= 0) env.splice(at, 1);
    } else if (at >= 0) env[at] = item;
    else env.push(item);
  }
  return env;
}
