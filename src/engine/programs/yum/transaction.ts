import { executableBody, type Process, type Step, TURN } from '../../kernel/index.ts';
import { type Body, generatedBody, textBody } from '../../tree/index.ts';
import { addSystemUser } from '../accounts/system-account.ts';
import { download, exists, makeDirectories, programOf, putFile, putLink, readText, writeText } from '../package-data/index.ts';
import { DATABASE, databaseText, type Installed, type Rpm, type RpmPart } from './data.ts';

const PREFIXES: Readonly<Record<string, string>> = { b: '/usr/bin', s: '/usr/sbin', h: '/usr/share' };
const isProgram = (path: string): boolean => /^\/usr\/s?bin\/[^/]+$/.test(path);

function bodyOf(path: string, size: number): Body {
  if (isProgram(path)) return executableBody(programOf(path.slice(path.lastIndexOf('/') + 1)), size);
  let seed = 5381;
  for (let i = 0; i < path.length; i++) seed = Math.imul(seed, 33) ^ path.charCodeAt(i);
  return generatedBody({ seed, size });
}

/** Writes a package's files and gives their paths. */
export function* place(p: Process, rpm: Rpm, part: RpmPart): Step<string[]> {
  yield* download(p, rpm.size);
  const account = part.users[rpm.name];
  if (account !== undefined) addSystemUser(p, account.slice(0, account.indexOf(':')), account.slice(account.indexOf(':') + 1));
  const paths: string[] = [];
  let used = 0;
  let rest: string | undefined;
  for (const word of rpm.files.split(' ')) {
    const [, short = '', mode, kind, value = ''] = /^([^!:>*]+)(?:!(\d+))?(?:([:>])(.*))?\*?$/.exec(word) ?? [];
    if (short === '') continue;
    const [, letter = '', tail = ''] = /^([a-z])\/(.*)$/.exec(short) ?? [];
    const path = letter === '' ? short : `${PREFIXES[letter] ?? '/usr/share'}/${tail}`;
    if (word.endsWith('/*')) {
      rest = path.replace(/\/$/, '');
      continue;
    }
    if (kind === '>') putLink(p, path, value);
    else {
      const size = Number(value) * 1024;
      used += size;
      const text = part.texts[path];
      putFile(p, path, text === undefined ? bodyOf(path, size) : textBody(text), {
        mode: Number.parseInt(mode ?? (isProgram(path) ? '755' : '644'), 8),
      });
    }
    paths.push(path);
    if (p.tick()) yield TURN;
  }
  if (rpm.installed - used > 4096) {
    const path = `${rest ?? `/usr/share/${rpm.name}`}/${rpm.name}.contents`;
    putFile(p, path, bodyOf(rpm.name, rpm.installed - used));
    paths.push(path);
  }
  yield* p.sleep(0.05 + rpm.installed / 60_000_000);
  return paths;
}

export function removeFiles(p: Process, { paths }: Installed): void {
  for (const path of paths) if (exists(p, path)) p.fs.unlink(path);
}

export function save(p: Process, all: ReadonlyMap<string, Installed>): void {
  makeDirectories(p, '/var/lib/rpm');
  writeText(p, DATABASE, databaseText(all));
}

/** A line for yum's or dnf's log. */
export function log(p: Process, path: string, text: string): void {
  makeDirectories(p, '/var/log');
  writeText(p, path, `${readText(p, path) ?? ''}${text}\n`);
}
