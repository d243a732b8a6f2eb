import type { HostConfig } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { RunConfig } from '../../image/index.ts';
import { verifySecurityOptions } from './privileges.ts';
import { parseSignal } from './signal.ts';
import { verifyResources } from './verify-resources.ts';

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/**
 * Throws DockerError for settings that no container can have, before its image is looked for. Source: moby daemon/container.go
 * verifyContainerSettings.
 */
export function verifySettings(config: RunConfig, host: HostConfig): void {
  verifyConfig(config);
  verifyRestartPolicy(host.RestartPolicy);
  if (host.AutoRemove && !['', 'no'].includes(host.RestartPolicy.Name))
    throw invalid("can't create 'AutoRemove' container with restart policy");
  if (Object.hasOwn(host.Annotations ?? {}, ''))
    throw invalid('invalid Annotations: the empty string is not permitted as an annotation key');
  verifyCapabilities('CapAdd', host.CapAdd ?? []);
  verifyCapabilities('CapDrop', host.CapDrop ?? []);
  if (!['', 'default'].includes(host.Isolation ?? ''))
    throw invalid(`invalid isolation (${host.Isolation}): linux only supports 'default'`);
  verifyResources(host);
  if (!/^(|none|private|shareable|host|container:.+)$/.test(host.IpcMode ?? '')) throw invalid(`invalid IPC mode: ${host.IpcMode}`);
  if (!['', 'runc', 'io.containerd.runc.v2'].includes(host.Runtime ?? ''))
    throw invalid(`unknown or invalid runtime name: ${host.Runtime}`);
  for (const path of Object.keys(host.Tmpfs ?? {})) {
    if (!path.startsWith('/')) throw invalid(`invalid mount path: '${path}' mount path must be absolute`);
    if (/^[/.]*$/.test(path)) throw invalid("invalid specification: destination can't be '/'");
  }
}

/** Throws DockerError for what is found wrong only once the image is there: log drivers and security options. */
export function verifyDrivers(host: HostConfig): void {
  verifySecurityOptions(host.SecurityOpt ?? []);
  verifyLogging(host.LogConfig);
}

function verifyConfig(config: RunConfig): void {
  const { WorkingDir = '', StopSignal = '', Healthcheck } = config;
  if (WorkingDir !== '' && !WorkingDir.startsWith('/'))
    throw invalid(`the working directory '${WorkingDir}' is invalid, it needs to be an absolute path`);
  if (StopSignal !== '' && parseSignal(StopSignal) === undefined) throw invalid(`invalid signal: ${StopSignal}`);
  for (const [field, text] of [
    ['Interval', 'Interval'],
    ['Timeout', 'Timeout'],
    ['StartPeriod', 'StartPeriod'],
    ['StartInterval', 'StartInterval'],
  ] as const) {
    const nanos = Healthcheck?.[field] ?? 0;
    if (nanos !== 0 && nanos < 1e6) throw invalid(`${text} in Healthcheck cannot be less than 1ms`);
  }
}

/** Throws for a restart policy that does not exist. Source: moby runconfig/hostconfig.go, api/types/container/hostconfig.go. */
export function verifyRestartPolicy({ Name, MaximumRetryCount }: HostConfig['RestartPolicy']): void {
  const say = (message: string): DockerError => invalid(`invalid restart policy: ${message}`);
  if (Name === '') return;
  if (Name === 'on-failure') {
    if (MaximumRetryCount < 0) throw say('maximum retry count cannot be negative');
    return;
  }
  if (Name !== 'always' && Name !== 'no' && Name !== 'unless-stopped')
    throw say(`unknown policy '${Name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`);
  if (MaximumRetryCount !== 0)
    throw say(`maximum retry count can only be used with 'on-failure'${MaximumRetryCount < 0 ? ' and cannot be negative' : ''}`);
}

const CAPABILITIES = new Set(
  'AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG SYSLOG WAKE_ALARM ALL'.split(
    ' ',
  ),
);

/** A capability as the engine keeps it: upper case, with `CAP_`, but for `ALL`. */
export function capabilityName(name: string): string {
  const upper = name.toUpperCase();
  return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
}

function verifyCapabilities(field: string, names: readonly string[]): void {
  for (const name of names.map(capabilityName))
    if (!CAPABILITIES.has(name.replace(/^CAP_/, ''))) throw invalid(`invalid ${field}: unknown capability: "${name}"`);
}

const LOG_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'json-file': ['max-file', 'max-size', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag', 'mode', 'max-buffer-size'],
  local: ['max-file', 'max-size', 'compress', 'mode', 'max-buffer-size'],
  none: ['mode', 'max-buffer-size'],
};
const OTHER_DRIVERS = ['awslogs', 'etwlogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'splunk', 'syslog'];

function verifyLogging({ Type, Config }: HostConfig['LogConfig']): void {
  const known = LOG_OPTIONS[Type];
  if (OTHER_DRIVERS.includes(Type)) throw new DockerError('NotSimulated', `the log driver ${Type} is not simulated`);
  if (known === undefined) throw invalid(`error looking up logging plugin ${Type}: plugin "${Type}" not found`);
  const wrong = Object.keys(Config).find((key) => !known.includes(key));
  if (wrong !== undefined) throw invalid(`unknown log opt '${wrong}' for ${Type} log driver`);
}
