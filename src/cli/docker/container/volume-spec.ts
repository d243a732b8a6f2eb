import { OptionError } from './option-error.ts';

/** The parts of a `-v` value that the client looks at: without a source it is an anonymous volume. */
interface VolumeSpec {
  readonly source: string;
  readonly target: string;
}

const isDrive = (buffer: string): boolean => /^[a-zA-Z]$/.test(buffer);

/**
 * Splits a `-v` value at its colons; one after a single letter is taken for that of a Windows drive, and so belongs to the path. Throws
 * OptionError. Source: docker/cli internal/volumespec.
 */
export function parseVolumeSpec(spec: string): VolumeSpec {
  if (spec === '') throw new OptionError('invalid empty volume spec');
  if (spec.length <= 2) return { source: '', target: spec };
  const sections: string[] = [];
  let buffer = '';
  const close = (last: boolean): void => {
    if (buffer === '') throw new OptionError(`invalid spec: ${spec}: empty section between colons`);
    if (!last && sections.length === 2) throw new OptionError(`invalid spec: ${spec}: too many colons`);
    sections.push(buffer);
    buffer = '';
  };
  for (const char of spec) {
    if (char === ':' && !isDrive(buffer)) close(false);
    else buffer += char;
  }
  close(true);
  const [first = '', second] = sections;
  return second === undefined ? { source: '', target: first } : { source: first, target: second };
}

/** `-v` values as the engine gets them: those with a source, `.` and `./x` made absolute, and the targets of the others. */
export function splitVolumes(
  cwd: string,
  list: readonly string[],
): { readonly binds: string[]; readonly volumes: Record<string, Record<string, never>> } {
  const binds: string[] = [];
  const volumes: Record<string, Record<string, never>> = {};
  for (const item of new Set(list)) {
    const { source } = parseVolumeSpec(item);
    if (source === '') volumes[item] = {};
    else binds.push(source.startsWith('.') ? `${absolutePath(cwd, source)}${item.slice(source.length)}` : item);
  }
  return { binds, volumes };
}

/** Go's filepath.Abs. */
export function absolutePath(cwd: string, path: string): string {
  const out: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return `/${out.join('/')}`;
}
