import { type Step, TURN } from '../../kernel/index.ts';
import { braceWords } from '../bash.ts';
import { ShellComplaint } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { type Part, plainText, type Word } from '../syntax/ast.ts';
import { evaluate } from './arithmetic.ts';
import { type Chunk, type Field, splitFields } from './field.ts';
import { glob } from './glob.ts';
import { expandParameter } from './parameter.ts';
import { escapePattern, hasPattern } from './pattern.ts';
import { homeDirectory } from './tilde.ts';

/** Where a tilde may start a home directory: at the word's start, also after colons (assignments), or nowhere. */
export type Tilde = 'start' | 'assignment' | 'none';

export interface ChunkOptions {
  readonly tilde: Tilde;
  /** Everything counts as quoted: inside double quotes and here-documents. */
  readonly quoted?: boolean;
  /** Unquoted literal text is split too: it is part of an unquoted `${x-word}`. */
  readonly splitLiterals?: boolean;
  /** Whether `$@` may give several fields. */
  readonly fields: boolean;
}

/** Runs commands for `$(…)`, `<(…)`: set by the evaluator, so that expansion does not depend on it. */
export interface Substitutions {
  command(shell: Shell, part: Part & { kind: 'command' }): Step<string>;
  process(shell: Shell, part: Part & { kind: 'process' }): Step<string>;
}
let substitutions: Substitutions;
export function setSubstitutions(value: Substitutions): void {
  substitutions = value;
}

/** A word as a list of chunks, before splitting. */
export function* expandChunks(shell: Shell, word: Word, options: ChunkOptions): Step<Chunk[]> {
  const chunks: Chunk[] = [];
  for (const [index, part] of word.entries()) {
    if (shell.p.tick()) yield TURN;
    if (part.kind === 'text') addText(shell, word, index, part, options, chunks);
    else yield* addExpansion(shell, part, options, chunks);
  }
  return chunks;
}

function* addExpansion(shell: Shell, part: Exclude<Part, { kind: 'text' }>, options: ChunkOptions, chunks: Chunk[]): Step<void> {
  const quoted = part.quoted || options.quoted === true;
  switch (part.kind) {
    case 'param':
      return yield* expandParameter(shell, part, { ...options, quoted }, chunks);
    case 'command':
      chunks.push({ kind: quoted ? 'quoted' : 'split', text: yield* substitutions.command(shell, part) });
      return;
    case 'process':
      chunks.push({ kind: 'quoted', text: yield* substitutions.process(shell, part) });
      return;
    case 'arithmetic': {
      const text = yield* expandText(shell, part.expression, 'none');
      chunks.push({ kind: quoted ? 'quoted' : 'split', text: String(arithmetic(shell, text)) });
    }
  }
}

/** The value of an arithmetic expression that has been expanded. dash repeats the expression in its messages. */
export function arithmetic(shell: Shell, text: string): bigint {
  try {
    return evaluate(text, {
      get: (name) => shell.variables.get(name),
      set: (name, value) => shell.variables.set(name, value),
    });
  } catch (error) {
    if (!(error instanceof ShellComplaint) || shell.config.dialect !== 'dash') throw error;
    throw new ShellComplaint(`${error.message}: "${text}"`, error.status);
  }
}

function addText(shell: Shell, word: Word, index: number, part: Part & { kind: 'text' }, options: ChunkOptions, chunks: Chunk[]): void {
  const quoted = part.quoted || options.quoted === true;
  if (quoted) {
    const next = word[index + 1];
    const bare = part.text === '' && next?.kind === 'param' && next.name === '@' && next.op === 'plain' && next.quoted;
    if (!bare || !options.fields || word.length > index + 2) chunks.push({ kind: 'quoted', text: part.text });
    return;
  }
  const kind = options.splitLiterals ? 'split' : 'plain';
  let text = part.text;
  if (options.tilde !== 'none' && text.includes('~')) {
    const pieces = options.tilde === 'assignment' ? text.split(/(?<=:)/) : [text];
    for (const [i, piece] of pieces.entries()) {
      const isStart = i > 0 || index === 0;
      const ends = i < pieces.length - 1 || index === word.length - 1;
      const found = isStart ? /^~([^/:]*)/.exec(piece) : null;
      const closed = found !== null && (found[0].length < piece.length || ends);
      const home = closed ? homeDirectory(shell, found[1]!) : undefined;
      if (home === undefined || found === null) {
        chunks.push({ kind, text: piece });
        continue;
      }
      chunks.push({ kind: 'quoted', text: home });
      if (found[0].length < piece.length) chunks.push({ kind, text: piece.slice(found[0].length) });
    }
    text = '';
  }
  if (text !== '') chunks.push({ kind, text });
}

/** A word as one text, neither split nor matched against files: assignments, here-documents, `case` words. */
export function* expandText(shell: Shell, word: Word, tilde: Tilde): Step<string> {
  const plain = plainText(word);
  if (plain !== undefined && !plain.includes('~')) return plain;
  const chunks = yield* expandChunks(shell, word, { tilde, fields: false });
  return chunks.map((chunk) => chunk.text).join('');
}

/** A word as a pattern, with quoted characters escaped. */
export function* expandPattern(shell: Shell, word: Word): Step<string> {
  const chunks = yield* expandChunks(shell, word, { tilde: 'start', fields: false });
  return chunks.map(({ kind, text }) => (kind === 'quoted' ? escapePattern(text) : text)).join('');
}

export const fieldSeparators = (shell: Shell): string => shell.variables.get('IFS') ?? ' \t\n';

/** A word of a command: split into fields and matched against files. */
export function* expandFields(shell: Shell, word: Word, into: string[]): Step<void> {
  if (shell.config.dialect !== 'bash') return yield* expandOne(shell, word, into);
  for (const one of braceWords(word)) yield* expandOne(shell, one, into);
}

function* expandOne(shell: Shell, word: Word, into: string[]): Step<void> {
  const plain = plainText(word);
  if (plain !== undefined && plain !== '' && !/[~*?[\\]/.test(plain)) {
    into.push(plain);
    return;
  }
  const chunks = yield* expandChunks(shell, word, { tilde: 'start', fields: true });
  for (const field of splitFields(chunks, fieldSeparators(shell))) yield* addMatches(shell, field, into);
}

function* addMatches(shell: Shell, field: Field, into: string[]): Step<void> {
  if (shell.options.has('noglob') || !hasPattern(field.pattern)) {
    into.push(field.text);
    return;
  }
  const found = yield* glob(shell, field.pattern);
  if (into.length + found.length > MAX_WORDS) throw new ShellComplaint('too many words');
  if (found.length === 0) into.push(field.text);
  else for (const path of found) into.push(path);
}

const MAX_WORDS = 200_000;
