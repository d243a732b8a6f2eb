import { allSpecs, findSpec, spec } from '../../cli/help/index.ts';
import type { Session } from '../../cli/machine/session.ts';
import { decodeText, encodeText, SysError } from '../../engine/kernel/index.ts';
import { familiarString, fromCanonical } from '../../engine/reference/index.ts';
import type { Completion } from '../session/engine-session.ts';

/** What Tab could make of the word before the cursor: commands, docker's commands and flags, images, containers, paths. */
export function completeLine(session: Session, line: string, cursor: number): Completion {
  const before = line.slice(0, cursor);
  const command = before.split(/(?:\|\||&&|[|;&(])\s*/).at(-1) ?? '';
  const words = command.trimStart().split(/\s+/);
  const word = words.at(-1) ?? '';
  const from = cursor - word.length;
  const found = candidatesFor(session, words, word);
  const candidates = [...new Set(found.filter((candidate) => candidate.startsWith(word)))].sort();
  return { candidates, from, to: cursor };
}

function candidatesFor(session: Session, words: readonly string[], word: string): string[] {
  if (words.length <= 1) return word.includes('/') ? paths(session, word) : commandNames(session);
  if (words[0] !== 'docker') return paths(session, word);
  return dockerWords(session, words.slice(1, -1), word);
}

function dockerWords(session: Session, given: readonly string[], word: string): string[] {
  let found = spec('');
  let used = 0;
  for (const name of given) {
    const next = findSpec([...found.path, name]);
    if (next === undefined || next.path.length === 0 || found.sections.length === 0) break;
    found = next;
    used++;
  }
  if (word.startsWith('-')) return found.flags.filter((flag) => !flag.hidden).map((flag) => `--${flag.name}`);
  if (found.sections.length > 0 && used === given.length) {
    return [...allSpecs()]
      .filter(({ path }) => path.length === found.path.length + 1 && found.path.every((part, i) => path[i] === part))
      .map(({ path }) => path.at(-1)!);
  }
  const { usage } = found;
  return [
    ...paths(session, word),

    ...(/IMAGE|SOURCE|REPOSITORY|NAME/.test(usage) ? imageNames(session) : []),
    ...(/CONTAINER|NAME/.test(usage) ? containerNames(session) : []),
  ];
}

const imageNames = (session: Session): string[] =>
  [...session.machine.daemon.state.images.tags.keys()].map((name) => familiarString(fromCanonical(name)));
const containerNames = (session: Session): string[] => [...session.machine.daemon.state.containers.values()].map(({ name }) => name);

function commandNames(session: Session): string[] {
  const path = (session.process.env.get('PATH') ?? '').split(':');
  const files = path.flatMap((dir) => names(session, dir));
  return [...files, ...shellNames(session)].map(decodeText);
}

function shellNames(session: Session): string[] {
  const { functions, builtins, aliases } = session.shell?.completions() ?? { functions: [], builtins: [], aliases: [] };
  return [...functions, ...builtins, ...aliases];
}

function paths(session: Session, word: string): string[] {
  const slash = word.lastIndexOf('/') + 1;
  const dir = word.slice(0, slash);
  const hidden = word.slice(slash).startsWith('.');
  return names(session, dir === '' ? '.' : encodeText(dir))
    .filter((name) => hidden || !name.startsWith('.'))
    .map((name) => {
      const path = `${encodeText(dir)}${name}`;
      return decodeText(isDirectory(session, path) ? `${path}/` : path);
    });
}

function names(session: Session, dir: string): string[] {
  try {
    return session.process.fs.readdir(dir);
  } catch (error) {
    if (error instanceof SysError) return [];
    throw error;
  }
}

function isDirectory(session: Session, path: string): boolean {
  try {
    return session.process.fs.stat(path).kind === 'dir';
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}
