import type { MountRequest } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { cleanPath as clean } from '../../go/path.ts';

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/** Go's path.Clean of a path below the root. */
export const cleanPath = (path: string): string => clean(`/${path}`);

/** Words that a mode may hold; of each kind only one. */
const MODE_KINDS: readonly (readonly string[])[] = [
  ['ro', 'rw'],
  ['z', 'Z'],
  ['nocopy'],
  ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'],
  ['consistent', 'cached', 'delegated', 'default'],
];

function isMode(mode: string): boolean {
  if (mode === '') return true;
  const kinds = mode.split(',').map((word) => MODE_KINDS.findIndex((kind) => kind.includes(word)));
  return !kinds.includes(-1) && new Set(kinds).size === kinds.length;
}

/** One `-v` value with a source: `SOURCE:TARGET[:MODE]`. Throws DockerError. Source: moby volume/mounts/linux_parser.go. */
export function parseBind(spec: string): { source: string; target: string; mode: string } {
  const refused = `invalid volume specification: '${spec}'`;
  const parts = spec.split(':');
  const [source = '', target = '', mode = ''] = parts;
  if (source === '' || parts.length > 3 || parts.length < 2 || (parts.length === 2 && isMode(target))) throw invalid(refused);
  if (!isMode(mode)) throw invalid(`invalid mode: ${mode}`);
  const type = source.startsWith('/') ? 'bind' : 'volume';
  const wrong = targetProblem(target);
  if (wrong !== undefined) throw invalid(`${refused}: invalid mount config for type "${type}": ${wrong}`);
  if (type === 'bind' && mode.split(',').includes('nocopy'))
    throw invalid(`${refused}: invalid mount config for type "bind": field VolumeOptions must not be specified`);
  if (type === 'volume') checkVolumeName(source);
  return { source, target: cleanPath(target), mode };
}

/** `CONTAINER[:MODE]` of `--volumes-from`. Throws DockerError. */
export function parseVolumesFrom(text: string): { ref: string; mode: string } {
  if (text === '') throw invalid('volumes-from specification cannot be an empty string');
  const at = text.indexOf(':');
  const ref = at < 0 ? text : text.slice(0, at);
  const mode = at < 0 ? 'rw' : text.slice(at + 1);
  if (ref === '') throw invalid('invalid name or ID supplied: ""');
  const words = mode.split(',');
  if (!isMode(mode) || words.some((word) => word === 'nocopy' || /^r?(private|shared|slave)$/.test(word))) {
    throw invalid(`invalid mode: ${mode}`);
  }
  return { ref, mode };
}

function targetProblem(target: string): string | undefined {
  if (!target.startsWith('/')) return `invalid mount path: '${target}' mount path must be absolute`;
  return cleanPath(target) === '/' ? "invalid specification: destination can't be '/'" : undefined;
}

const PROPAGATION = ['', 'private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];

/** Throws DockerError for a `--mount` that cannot be. Source: moby volume/mounts/linux_parser.go validateMountConfigImpl. */
export function verifyMount(mount: MountRequest): void {
  const refuse = (why: string): DockerError => invalid(`invalid mount config for type "${mount.Type}": ${why}`);
  const source = mount.Source ?? '';
  if (mount.Target === '') throw refuse('field Target must not be empty');
  if (!['bind', 'volume', 'tmpfs'].includes(mount.Type)) {
    if (mount.Type === 'image' || mount.Type === 'cluster' || mount.Type === 'npipe')
      throw new DockerError('NotSimulated', `mounts of type "${mount.Type}" are not simulated`);
    throw refuse('mount type unknown');
  }
  const wrong = targetProblem(mount.Target);
  if (wrong !== undefined) throw refuse(wrong);
  if (mount.Type === 'tmpfs' && source !== '') throw refuse('field Source must not be specified');
  if (mount.Type === 'volume' && mount.Source === undefined && mount.ReadOnly === true)
    throw refuse('must not set ReadOnly mode when using anonymous volumes');
  if (mount.Type === 'volume') verifySubpath(mount, refuse);
  if (mount.Type !== 'bind') return;
  if (source === '') throw refuse('field Source must not be empty');
  const propagation = mount.BindOptions?.Propagation ?? '';
  if (!PROPAGATION.includes(propagation)) throw refuse(`invalid propagation mode: ${propagation}`);
  if (!source.startsWith('/')) throw refuse(`invalid mount path: '${source}' mount path must be absolute`);
}

function verifySubpath(mount: MountRequest, refuse: (why: string) => DockerError): void {
  const subpath = mount.VolumeOptions?.Subpath ?? '';
  if (subpath === '') return;
  if (mount.Source === undefined) throw refuse('must not set Subpath when using anonymous volumes');
  let depth = 0;
  for (const part of subpath.split('/')) if (part !== '' && part !== '.') depth += part === '..' ? -1 : 1;
  const outside = subpath.startsWith('/') || depth < 0 || /^(\.\/)*\.\.(\/|$)/.test(subpath);
  if (outside) throw refuse('subpath must be a relative path within the volume');
}

/** Throws DockerError for a name that no volume can have. */
export function checkVolumeName(name: string): void {
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) return;
  if (name.length === 1 && /^[a-zA-Z0-9]$/.test(name))
    throw invalid(`create ${name}: volume name is too short, names should be at least two alphanumeric characters`);
  throw invalid(
    `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
  );
}
