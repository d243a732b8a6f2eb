import { DockerError } from '../errors/index.ts';
import { familiarName, familiarString, type Reference } from './reference.ts';

/**
 * Whether a shell pattern matches a reference as Docker shows it, with or without its tag (distribution/reference helpers.go
 * FamiliarMatch). Throws DockerError for a malformed pattern.
 */
export function familiarMatch(pattern: string, reference: Reference): boolean {
  return matchPath(pattern, familiarString(reference)) || matchPath(pattern, familiarName(reference));
}

const bad = (): DockerError => new DockerError('InvalidArgument', 'syntax error in pattern');

/** Go's path.Match: `*` and `?` stop at slashes; `[a-z]`, `[^a]` and `\` as in Go. Throws for a malformed pattern. */
export function matchPath(pattern: string, name: string): boolean {
  const source = toRegExp(pattern);
  return new RegExp(`^${source}$`, 'su').test(name);
}

function toRegExp(pattern: string): string {
  const chars = [...pattern];
  let out = '';
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    if (char === '*') out += '[^/]*';
    else if (char === '?') out += '[^/]';
    else if (char === '\\') {
      const next = chars[++i];
      if (next === undefined) throw bad();
      out += literal(next);
    } else if (char === '[') {
      const { source, end } = classAt(chars, i);
      out += source;
      i = end;
    } else out += literal(char);
  }
  return out;
}

function classAt(chars: readonly string[], start: number): { source: string; end: number } {
  let at = start + 1;
  const negated = chars[at] === '^';
  if (negated) at++;
  const ranges: string[] = [];
  const one = (): string => {
    const char = chars[at];
    if (char === undefined || char === '-' || char === ']') throw bad();
    if (char !== '\\') {
      at++;
      return char;
    }
    const escaped = chars[at + 1];
    if (escaped === undefined) throw bad();
    at += 2;
    return escaped;
  };
  while (chars[at] !== ']' || ranges.length === 0) {
    if (chars[at] === undefined) throw bad();
    const low = one();
    let high = low;
    if (chars[at] === '-') {
      at++;
      high = one();
    }
    ranges.push(low <= high ? `${literal(low)}-${literal(high)}` : '');
  }
  const inside = ranges.join('');
  return { source: inside === '' ? (negated ? '.' : '(?!)') : `[${negated ? '^' : ''}${inside}]`, end: at };
}

const literal = (char: string): string => (/[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char === '-' ? '\\x2d' : char);
