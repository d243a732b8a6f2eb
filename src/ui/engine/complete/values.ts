// Values of docker's flags that are words from a list. Source: docker/cli cli/command/container/completion.go, docker/buildx.

export const plainValues: Readonly<Record<string, readonly string[]>> = {
  restart: ['no', 'always', 'unless-stopped', 'on-failure', 'on-failure:'],
  progress: ['auto', 'plain', 'tty', 'quiet', 'rawjson'],
  'log-level': ['debug', 'info', 'warn', 'error', 'fatal'],
  'log-driver': ['json-file', 'local', 'none', 'journald', 'syslog', 'fluentd', 'gelf'],
  platform: ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/386', 'linux/ppc64le', 'linux/riscv64', 'linux/s390x'],
  signal: ['SIGHUP', 'SIGINT', 'SIGKILL', 'SIGQUIT', 'SIGSTOP', 'SIGTERM', 'SIGUSR1', 'SIGUSR2', 'SIGCONT'],
  'stop-signal': ['SIGHUP', 'SIGINT', 'SIGKILL', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2'],
  attach: ['stdin', 'stdout', 'stderr'],
  ipc: ['none', 'private', 'shareable', 'host', 'container:'],
  pid: ['host', 'container:'],
  uts: ['host'],
  userns: ['host'],
  cgroupns: ['host', 'private'],
  isolation: ['default'],
  'security-opt': ['no-new-privileges', 'seccomp=', 'seccomp=unconfined', 'apparmor=', 'label='],
  call: ['build', 'check', 'outline', 'targets'],
  output: ['type=docker', 'type=image', 'type=local,dest=', 'type=oci,dest=', 'type=registry', 'type=tar,dest='],
  attest: ['type=provenance', 'type=sbom'],
  provenance: ['false', 'true', 'mode=min', 'mode=max'],
  sbom: ['false', 'true'],
  'cache-to': ['type=inline', 'type=local,dest=', 'type=registry,ref='],
  'cache-from': ['type=local,src=', 'type=registry,ref='],
  secret: ['id='],
  ssh: ['default'],
  type: ['container', 'image', 'network', 'volume'],
  tail: ['all', '10', '100'],
};

export const capabilities: readonly string[] = [
  'ALL',
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_ADMIN',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_ADMIN',
  'SYS_CHROOT',
  'SYS_NICE',
  'SYS_PTRACE',
  'SYS_TIME',
];

/** By command, where the same flag means something else. */
export const commandValues: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'container run': { pull: ['always', 'missing', 'never'] },
  'container create': { pull: ['always', 'missing', 'never'] },
  'buildx build': { network: ['default', 'host', 'none'] },
  'network create': { driver: ['bridge', 'host', 'macvlan', 'ipvlan', 'none', 'overlay'], scope: ['local', 'global', 'swarm'] },
  'volume create': { driver: ['local'] },
  'buildx create': { driver: ['docker', 'docker-container', 'kubernetes', 'remote'] },
  'container logs': { since: ['10m', '1h', '24h'], until: ['10m', '1h', '24h'] },
};

/** Flags whose value is a path on the host. */
export const pathFlags: ReadonlySet<string> = new Set([
  'file',
  'iidfile',
  'cidfile',
  'env-file',
  'label-file',
  'metadata-file',
  'input',
  'config',
  'buildkitd-config',
]);
/** A directory or a file that is made. */
export const outputFlags: ReadonlySet<string> = new Set(['output']);
