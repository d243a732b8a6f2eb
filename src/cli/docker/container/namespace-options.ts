import { findContainer } from '../../../engine/daemon/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { encodeText } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { OptionError } from './option-error.ts';

/** Throws OptionError for `--pid`, `--uts`, `--userns` and `--cgroupns` that the client refuses. */
export function checkNamespaces(flags: ParsedFlags): void {
  const pid = flags.string('pid');
  if (pid !== '' && pid !== 'host' && !/^container:.+$/.test(pid)) throw new OptionError('--pid: invalid PID mode');
  if (!['', 'host'].includes(flags.string('uts'))) throw new OptionError('--uts: invalid UTS mode');
  if (!['', 'host'].includes(flags.string('userns'))) throw new OptionError('--userns: invalid USER mode');
  if (!['', 'host', 'private'].includes(flags.string('cgroupns'))) throw new OptionError('--cgroupns: invalid CGROUP mode');
}

/** What each flag would need, for those that Strata cannot honour: ignoring them would show something untrue. */
const MISSING: readonly (readonly [flag: string, value: RegExp, what: string])[] = [
  ['pid', /./, 'sharing process numbers'],
  ['uts', /./, 'sharing the host name of the host'],
  ['ipc', /^host$/, 'sharing memory with the host'],
  ['userns', /./, 'user namespaces'],
  ['device', /./, 'devices of the host'],
  ['device-cgroup-rule', /./, 'device rules'],
  ['link-local-ip', /./, 'link-local addresses'],
  ['use-api-socket', /^true$/, "the engine's socket inside a container"],
];

/** Throws DockerError for storage options, and for links to containers that are not there, in the engine's words. */
export function checkRefused(daemon: Daemon, flags: ParsedFlags): void {
  if (flags.list('storage-opt').length > 0) {
    throw new DockerError('System', "--storage-opt is supported only for overlay over xfs with 'pquota' mount option");
  }
  for (const link of flags.list('link')) {
    const ref = link.split(':')[0]!;
    try {
      findContainer(daemon, ref);
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      throw new DockerError(error.code, `could not get container for ${ref}: ${error.message}`);
    }
  }
}

const DEVICE_MODE = /^[rwm]{1,3}$/;

/** Throws OptionError for a `--device` that is no path and a `--storage-opt` that is no pair. Source: docker/cli cli/command/container/opts.go validatePath. */
export function checkDevices(flags: ParsedFlags): void {
  if (flags.list('storage-opt').some((option) => !option.includes('='))) throw new OptionError('invalid storage option');
  for (const text of flags.list('device')) {
    const parts = text.split(':');
    if (parts.length > 3 || parts[0] === '') throw new OptionError(`bad format for path: ${text}`);
    const [source = '', target, mode] = parts;
    const inside = target === undefined || (mode === undefined && DEVICE_MODE.test(target)) ? source : target;
    if (mode !== undefined && !DEVICE_MODE.test(mode)) throw new OptionError(`bad mode specified: ${mode}`);
    if (!inside.startsWith('/')) throw new OptionError(`${inside} is not an absolute path`);
  }
}

const WINDOWS_ONLY = ['cpu-count', 'cpu-percent', 'io-maxbandwidth', 'io-maxiops'];

/** What the client says of a flag that only an engine on Windows knows. */
export function windowsFlag(flags: ParsedFlags): string | undefined {
  const given = WINDOWS_ONLY.find((name) => flags.changed(name));
  return given === undefined
    ? undefined
    : `"--${given}" is only supported on a Docker daemon running on windows, but the Docker daemon is running on linux`;
}

/** A device that the host lacks is refused when the container starts. */
const isThere = (context: Context, device: string): boolean => context.process.fs.exists(encodeText(device.split(':')[0]!));

/** Throws DockerError NotSimulated for the first flag that Strata cannot honour. */
export function checkNotSimulated(context: Context, flags: ParsedFlags): void {
  for (const [flag, value, what] of MISSING) {
    const asked = flags.list(flag).filter((given) => flag !== 'device' || isThere(context, given));
    if (asked.some((given) => value.test(given))) throw new DockerError('NotSimulated', `--${flag}: ${what} cannot be simulated`);
  }
}
