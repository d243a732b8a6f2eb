import { executableBody } from '../../kernel/index.ts';
import { type Body, generatedBody, textBody } from '../../tree/index.ts';
import { programOf } from '../package-data/index.ts';
import type { ApkPackage, ApkPart } from './index-data.ts';

const PREFIXES: Readonly<Record<string, string>> = {
  b: '/usr/bin',
  s: '/usr/sbin',
  B: '/bin',
  S: '/sbin',
  u: '/usr/lib',
  i: '/usr/include',
};

export interface ApkFile {
  readonly path: string;
  readonly mode: number;
  readonly body?: Body;
  readonly link?: string;
}

const isProgram = (path: string): boolean => /^(?:\/usr)?\/s?bin\/[^/]+$/.test(path) || path.endsWith('/bin/go');

/** The files of a package: those known by name, and one that holds what is left of its installed size. */
export function filesOf(pkg: ApkPackage, part: ApkPart): ApkFile[] {
  const files: ApkFile[] = [];
  let used = 0;
  let rest: string | undefined;
  for (const word of pkg.files.split(' ')) {
    const [, short = '', mode, kind, value = ''] = /^([^!:>*]+)(?:!(\d+))?(?:([:>])(.*))?\*?$/.exec(word) ?? [];
    if (short === '') continue;
    const [, letter = '', tail = ''] = /^([a-zA-Z])\/(.*)$/.exec(short) ?? [];
    const path = letter === '' ? short : `${PREFIXES[letter] ?? '/usr/share'}/${tail}`;
    if (word.endsWith('/*')) rest = path.replace(/\/$/, '');
    else if (kind === '>') files.push({ path, mode: 0o777, link: value });
    else {
      const size = Number(value) * 1024;
      used += size;
      const text = part.texts[path];
      files.push({
        path,
        mode: Number.parseInt(mode ?? (isProgram(path) ? '755' : '644'), 8),
        body: text === undefined ? bodyOf(path, size) : textBody(text),
      });
    }
  }
  const left = pkg.installed * 1024 - used;
  if (left > 4096)
    files.push({ path: `${rest ?? `/usr/share/${pkg.name}`}/${pkg.name}.contents`, mode: 0o644, body: bodyOf(pkg.name, left) });
  return files;
}

function bodyOf(path: string, size: number): Body {
  if (isProgram(path)) return executableBody(programOf(path.slice(path.lastIndexOf('/') + 1)), size);
  let seed = 5381;
  for (let i = 0; i < path.length; i++) seed = Math.imul(seed, 33) ^ path.charCodeAt(i);
  return generatedBody({ seed, size });
}
