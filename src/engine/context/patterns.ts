import { cleanPath } from '../go/path.ts';
import { matchPath } from '../reference/index.ts';

/** One pattern of an ignore list, read. */
interface Pattern {
  readonly text: string;
  readonly exclusion: boolean;
  readonly matches: (path: string) => boolean;
}

/** What the directories above said, pattern by pattern: pass it to what they hold. */
export type MatchInfo = readonly boolean[];

/** An ignore list that matches paths. Throws Error with Go's text for a malformed pattern. Source: moby/patternmatcher. */
export class PatternMatcher {
  readonly #patterns: Pattern[] = [];
  readonly hasExclusions: boolean;

  constructor(patterns: readonly string[]) {
    for (const raw of patterns) {
      const trimmed = raw.trim();
      if (trimmed === '') continue;
      let text = cleanPath(trimmed);
      const exclusion = text.startsWith('!');
      if (exclusion) {
        if (text.length === 1) throw new Error('illegal exclusion pattern: "!"');
        text = text.slice(1);
      }
      matchPath(text, '.');
      this.#patterns.push({ text, exclusion, matches: compile(text) });
    }
    this.hasExclusions = this.#patterns.some(({ exclusion }) => exclusion);
  }

  /** Whether a path, or a directory above it, matches and no later exclusion takes it back. */
  matchesOrParentMatches(path: string): boolean {
    const parents = parentsOf(path);
    let matched = false;
    for (const pattern of this.#patterns) {
      if (pattern.exclusion !== matched) continue;
      if (pattern.matches(path) || parents.some(pattern.matches)) matched = !pattern.exclusion;
    }
    return matched;
  }

  /** The same, step by step down a tree: `above` is what the parent directory gave. */
  matchesBelow(path: string, above: MatchInfo | undefined): { matched: boolean; info: MatchInfo } {
    let matched = false;
    const info = this.#patterns.map((pattern, i) => {
      let match = above?.[i] ?? false;
      if (!match) {
        if (pattern.exclusion !== matched) return false;
        match = pattern.matches(path) || (above === undefined && parentsOf(path).some(pattern.matches));
      }
      if (match) matched = !pattern.exclusion;
      return match;
    });
    return { matched, info };
  }

  /** Whether an exclusion may take back something inside a directory that is ignored itself. */
  mayKeepBelow(dir: string): boolean {
    return this.#patterns.some(({ exclusion, text }) => exclusion && `${text}/`.startsWith(`${dir}/`));
  }
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** A pattern as a test: exact, prefix and suffix forms are compared as text, as upstream does, the rest as a regular expression. */
function compile(pattern: string): (path: string) => boolean {
  const runes = [...pattern];
  let kind: 'exact' | 'prefix' | 'suffix' | 'regexp' = 'exact';
  let source = '^';
  for (let i = 0, at = 0; at < runes.length; i++) {
    const c = runes[at++]!;
    if (c === '*') {
      if (runes[at] === '*') {
        at++;
        if (runes[at] === '/') at++;
        if (at >= runes.length) {
          if (kind === 'exact') kind = 'prefix';
          else {
            source += '.*';
            kind = 'regexp';
          }
        } else {
          source += '(.*/)?';
          kind = 'regexp';
        }
        if (i === 0) kind = 'suffix';
      } else {
        source += '[^/]*';
        kind = 'regexp';
      }
    } else if (c === '?') {
      source += '[^/]';
      kind = 'regexp';
    } else if ('.+()|{}$'.includes(c)) source += `\\${c}`;
    else if (c === '\\') {
      if (at < runes.length) {
        source += escaped(runes[at++]!);
        kind = 'regexp';
      } else source += '\\\\';
    } else if (c === '[' || c === ']') {
      source += c;
      kind = 'regexp';
    } else source += c;
  }
  if (kind === 'exact') return (path) => path === pattern;
  if (kind === 'prefix') {
    const prefix = pattern.slice(0, -2);
    return (path) => path.startsWith(prefix);
  }
  if (kind === 'suffix') {
    const suffix = pattern.slice(2);
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  let expression: RegExp;
  try {
    expression = new RegExp(`${source}$`, 'su');
  } catch {
    throw new Error('syntax error in pattern');
  }
  return (path) => expression.test(path);
}

const escaped = (char: string): string => (/[\^$\\.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char === '-' ? '\\x2d' : char);
