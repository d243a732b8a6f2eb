import { type Step, TURN } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import type { Shell } from '../shell.ts';
import type { Part } from '../syntax/ast.ts';
import { isVariableName, MAX_VALUE } from '../variables.ts';
import { arithmetic, type ChunkOptions, expandChunks, expandPattern, expandText } from './expand.ts';
import type { Chunk } from './field.ts';
import { replacePattern, trim } from './pattern.ts';

type Param = Part & { kind: 'param' };

/** The value of `$name` as one text; undefined when it is unset. `$@` and `$*` are joined with the first of IFS. */
export function parameterValue(shell: Shell, name: string): string | undefined {
  switch (name) {
    case '@':
    case '*':
      return joined(shell);
    case '#':
      return String(shell.positional.length);
    case '?':
      return String(shell.status);
    case '$':
      return String(shell.rootPid);
    case '!':
      return shell.lastBackground === undefined ? undefined : String(shell.lastBackground);
    case '-':
      return shell.options.letters();
    case '0':
      return shell.name;
  }
  if (/^\d/.test(name)) return shell.positional[Number(name) - 1];
  return shell.variables.get(name);
}

function joined(shell: Shell): string {
  const ifs = shell.variables.get('IFS');
  return shell.positional.join(ifs === undefined ? ' ' : (ifs[0] ?? ''));
}

/** Expands one `$name` or `${…}` into chunks. */
export function* expandParameter(shell: Shell, part: Param, options: ChunkOptions, chunks: Chunk[]): Step<void> {
  const { name, op } = part;
  if (op === 'bad') throw new ShellComplaint('syntax error: bad substitution', 2, true);
  const value = parameterValue(shell, name);
  const set = value !== undefined && !(part.colon && value === '');
  switch (op) {
    case 'plain':
      if (value === undefined) checkUnset(shell, name);
      return emit(shell, name, value, options, chunks);
    case 'length':
      if (value === undefined) checkUnset(shell, name);
      chunks.push({ kind: kindOf(options), text: String((value ?? '').length) });
      return;
    case '-':
      if (set) return emit(shell, name, value, options, chunks);
      return yield* addWord(shell, part, options, chunks);
    case '+':
      if (set) yield* addWord(shell, part, options, chunks);
      return;
    case '?': {
      if (set) return emit(shell, name, value, options, chunks);
      const text = yield* expandText(shell, part.word, 'start');
      throw new ShellComplaint(`${name}: ${text !== '' ? text : part.colon ? 'parameter not set or null' : 'parameter not set'}`);
    }
    case '=': {
      if (set) return emit(shell, name, value, options, chunks);
      if (!isVariableName(name)) throw new ShellComplaint(`${name}: bad variable name`);
      const text = yield* expandText(shell, part.word, 'start');
      shell.variables.set(name, text);
      return emit(shell, name, text, options, chunks);
    }
  }
  if (value === undefined) checkUnset(shell, name);
  if (shell.p.tick()) yield TURN;
  const list = options.fields && (name === '@' || (name === '*' && !options.quoted));
  if (list && shell.positional.length > 1) return yield* transformList(shell, part, kindOf(options), chunks);
  chunks.push({ kind: kindOf(options), text: yield* transform(shell, part, value ?? '') });
}

/**
 * `$@` trimmed or replaced as ash does it, which treats the parameters as one text: prefixes come off the first, the shortest
 * suffix off the last; what changes the end of the first otherwise loses the rest; only `//` reaches all. A substring counts one character between parameters.
 */
function* transformList(shell: Shell, part: Param, kind: 'quoted' | 'split', chunks: Chunk[]): Step<void> {
  let words = [...shell.positional];
  const last = words.length - 1;
  if (part.op === 'substring') words = (yield* transform(shell, part, words.join('\0'))).split('\0');
  else if (part.op === 'replace-all') for (const [i, word] of words.entries()) words[i] = yield* transform(shell, part, word);
  else {
    const at = part.op === '%' ? last : 0;
    const before = words[at]!;
    words[at] = yield* transform(shell, part, before);
    if ((part.op === '%%' || part.op === 'replace') && words[at] !== before) words.length = 1;
  }
  for (const [i, text] of words.entries()) {
    if (i > 0) chunks.push({ kind: kind === 'split' ? 'blank' : 'break', text: '' });
    chunks.push({ kind, text });
  }
}

const kindOf = (options: ChunkOptions): 'quoted' | 'split' => (options.quoted ? 'quoted' : 'split');

function checkUnset(shell: Shell, name: string): void {
  if (shell.options.has('nounset') && name !== '@' && name !== '*') throw new ShellComplaint(`${name}: parameter not set`);
}

function emit(shell: Shell, name: string, value: string | undefined, options: ChunkOptions, chunks: Chunk[]): void {
  const kind = kindOf(options);
  const list = options.fields && (name === '@' || (name === '*' && !options.quoted));
  if (!list) {
    chunks.push({ kind, text: value ?? '' });
    return;
  }
  for (const [index, text] of shell.positional.entries()) {
    if (index > 0) chunks.push({ kind: kind === 'split' ? 'blank' : 'break', text: '' });
    chunks.push({ kind, text });
  }
}

function* addWord(shell: Shell, part: Param, options: ChunkOptions, chunks: Chunk[]): Step<void> {
  const inner = { ...options, tilde: 'start' as const, splitLiterals: !options.quoted };
  const quotedWord = options.quoted === true;
  for (const chunk of yield* expandChunks(shell, part.word, { ...inner, quoted: quotedWord })) chunks.push(chunk);
}

function* transform(shell: Shell, part: Param, value: string): Step<string> {
  switch (part.op) {
    case '#':
    case '##':
      return trim(value, yield* expandPattern(shell, part.word), 'prefix', part.op === '#' ? 'shortest' : 'longest');
    case '%':
    case '%%':
      return trim(value, yield* expandPattern(shell, part.word), 'suffix', part.op === '%' ? 'shortest' : 'longest');
    case 'substring':
      return substring(shell, value, yield* expandText(shell, part.word, 'none'));
    default: {
      const pattern = yield* expandPattern(shell, part.word);
      const replacement = part.replacement === undefined ? '' : yield* expandText(shell, part.replacement, 'none');
      if (value.length * Math.max(1, replacement.length) > MAX_VALUE && replacement.length > 1) {
        if (part.op === 'replace-all' && value.length > 100_000) throw new ShellComplaint('replacement gives too much text');
      }
      return replacePattern(value, pattern, replacement, part.op === 'replace-all');
    }
  }
}

/** `${value:offset:length}`; the text after the first colon holds both expressions. */
function substring(shell: Shell, value: string, text: string): string {
  const colon = text.indexOf(':');
  const offset = Number(arithmetic(shell, colon < 0 ? text : text.slice(0, colon)));
  const length = colon < 0 ? value.length : Number(arithmetic(shell, text.slice(colon + 1)));
  let start = offset;
  if (start < 0) start = value.length + start;
  if (start < 0) start = 0;
  if (start > value.length) start = value.length;
  const end = length < 0 ? value.length + length : start + length;
  return end <= start ? '' : value.slice(start, end);
}
