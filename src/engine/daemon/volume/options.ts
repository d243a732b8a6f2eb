import type { Volume } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';

type Options = Readonly<Record<string, string>>;

/** Throws DockerError for options that the local driver refuses. Source: moby volume/local/local_unix.go validateOpts, setOpts. */
export function checkOptions(name: string, options: Options): void {
  const refuse = (why: string): DockerError => new DockerError('InvalidArgument', `create ${name}: ${why}`);
  const keys = Object.keys(options);
  const unknown = keys.find((key) => !['type', 'o', 'device', 'size'].includes(key));
  if (unknown !== undefined) throw refuse(`invalid option: ${JSON.stringify(unknown)}`);
  const { size = '', type = '', device = '' } = options;
  if (size !== '' && !/^\d+(\.\d+)? ?([kmgtp]i?b?|b)?$/i.test(size)) throw refuse(`invalid size: '${size}'`);
  if (keys.some((key) => key !== 'size')) {
    if (device === '') throw refuse('missing required option: "device"');
    if (type === '') throw refuse('missing required option: "type"');
  }
  if (size !== '') throw refuse('quota size requested but no quota support');
}

/** Where a volume's files are: its own directory, a directory of the host, or memory that lasts as long as somebody mounts it. */
export type Place = { readonly kind: 'own' } | { readonly kind: 'tmpfs' } | { readonly kind: 'bind'; readonly device: string };

/** Throws DockerError NotSimulated for devices and file systems of another kind. */
export function placeOf({ options }: Volume): Place {
  if (options === null || Object.keys(options).length === 0) return { kind: 'own' };
  const { type = '', o = '', device = '' } = options;
  if (type === 'tmpfs') return { kind: 'tmpfs' };
  if (o.split(',').some((word) => word === 'bind' || word === 'rbind')) return { kind: 'bind', device };
  throw new DockerError('NotSimulated', `volumes of the file system ${type} are not simulated`);
}
