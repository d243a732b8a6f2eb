import { runesOf } from '../../go/bytes.ts';
import { quote } from '../../go/quote.ts';
import { DockerfileError } from '../error.ts';
import { type Environment, noVariables } from './env.ts';
import { compilePattern, Matcher, reversePattern } from './pattern.ts';
import { replaceAll, replaceFirst } from './replacement.ts';
import { WordBuffer, WordSplitter } from './words.ts';

/** The character that escapes: the Dockerfile's `# escape=`. */
export type EscapeToken = '\\' | '`';

export interface LexOptions {
  readonly escapeToken?: EscapeToken;
  /** Keep quotes in the result. */
  readonly rawQuotes?: boolean;
  /** Keep escapes in the result. */
  readonly rawEscapes?: boolean;
  /** Take quotes as ordinary characters (here-document bodies). */
  readonly ignoreQuotes?: boolean;
  /** Leave references to unset variables as they stand. */
  readonly keepUnset?: boolean;
}

export interface Expansion {
  readonly text: string;
  /** `text` split at white space that was not quoted. */
  readonly words: readonly string[];
  /** Names looked up and found; in the order of their first use. */
  readonly matched: ReadonlySet<string>;
  /** Names looked up and not found, even where a default stood in for them. */
  readonly unmatched: ReadonlySet<string>;
}

const sizeLimit = 4 * 1024 * 1024;
const depthLimit = 400;
const end = '';

class LexError extends Error {}

class Lexer {
  private readonly runes: readonly string[];
  private at: number;
  private readonly environment: Environment;
  private readonly options: LexOptions;
  private readonly escapeToken: EscapeToken;
  private rawEscapes: boolean;
  private readonly buffer = new WordBuffer();
  private depth = 0;
  readonly matched = new Set<string>();
  readonly unmatched = new Set<string>();

  constructor(word: string, environment: Environment, options: LexOptions) {
    this.runes = [...runesOf(word)];
    this.at = this.runes[0] === '\ufeff' ? 1 : 0;
    this.environment = environment;
    this.options = options;
    this.escapeToken = options.escapeToken ?? '\\';
    this.rawEscapes = options.rawEscapes ?? false;
  }

  private peek(): string {
    return this.runes[this.at] ?? end;
  }

  private next(): string {
    const rune = this.peek();
    if (rune !== end) this.at += 1;
    return rune;
  }

  private bounded(text: string): string {
    if (text.length > sizeLimit) throw new DockerfileError('limit', 'the expansion of a word is larger than 4 MiB');
    return text;
  }

  /** Everything up to `stop` (consumed, not returned), or to the end of the word when `stop` is `end`. */
  run(stop: string, rawEscapes: boolean): { text: string; words: string[] } {
    const outerRawEscapes = this.rawEscapes;
    this.rawEscapes = rawEscapes;
    this.depth += 1;
    if (this.depth > depthLimit) throw new DockerfileError('limit', 'a word nests substitutions too deeply');
    try {
      return this.runInside(stop);
    } finally {
      this.depth -= 1;
      this.rawEscapes = outerRawEscapes;
    }
  }

  private runInside(stop: string): { text: string; words: string[] } {
    const words = new WordSplitter(this.buffer);
    let text = '';
    while (this.peek() !== end) {
      const rune = this.peek();
      if (stop !== end && rune === stop) {
        this.next();
        return { text, words: words.finish() };
      }
      if (rune === '$') {
        const value = this.dollar();
        text = this.bounded(text + value);
        words.addAll(value);
      } else if (rune === '<') {
        const mark = this.possibleHeredoc();
        text += mark;
        words.addRaw(mark);
      } else if ((rune === "'" || rune === '"') && !this.options.ignoreQuotes) {
        const quoted = rune === "'" ? this.singleQuoted() : this.doubleQuoted();
        text = this.bounded(text + quoted);
        words.addRaw(quoted);
      } else {
        this.next();
        let plain = rune;
        if (rune === this.escapeToken) {
          if (this.rawEscapes) {
            words.addRaw(rune);
            text += rune;
          }
          plain = this.next();
          if (plain === end) break;
          words.addRaw(plain);
        } else words.add(rune);
        text += plain;
      }
    }
    if (stop !== end) throw new LexError(`unexpected end of statement while looking for matching ${stop}`);
    return { text, words: words.finish() };
  }

  private singleQuoted(): string {
    const mark = this.options.rawQuotes ? "'" : '';
    this.next();
    let text = mark;
    for (;;) {
      const rune = this.next();
      if (rune === end) throw new LexError('unexpected end of statement while looking for matching single-quote');
      if (rune === "'") return text + mark;
      text += rune;
    }
  }

  private doubleQuoted(): string {
    const mark = this.options.rawQuotes ? '"' : '';
    this.next();
    let text = mark;
    for (;;) {
      const rune = this.peek();
      if (rune === end) throw new LexError('unexpected end of statement while looking for matching double-quote');
      if (rune === '$') {
        text = this.bounded(text + this.dollar());
        continue;
      }
      this.next();
      if (rune === '"') return text + mark;
      let plain = rune;
      if (rune === this.escapeToken) {
        if (this.rawEscapes) text += rune;
        const following = this.peek();
        if (following === end) continue;
        if (following === '"' || following === '$' || following === this.escapeToken) plain = this.next();
      }
      text += plain;
    }
  }

  /** "<<" and the blanks behind it stay together, so that the name of a here-document is part of the same word. */
  private possibleHeredoc(): string {
    this.next();
    if (this.peek() !== '<') return '<';
    this.next();
    let text = '<<';
    while (this.peek() === '\t' || this.peek() === '\r' || this.peek() === ' ') text += this.next();
    return text;
  }

  private lookUp(name: string): string | undefined {
    const value = this.environment.get(name);
    (value === undefined ? this.unmatched : this.matched).add(name);
    return value;
  }

  private name(): string {
    let name = '';
    for (let rune = this.peek(); rune !== end; rune = this.peek()) {
      if (name === '' && /\p{Nd}/u.test(rune)) {
        while (this.peek() !== end && /\p{Nd}/u.test(this.peek())) name += this.next();
        return name;
      }
      if (name === '' && '@*#?-$!'.includes(rune)) return this.next();
      if (!/[\p{L}\p{Nd}_]/u.test(rune)) break;
      name += this.next();
    }
    return name;
  }

  private dollar(): string {
    this.next();
    if (this.peek() !== '{') {
      const name = this.name();
      if (name === '') return '$';
      const value = this.lookUp(name);
      return value ?? (this.options.keepUnset ? `$${name}` : '');
    }
    this.next();
    if (this.peek() === end) throw new LexError("syntax error: missing '}'");
    if ('{}:'.includes(this.peek())) throw new LexError('syntax error: bad substitution');
    const name = this.name();
    const operator = this.next();
    if (operator === '}') {
      const value = this.lookUp(name);
      return value ?? (this.options.keepUnset ? `\${${name}}` : '');
    }
    if (operator === '/') return this.substitution(name);
    if (operator === ':') return this.modified(name, this.next(), true);
    if (operator !== end && '+-?#%'.includes(operator)) return this.modified(name, operator, false);
    throw new LexError(`unsupported modifier (${operator || '\ufffd'}) in substitution`);
  }

  /** The text up to `stop` inside ${…}; an error at the end of the word becomes `missing`. */
  private inside(stop: string, rawEscapes: boolean, missing: string): string {
    try {
      return this.run(stop, rawEscapes).text;
    } catch (error) {
      if (error instanceof LexError && this.peek() === end) throw new LexError(missing);
      throw error;
    }
  }

  private modified(name: string, operator: string, nullIsUnset: boolean): string {
    const written = `${nullIsUnset ? ':' : ''}${operator || '\ufffd'}`;
    const trims = operator === '#' || operator === '%';
    if (nullIsUnset && trims) throw new LexError(`unsupported modifier (${written}) in substitution`);
    const word = this.inside('}', trims, "syntax error: missing '}'");
    const value = this.lookUp(name);
    if (value === undefined && this.options.keepUnset) return `\${${name}${written}${word}}`;
    const absent = value === undefined || (nullIsUnset && value === '');
    switch (operator) {
      case '-':
        return absent ? word : value;
      case '+':
        return absent ? '' : word;
      case '?':
        if (!absent) return value;
        throw new LexError(`${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`);
      case '#':
      case '%': {
        const greedy = word.startsWith(operator);
        return this.trimmed(greedy ? word.slice(1) : word, value ?? '', greedy, operator === '%');
      }
      default:
        throw new LexError(`unsupported modifier (${written}) in substitution`);
    }
  }

  private trimmed(pattern: string, value: string, greedy: boolean, fromEnd: boolean): string {
    const letters = fromEnd ? reversePattern([...pattern]) : [...pattern];
    const text = fromEnd ? [...runesOf(value)].reverse() : [...value];
    const compiled = compilePattern(letters);
    if ('error' in compiled) throw new LexError(`invalid pattern (${letters.join('')}) in substitution: ${compiled.error}`);
    const stop = new Matcher(compiled.tokens, text, greedy).endOf(0);
    const rest = stop < 0 ? text : text.slice(stop);
    return (fromEnd ? rest.reverse() : rest).join('');
  }

  private substitution(name: string): string {
    const all = this.peek() === '/';
    if (all) this.next();
    const pattern = this.inside('/', true, "syntax error: missing '/' in ${}");
    const replacement = this.inside('}', true, "syntax error: missing '}'");
    const value = this.lookUp(name);
    if (value === undefined && this.options.keepUnset) return `\${${name}/${pattern}/${replacement}}`;
    const compiled = compilePattern([...pattern]);
    if ('error' in compiled) throw new LexError(`invalid pattern (${pattern}) in substitution: ${compiled.error}`);
    return this.bounded((all ? replaceAll : replaceFirst)(compiled.tokens, [...(value ?? '')], replacement));
  }
}

/** An expansion, and the error that stopped it: names looked up until then are known even so. */
export interface TriedExpansion extends Expansion {
  readonly error?: DockerfileError;
}

/** Like `expandWord`, but returns the error. On error `text` and `words` are empty. */
export function tryExpandWord(word: string, environment: Environment = noVariables, options: LexOptions = {}): TriedExpansion {
  const lexer = new Lexer(word, environment, options);
  try {
    const { text, words } = lexer.run(end, options.rawEscapes ?? false);
    return { text, words, matched: lexer.matched, unmatched: lexer.unmatched };
  } catch (error) {
    const known =
      error instanceof LexError ? new DockerfileError('expansion', `failed to process ${quote(word)}: ${error.message}`) : error;
    if (!(known instanceof DockerfileError)) throw known;
    return { text: '', words: [], matched: lexer.matched, unmatched: lexer.unmatched, error: known };
  }
}

/**
 * Removes quotes and escapes from one word of a Dockerfile and replaces its variables: $name, ${name}, and ${name} with -, :-, +, :+, ?, :?, #, ##, %,
 * %%, / and //. Values are not expanded again. Throws DockerfileError ('expansion', or 'limit' past 4 MiB or 400 nested substitutions).
 * Upstream: moby/buildkit frontend/dockerfile/shell/lex.go.
 */
export function expandWord(word: string, environment: Environment = noVariables, options: LexOptions = {}): Expansion {
  const { error, ...expansion } = tryExpandWord(word, environment, options);
  if (error !== undefined) throw error;
  return expansion;
}
