import { DockerError } from '../../errors/index.ts';

const FLAGS = new Set(
  'ro rw nosuid suid nodev dev noexec exec sync async dirsync remount mand nomand atime noatime diratime nodiratime relatime norelatime strictatime nostrictatime defaults bind rbind unbindable runbindable private rprivate shared rshared slave rslave'.split(
    ' ',
  ),
);
const DATA = new Set(['size', 'mode', 'uid', 'gid', 'nr_inodes', 'nr_blocks', 'mpol']);
const PLAIN = ['nosuid', 'nodev', 'noexec'] as const;

/** What a tmpfs mount's options mean. */
export interface TmpfsOptions {
  readonly readonly: boolean;
  readonly mode: number | undefined;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  /** Most bytes, when limited. */
  readonly size: number | undefined;
  /** As /proc/mounts shows them. */
  readonly text: string;
}

/** Options of `--tmpfs PATH:OPTIONS`, with the engine's own before them. Throws DockerError. Source: moby daemon/oci_linux.go, pkg/mount. */
export function tmpfsOptions(given: string): TmpfsOptions {
  const words = given.split(',').filter((word) => word !== '');
  const data = new Map<string, string>();
  for (const word of words) {
    const [key = '', value] = word.split('=');
    if (value !== undefined && DATA.has(key)) data.set(key, value);
    else if (!FLAGS.has(word)) throw new DockerError('InvalidArgument', `invalid tmpfs option ${JSON.stringify(word)}`);
  }
  const readonly = words.lastIndexOf('ro') > words.lastIndexOf('rw');
  const flags = PLAIN.filter((flag) => words.lastIndexOf(flag.slice(2)) <= words.lastIndexOf(flag));
  const number = (key: string, radix = 10): number | undefined => (data.has(key) ? Number.parseInt(data.get(key)!, radix) : undefined);
  const text = [readonly ? 'ro' : 'rw', ...flags, 'relatime', ...[...data].map(([key, value]) => `${key}=${value}`)].join(',');
  return { readonly, mode: number('mode', 8), uid: number('uid'), gid: number('gid'), size: sizeOf(data.get('size')), text };
}

/** `64k`, `1m`, `1g`, or bytes; a percentage is no limit here. */
function sizeOf(text: string | undefined): number | undefined {
  const match = /^(\d+)([kmg]?)$/i.exec(text ?? '');
  return match === null ? undefined : Number(match[1]) * 1024 ** ['', 'k', 'm', 'g'].indexOf(match[2]!.toLowerCase());
}
