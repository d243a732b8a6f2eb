import type { HostConfig, MountRequest } from '../../../engine/container/index.ts';
import { defaultHostConfig } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { HealthConfig, RunConfig } from '../../../engine/image/index.ts';
import { encodeText, SysError } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { type ParsedFlags, parseMount } from '../../flags/index.ts';
import { OptionError } from './option-error.ts';
import { parsePorts } from './ports.ts';

/** What the flags of `docker run` and `docker create` ask for. Source: docker/cli cli/command/container/opts.go. */
export interface ContainerOptions {
  readonly config: RunConfig;
  readonly hostConfig: HostConfig;
  readonly name: string;
}

/** `args` are the image and the command after it. Throws OptionError. */
export function containerOptions(context: Context, flags: ParsedFlags, args: readonly string[]): ContainerOptions {
  const tty = flags.bool('tty');
  const stdin = flags.bool('interactive');
  const attach = flags.list('attach');
  const detach = flags.has('detach') && flags.bool('detach');
  const all = attach.length === 0 && !detach;
  const command = args.slice(1);
  const ports = parsePorts(flags.list('publish'), flags.list('expose'));
  const config: Record<string, unknown> = {
    Hostname: flags.string('hostname'),
    Domainname: flags.string('domainname'),
    User: flags.string('user'),
    AttachStdin: attach.includes('stdin') || (all && stdin),
    AttachStdout: attach.includes('stdout') || all,
    AttachStderr: attach.includes('stderr') || all,
    Tty: tty,
    OpenStdin: stdin,
    StdinOnce: stdin && (attach.includes('stdin') || all),
    Env: environment(context, flags),
    WorkingDir: flags.string('workdir'),
    Image: args[0],
    Labels: labels(context, flags),
  };
  if (Object.keys(ports.exposed).length > 0) config.ExposedPorts = ports.exposed;
  if (command.length > 0) config.Cmd = command;
  if (flags.changed('entrypoint')) config.Entrypoint = [flags.string('entrypoint')];
  if (flags.string('stop-signal') !== '') config.StopSignal = flags.string('stop-signal');
  if (flags.changed('stop-timeout')) config.StopTimeout = flags.int('stop-timeout');
  const health = healthOptions(flags);
  if (health !== undefined) config.Healthcheck = health;
  const { binds, volumes } = splitVolumes(context, flags.list('volume'));
  if (Object.keys(volumes).length > 0) config.Volumes = volumes;
  return { config: config as RunConfig, hostConfig: hostOptions(context, flags, binds, ports.bindings), name: flags.string('name') };
}

function hostOptions(context: Context, flags: ParsedFlags, binds: string[], bindings: HostConfig['PortBindings']): HostConfig {
  const restart = restartPolicy(flags.string('restart'));
  if (flags.bool('rm') && restart.Name !== 'no' && restart.Name !== '')
    throw new OptionError('conflicting options: cannot specify both --restart and --rm');
  const network = flags.string('network');
  return {
    ...defaultHostConfig,
    Binds: binds,
    NetworkMode: network === '' || network === 'default' ? 'bridge' : network,
    PortBindings: bindings,
    RestartPolicy: restart,
    AutoRemove: flags.bool('rm'),
    ReadonlyRootfs: flags.bool('read-only'),
    Privileged: flags.bool('privileged'),
    PublishAllPorts: flags.bool('publish-all'),
    ...(flags.changed('init') ? { Init: flags.bool('init') } : {}),
    Memory: flags.int('memory'),
    MemorySwap: flags.int('memory-swap'),
    MemoryReservation: flags.int('memory-reservation'),
    NanoCpus: Number(flags.nanos('cpus')),
    CpuShares: flags.int('cpu-shares'),
    ...(flags.changed('pids-limit') ? { PidsLimit: flags.int('pids-limit') } : {}),
    Tmpfs: Object.fromEntries(flags.list('tmpfs').map((item) => splitOnce(item, ':'))),
    VolumesFrom: flags.list('volumes-from'),
    ExtraHosts: flags.list('add-host'),
    Dns: flags.list('dns'),
    CapAdd: flags.list('cap-add'),
    CapDrop: flags.list('cap-drop'),
    SecurityOpt: flags.list('security-opt'),
    GroupAdd: flags.list('group-add'),
    LogConfig: { Type: flags.string('log-driver') || 'json-file', Config: Object.fromEntries(flags.map('log-opt')) },
    Mounts: flags.list('mount').map((text) => mountRequest(context, text)),
  };
}

const splitOnce = (text: string, by: string): [string, string] => {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

function mountRequest(context: Context, text: string): MountRequest {
  const mount = parseMount(text);
  if (typeof mount === 'string') throw new OptionError(mount);
  if (mount.type !== 'bind' && mount.type !== 'volume' && mount.type !== 'tmpfs') {
    throw new DockerError('NotSimulated', `mounts of type "${mount.type}" are not simulated`);
  }
  const source = mount.type === 'bind' ? absolute(context, mount.source) : mount.source;
  return {
    Type: mount.type,
    ...(source === '' ? {} : { Source: source }),
    Target: mount.target,
    ...(mount.readOnly ? { ReadOnly: true } : {}),
  };
}

/** `.` and `./x` mean the working directory; other relative paths are volume names. */
const absolute = (context: Context, source: string): string =>
  /^\.{1,2}(\/|$)/.test(source) ? `${context.process.cwd}/${source}` : source;

function splitVolumes(context: Context, list: readonly string[]): { binds: string[]; volumes: Record<string, Record<string, never>> } {
  const binds: string[] = [];
  const volumes: Record<string, Record<string, never>> = {};
  for (const item of list) {
    if (!item.includes(':')) volumes[item] = {};
    else binds.push(absolute(context, item));
  }
  return { binds, volumes };
}

function environment(context: Context, flags: ParsedFlags): string[] {
  const items = [...flags.list('env-file').flatMap((path) => fileLines(context, path)), ...flags.list('env')];
  const out: string[] = [];
  for (const item of items) {
    const value = item.includes('=') ? item : fromEnvironment(context, item);
    if (value === undefined) continue;
    const name = value.split('=', 1)[0];
    const at = out.findIndex((other) => other.split('=', 1)[0] === name);
    if (at >= 0) out.splice(at, 1);
    out.push(value);
  }
  return out;
}

function fromEnvironment(context: Context, name: string): string | undefined {
  const value = context.env(name);
  return value === undefined ? undefined : `${name}=${value}`;
}

function labels(context: Context, flags: ParsedFlags): Record<string, string> {
  const items = [...flags.list('label-file').flatMap((path) => fileLines(context, path)), ...flags.list('label')];
  return Object.fromEntries(items.map((item) => splitOnce(item, '=')));
}

/** Lines of an `--env-file` or `--label-file`, comments and blank lines left out. */
function fileLines(context: Context, path: string): string[] {
  try {
    const text = new TextDecoder().decode(context.process.fs.readFile(encodeText(path)));
    return text
      .split(/\r?\n/)
      .map((line) => line.trimStart())
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new OptionError(`open ${path}: ${error.message.toLowerCase()}`);
  }
}

function restartPolicy(text: string): HostConfig['RestartPolicy'] {
  if (text === '') return { Name: 'no', MaximumRetryCount: 0 };
  const [name = '', count, ...more] = text.split(':');
  if (more.length > 0) throw new OptionError('invalid restart policy format: maximum retry count must be an integer');
  if (count !== undefined && !/^-?\d+$/.test(count))
    throw new OptionError('invalid restart policy format: maximum retry count must be an integer');
  if (name === '') throw new OptionError('invalid restart policy format: no policy provided before colon');
  return { Name: name, MaximumRetryCount: Number(count ?? 0) };
}

function healthOptions(flags: ParsedFlags): HealthConfig | undefined {
  const names = ['health-interval', 'health-timeout', 'health-start-period', 'health-start-interval'] as const;
  const given = flags.string('health-cmd') !== '' || flags.int('health-retries') !== 0 || names.some((name) => flags.nanos(name) !== 0n);
  if (flags.bool('no-healthcheck')) {
    if (given) throw new OptionError('--no-healthcheck conflicts with --health-* options');
    return { Test: ['NONE'] };
  }
  if (!given) return undefined;
  for (const name of names) if (flags.nanos(name) < 0n) throw new OptionError(`--${name} cannot be negative`);
  if (flags.int('health-retries') < 0) throw new OptionError('--health-retries cannot be negative');
  const command = flags.string('health-cmd');
  return {
    ...(command === '' ? {} : { Test: ['CMD-SHELL', command] }),
    Interval: Number(flags.nanos('health-interval')),
    Timeout: Number(flags.nanos('health-timeout')),
    StartPeriod: Number(flags.nanos('health-start-period')),
    StartInterval: Number(flags.nanos('health-start-interval')),
    Retries: flags.int('health-retries'),
  };
}
