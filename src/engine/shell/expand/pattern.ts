/**
 * Shell patterns (POSIX 2.13, glibc's fnmatch in the C locale). A pattern is text in which a backslash makes the next
 * character stand for itself.
 */
export type PatternToken =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'set'; readonly has: (c: string) => boolean };

const CLASSES: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t\n\r\f\v]/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  cntrl: /[\0-\x1f\x7f]/,
  print: /[ -~]/,
  graph: /[!-~]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** Makes text stand for itself in a pattern. */
export const escapePattern = (text: string): string => text.replace(/[\\*?[\]!^-]/g, '\\$&');
export const unescapePattern = (pattern: string): string => pattern.replace(/\\([\s\S])/g, '$1');

/** Whether a pattern can match anything but one text. */
export function hasPattern(pattern: string): boolean {
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '\\') i++;
    else if (c === '*' || c === '?' || (c === '[' && readSet(pattern, i) !== undefined)) return true;
  }
  return false;
}

export function compilePattern(pattern: string): PatternToken[] {
  const tokens: PatternToken[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (c === '?') tokens.push({ kind: 'any' });
    else if (c === '\\' && i + 1 < pattern.length) tokens.push({ kind: 'one', text: pattern[++i]! });
    else {
      const set = c === '[' ? readSet(pattern, i) : undefined;
      if (set === undefined) tokens.push({ kind: 'one', text: c });
      else {
        tokens.push({ kind: 'set', has: set.has });
        i = set.end;
      }
    }
  }
  return tokens;
}

/** A bracket expression at `start`; undefined when it has no end. `end` is the place of its `]`. */
function readSet(pattern: string, start: number): { has: (c: string) => boolean; end: number } | undefined {
  let at = start + 1;
  const negated = pattern[at] === '!' || pattern[at] === '^';
  if (negated) at++;
  const tests: ((c: string) => boolean)[] = [];
  for (let first = true; ; first = false) {
    let c = pattern[at];
    if (c === undefined) return undefined;
    if (c === ']' && !first) break;
    const named = c === '[' ? /^\[([:.=])([\s\S]*?)\1\]/.exec(pattern.slice(at, at + 40)) : null;
    if (named !== null) {
      const [all, mark, name] = named as unknown as [string, string, string];
      const known = mark === ':' ? CLASSES[name] : undefined;
      if (mark === ':') tests.push((d) => known?.test(d) ?? false);
      else tests.push((d) => d === name);
      at += all.length;
      continue;
    }
    if (c === '\\') {
      c = pattern[++at];
      if (c === undefined) return undefined;
    }
    at++;
    const low = c;
    let high = c;
    if (pattern[at] === '-' && pattern[at + 1] !== undefined && pattern[at + 1] !== ']') {
      at++;
      if (pattern[at] === '\\' && pattern[at + 1] !== undefined) at++;
      high = pattern[at++]!;
    }
    tests.push((d) => d >= low && d <= high);
  }
  return { has: (c) => tests.some((test) => test(c)) !== negated, end: at };
}

const accepts = (token: PatternToken, c: string): boolean =>
  token.kind === 'any' || token.kind === 'star' || (token.kind === 'one' ? token.text === c : token.has(c));

/**
 * Lengths of the prefixes of `text` that match, shortest first, found in one pass. `want`: stop at the first, or only look
 * for the longest.
 */
function prefixLength(tokens: readonly PatternToken[], text: string, want: 'shortest' | 'longest'): number | undefined {
  let states = new Set<number>();
  const add = (to: Set<number>, state: number): void => {
    for (let at = state; ; at++) {
      to.add(at);
      if (tokens[at]?.kind !== 'star') break;
    }
  };
  add(states, 0);
  let found: number | undefined;
  for (let i = 0; ; i++) {
    if (states.has(tokens.length)) {
      found = i;
      if (want === 'shortest') return found;
    }
    if (i === text.length || states.size === 0) return found;
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (token === undefined || !accepts(token, text[i]!)) continue;
      add(next, token.kind === 'star' ? state : state + 1);
    }
    states = next;
  }
}

/** Whether the whole text matches. */
export function matchTokens(tokens: readonly PatternToken[], text: string): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current?.kind === 'star') {
      star = token++;
      retry = at;
    } else if (current !== undefined && accepts(current, text[at]!)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++retry;
    } else return false;
  }
  while (tokens[token]?.kind === 'star') token++;
  return token === tokens.length;
}

export const matchPattern = (pattern: string, text: string): boolean => matchTokens(compilePattern(pattern), text);

/** `${text#pattern}` and its relatives: the text without the shortest or longest matching prefix or suffix. */
export function trim(text: string, pattern: string, side: 'prefix' | 'suffix', want: 'shortest' | 'longest'): string {
  const tokens = compilePattern(pattern);
  if (side === 'prefix') {
    const length = prefixLength(tokens, text, want);
    return length === undefined ? text : text.slice(length);
  }
  const length = prefixLength(tokens.reverse(), [...text].reverse().join(''), want);
  return length === undefined ? text : text.slice(0, text.length - length);
}

/** `${text/pattern/replacement}`: the longest match at the leftmost place, or all of them. */
export function replacePattern(text: string, pattern: string, replacement: string, all: boolean): string {
  if (pattern === '') return text;
  const tokens = compilePattern(pattern);
  let out = '';
  for (let at = 0; at < text.length; ) {
    const length = prefixLength(tokens, text.slice(at), 'longest');
    if (length === undefined || length === 0) {
      out += text[at++];
      continue;
    }
    out += replacement;
    at += length;
    if (!all) return out + text.slice(at);
  }
  return out;
}
