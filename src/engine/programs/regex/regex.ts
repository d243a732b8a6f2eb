import { type Automaton, build, type Subject } from './automaton.ts';
import { backtrack } from './backtrack.ts';
import { type Captures, Registers } from './captures.ts';
import { parse } from './parse.ts';
import { Scanner } from './search.ts';
import { submatches } from './submatch.ts';
import { basicSyntax, type Syntax, upperBytes } from './syntax.ts';

export interface SearchOptions {
  /** Where the text begins: nothing before it is looked at. 0 when not given. */
  readonly base?: number;
  /** The first place a match may begin at; `base` when not given. */
  readonly from?: number;
  /** `^` does not hold at `base` (REG_NOTBOL). */
  readonly notBol?: boolean;
}

/** A match: indices into the text searched. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** A compiled POSIX pattern over byte strings that behaves as glibc's in the C locale. */
export class Regex {
  readonly groups: number;
  readonly #automaton: Automaton;
  readonly #scanner: Scanner | undefined;
  readonly #fold: boolean;
  /** The text that the pattern stands for when it is nothing but ordinary characters. */
  readonly #literal: string | undefined;

  /** Throws RegexError when the pattern is not valid. */
  constructor(pattern: string, syntax: Syntax = basicSyntax) {
    const parsed = parse(pattern, syntax);
    this.#automaton = build(parsed, syntax);
    this.#scanner = parsed.hasReferences ? undefined : new Scanner(this.#automaton);
    this.#fold = syntax.ignoreCase;
    this.groups = parsed.groups;
    const { root } = parsed;
    const parts = root?.kind === 'cat' ? root.parts : root === null ? [] : [root];
    if (parts.length > 0 && parts.every((part) => part.kind === 'char'))
      this.#literal = parts.map((part) => String.fromCharCode(part.kind === 'char' ? part.byte : 0)).join('');
  }

  /** The leftmost longest match. Throws RegexError (STEPS) when finding it takes too long. */
  find(text: string, options: SearchOptions = {}): Match | undefined {
    const subject = this.#subject(text, options);
    const from = options.from ?? subject.base;
    if (this.#literal !== undefined) {
      const start = subject.text.indexOf(this.#literal, from);
      return start < 0 ? undefined : { start, end: start + this.#literal.length };
    }
    if (this.#scanner !== undefined) return this.#scanner.find(subject, from);
    const found = backtrack(this.#automaton, subject, from);
    return found === undefined ? undefined : { start: found[0]!, end: found[1]! };
  }

  /** The match with its groups. */
  exec(text: string, options: SearchOptions = {}): Captures | undefined {
    const subject = this.#subject(text, options);
    if (this.#scanner === undefined) return backtrack(this.#automaton, subject, options.from ?? subject.base);
    const found = this.find(text, options);
    if (found === undefined) return undefined;
    if (this.groups > 0) return submatches(this.#automaton, subject, found.start, found.end);
    const registers = Registers.of(this.#automaton, found.start);
    registers.at[1] = found.end;
    return registers.at;
  }

  test(text: string, options: SearchOptions = {}): boolean {
    return this.find(text, options) !== undefined;
  }

  #subject(text: string, options: SearchOptions): Subject {
    return { text: this.#fold ? upperBytes(text) : text, base: options.base ?? 0, notBol: options.notBol ?? false };
  }
}
