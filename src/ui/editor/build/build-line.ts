// The command that the Build button types. Pure.
import { isUnder, nameOf, parentOf } from '../files/paths.ts';

export interface BuildChoice {
  readonly name: string;
  readonly target?: string;
  readonly noCache?: boolean;
  readonly check?: boolean;
}

/** A word as the shell takes it. */
const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** A name that an image can have, from the folder that the Dockerfile is in: lower case, without what a name may not have. */
export function nameFrom(path: string): string {
  const own = /^(?:(.+)\.(?:dockerfile|containerfile)|(?:dockerfile|containerfile)\.(.+))$/i.exec(nameOf(path));
  const folder = nameOf(parentOf(path)).toLowerCase();
  const clean = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[._-]+|[._-]+$/g, '')
      .replace(/([._-])[._-]+/g, '$1');
  const special = own?.[1] ?? own?.[2];
  return [clean(folder), special === undefined ? '' : clean(special)].filter((part) => part !== '').join('-') || 'app';
}

/** Docker's own rule for names without a registry's host. */
export const isImageName = (name: string): boolean =>
  /^(?:[a-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::[\w][\w.-]{0,127})?$/.test(
    name,
  );

/** A path as it is shortest from a directory. */
function from(cwd: string, path: string): string {
  if (path === cwd) return '.';
  if (isUnder(path, cwd)) return path.slice(cwd === '/' ? 1 : cwd.length + 1);
  return path;
}

export function buildLine(path: string, cwd: string, { name, target, noCache, check }: BuildChoice): string {
  const folder = parentOf(path);
  const plain = nameOf(path) === 'Dockerfile';
  return [
    'docker build',
    check ? '--check' : `-t ${shellWord(name)}`,
    ...(noCache && !check ? ['--no-cache'] : []),
    ...(target === undefined ? [] : [`--target ${shellWord(target)}`]),
    ...(plain ? [] : [`-f ${shellWord(from(cwd, path))}`]),
    shellWord(from(cwd, folder)),
  ].join(' ');
}
