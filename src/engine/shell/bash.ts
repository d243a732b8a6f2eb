import { SysError } from '../kernel/index.ts';
import type { Shell } from './shell.ts';
import type { Part, Word } from './syntax/ast.ts';

const VERSION = '5.2.15(1)-release';
/** Most words that braces may make of one. */
const MAX_WORDS = 10_000;

/** bash's own variables; the prompt is the one that Debian's and Red Hat's images set. */
export function bashVariables(shell: Shell): void {
  const { variables, p } = shell;
  variables.set('BASH', p.executable === '' ? '/bin/bash' : p.executable);
  variables.set('BASH_VERSION', VERSION);
  variables.set('HOSTTYPE', 'x86_64');
  variables.set('OSTYPE', 'linux-gnu');
  variables.compute('UID', () => String(p.credentials.uid));
  variables.compute('EUID', () => String(p.credentials.uid));
  const began = p.now();
  variables.compute('SECONDS', () => String(Math.floor(p.now() - began)));
  if (p.env.get('PS1') === undefined) variables.set('PS1', exists(shell, '/etc/redhat-release') ? '[\\u@\\h \\W]\\$ ' : '\\u@\\h:\\w\\$ ');
}

function exists(shell: Shell, path: string): boolean {
  try {
    return shell.p.fs.exists(path);
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

/** A character of a word that may stand for itself in a brace expression, or a part that never does. */
type Piece = { readonly char: string } | { readonly part: Part };

/** Brace expansion: `a{b,c}d` is two words, `{1..3}` three. Quoted characters and what `$` gives stand for themselves. Source: bash(1). */
export function braceWords(word: Word): readonly Word[] {
  if (!word.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{'))) return [word];
  const pieces = word.flatMap((part): Piece[] =>
    part.kind === 'text' && !part.quoted ? [...part.text].map((char) => ({ char })) : [{ part }],
  );
  return expand(pieces, { left: MAX_WORDS }).map(wordOf);
}

const charAt = (pieces: readonly Piece[], at: number): string | undefined => {
  const piece = pieces[at];
  return piece !== undefined && 'char' in piece ? piece.char : undefined;
};

function expand(pieces: readonly Piece[], budget: { left: number }): Piece[][] {
  for (let open = 0; open < pieces.length; open++) {
    if (charAt(pieces, open) !== '{') continue;
    const close = closing(pieces, open);
    if (close === undefined) continue;
    const choices = choicesOf(pieces.slice(open + 1, close), budget);
    if (choices === undefined) continue;
    const before = pieces.slice(0, open);
    const after = expand(pieces.slice(close + 1), budget);
    const out: Piece[][] = [];
    for (const choice of choices) {
      for (const rest of after) {
        if (--budget.left < 0) return [[...pieces]];
        out.push([...before, ...choice, ...rest]);
      }
    }
    return out;
  }
  return [[...pieces]];
}

function closing(pieces: readonly Piece[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < pieces.length; at++) {
    const char = charAt(pieces, at);
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
  }
  return undefined;
}

/** What stands between a pair of braces, as choices; undefined when it is neither a list nor a sequence. */
function choicesOf(inside: readonly Piece[], budget: { left: number }): Piece[][] | undefined {
  const items: Piece[][] = [[]];
  let depth = 0;
  for (const [at, piece] of inside.entries()) {
    const char = charAt(inside, at);
    if (char === '{') depth++;
    else if (char === '}') depth--;
    if (char === ',' && depth === 0) items.push([]);
    else items.at(-1)!.push(piece);
  }
  if (items.length > 1) return items.flatMap((item) => expand(item, budget));
  if (inside.some((piece) => 'part' in piece)) return undefined;
  const text = inside.map((piece) => ('char' in piece ? piece.char : '')).join('');
  return sequence(text)?.map((value) => [...value].map((char) => ({ char })));
}

/** `1..5`, `05..10`, `1..10..3`, `a..e`. */
function sequence(text: string): string[] | undefined {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
  const letters = numbers === null ? /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/.exec(text) : null;
  const found = numbers ?? letters;
  if (found === null) return undefined;
  const [, first = '', last = '', by = '1'] = found;
  const from = numbers === null ? first.charCodeAt(0) : Number(first);
  const to = numbers === null ? last.charCodeAt(0) : Number(last);
  const step = Math.max(1, Math.abs(Number(by)));
  if (Math.abs(to - from) / step > MAX_WORDS) return undefined;
  const width =
    numbers !== null && /^-?0\d/.test(`${first} `)
      ? Math.max(first.length, last.length)
      : /^-?0\d/.test(last)
        ? Math.max(first.length, last.length)
        : 0;
  const out: string[] = [];
  for (let value = from; from <= to ? value <= to : value >= to; value += from <= to ? step : -step)
    out.push(letters === null ? padded(value, width) : String.fromCharCode(value));
  return out;
}

const padded = (value: number, width: number): string =>
  value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');

function wordOf(pieces: readonly Piece[]): Word {
  const parts: Part[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if ('part' in piece) parts.push(piece.part);
    else if (last?.kind === 'text' && !last.quoted) parts[parts.length - 1] = { kind: 'text', text: last.text + piece.char, quoted: false };
    else parts.push({ kind: 'text', text: piece.char, quoted: false });
  }
  return parts;
}
