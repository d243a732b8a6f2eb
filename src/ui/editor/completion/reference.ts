// What can be written in a Dockerfile: instructions with their forms and flags, mounts, variables that every build knows.
// Source: Docker's Dockerfile reference, as BuildKit 0.25 reads it; a test asks the engine's parser about every flag.

interface FlagInfo {
  readonly name: string;
  /** `=` behind it; a boolean flag stands alone. */
  readonly value: boolean;
  readonly values?: readonly string[];
}

interface InstructionRef {
  readonly forms: readonly string[];
  readonly flags?: readonly FlagInfo[];
}

const flag = (name: string, values?: readonly string[]): FlagInfo => ({ name, value: true, ...(values ? { values } : {}) });
const on = (name: string): FlagInfo => ({ name, value: false });

export const reference = {
  ADD: {
    forms: ['ADD [flags] SRC… DEST', 'ADD [flags] ["SRC", "DEST"]'],
    flags: [flag('chown'), flag('chmod'), on('link'), flag('exclude'), flag('checksum', ['sha256:']), on('keep-git-dir'), on('unpack')],
  },
  ARG: { forms: ['ARG NAME[=DEFAULT]…'] },
  CMD: { forms: ['CMD ["PROGRAM", "ARG"]', 'CMD COMMAND', 'CMD ["ARG", "ARG"]'] },
  COPY: {
    forms: ['COPY [flags] SRC… DEST', 'COPY [flags] ["SRC", "DEST"]', 'COPY <<EOF DEST'],
    flags: [flag('from'), flag('chown'), flag('chmod'), on('link'), flag('exclude')],
  },
  ENTRYPOINT: { forms: ['ENTRYPOINT ["PROGRAM", "ARG"]', 'ENTRYPOINT COMMAND'] },
  ENV: { forms: ['ENV KEY=VALUE…'] },
  EXPOSE: { forms: ['EXPOSE PORT[/tcp|/udp]…'] },
  FROM: {
    forms: ['FROM [--platform=OS/ARCH] IMAGE[:TAG|@DIGEST] [AS NAME]'],
    flags: [flag('platform', ['$BUILDPLATFORM', '$TARGETPLATFORM', 'linux/amd64', 'linux/arm64'])],
  },
  HEALTHCHECK: {
    forms: ['HEALTHCHECK [flags] CMD COMMAND', 'HEALTHCHECK NONE'],
    flags: [
      flag('interval', ['30s']),
      flag('timeout', ['30s']),
      flag('start-period', ['0s']),
      flag('start-interval', ['5s']),
      flag('retries', ['3']),
    ],
  },
  LABEL: { forms: ['LABEL KEY=VALUE…'] },
  MAINTAINER: { forms: ['MAINTAINER NAME'] },
  ONBUILD: { forms: ['ONBUILD INSTRUCTION'] },
  RUN: {
    forms: ['RUN [flags] COMMAND', 'RUN [flags] ["PROGRAM", "ARG"]', 'RUN <<EOF'],
    flags: [
      flag('mount', ['type=bind', 'type=cache', 'type=secret', 'type=ssh', 'type=tmpfs']),
      flag('network', ['default', 'none', 'host']),
      flag('device'),
    ],
  },
  SHELL: { forms: ['SHELL ["PROGRAM", "ARG"]'] },
  STOPSIGNAL: { forms: ['STOPSIGNAL SIGNAL'] },
  USER: { forms: ['USER NAME[:GROUP]', 'USER UID[:GID]'] },
  VOLUME: { forms: ['VOLUME ["PATH"]', 'VOLUME PATH…'] },
  WORKDIR: { forms: ['WORKDIR PATH'] },
} as const satisfies Readonly<Record<string, InstructionRef>>;

type InstructionName = keyof typeof reference;
export const instructionNames = Object.keys(reference) as readonly InstructionName[];
export const isInstruction = (name: string): name is InstructionName => Object.hasOwn(reference, name);

export const flagsOf = (name: string): readonly FlagInfo[] =>
  isInstruction(name) ? ((reference[name] as InstructionRef).flags ?? []) : [];

export const mountTypes = ['bind', 'cache', 'secret', 'ssh', 'tmpfs'] as const;
export type MountType = (typeof mountTypes)[number];

/** Keys of `--mount` by type, those one needs first. */
export const mountKeys: Readonly<Record<MountType, readonly FlagInfo[]>> = {
  bind: [flag('target'), flag('source'), flag('from'), on('rw')],
  cache: [
    flag('target'),
    flag('id'),
    flag('sharing', ['shared', 'private', 'locked']),
    flag('from'),
    flag('source'),
    flag('mode'),
    flag('uid'),
    flag('gid'),
    on('ro'),
  ],
  secret: [flag('id'), flag('env'), flag('target'), on('required'), flag('mode'), flag('uid'), flag('gid')],
  ssh: [flag('id'), flag('target'), on('required'), flag('mode'), flag('uid'), flag('gid')],
  tmpfs: [flag('target'), flag('size')],
};

/** ARGs that exist without being declared; in a stage, those about platforms have to be declared to be seen. */
export const platformArgs = [
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
] as const;
export const proxyArgs = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'] as const;
export const directives = ['syntax=docker/dockerfile:1', 'check=error=true', 'check=skip=all', 'escape=`'] as const;
export const signals = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGKILL', 'SIGHUP', 'SIGUSR1', 'SIGWINCH'] as const;
