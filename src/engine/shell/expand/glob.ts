import { type ByteString, type Step, SysError, TURN } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { compilePattern, hasPattern, matchTokens, unescapePattern } from './pattern.ts';

/** Most names that one pattern may give. */
const MAX_MATCHES = 100_000;

/** Paths that match a pattern, in byte order; none when nothing does. */
export function* glob(shell: Shell, pattern: string): Step<ByteString[]> {
  const found: ByteString[] = [];
  yield* descend(shell, '', pattern, found);
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function* descend(shell: Shell, prefix: string, pattern: string, found: ByteString[]): Step<void> {
  const { fs } = shell.p;
  const [, slashes, component, rest] = /^(\/*)((?:[^/\\]|\\[^/])*)\\?([\s\S]*)$/.exec(pattern) as unknown as string[];
  const base = prefix + slashes!;
  if (component === '' || !hasPattern(component!)) {
    const path = base + unescapePattern(component!);
    if (rest !== '' && component !== '') return yield* descend(shell, path, rest!, found);
    if (exists(shell, path)) keep(found, path);
    return;
  }
  let names: ByteString[];
  try {
    names = fs.readdir(base === '' ? '.' : base);
  } catch (error) {
    if (error instanceof SysError) return;
    throw error;
  }
  const tokens = compilePattern(component!);
  const dots = tokens[0]?.kind === 'one' && tokens[0].text === '.';
  for (const name of dots ? ['.', '..', ...names] : names) {
    if (shell.p.tick()) yield TURN;
    if ((name.startsWith('.') && !dots) || !matchTokens(tokens, name)) continue;
    if (rest === '') keep(found, base + name);
    else if (isDirectory(shell, base + name)) yield* descend(shell, base + name, rest!, found);
  }
}

function keep(found: ByteString[], path: ByteString): void {
  if (found.length >= MAX_MATCHES) throw new ShellComplaint('pattern matches too many files');
  found.push(path);
}

function exists(shell: Shell, path: string): boolean {
  try {
    shell.p.fs.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

function isDirectory(shell: Shell, path: string): boolean {
  try {
    return shell.p.fs.stat(path).kind === 'dir';
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}
