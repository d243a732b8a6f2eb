import { type Step, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { chomp, type Input } from '../input.ts';
import type { Pattern, Plan, Span } from './options.ts';

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[0-9A-Za-z_]/.test(char);

/** Searches files one after the other and prints what it finds. */
export class Search {
  readonly #a: Call;
  readonly #plan: Plan;
  readonly #patterns: readonly Pattern[];
  /** Whether output lines begin with the file's name. */
  names: boolean;
  #file = '';
  #lastPrinted = 0;

  constructor(a: Call, plan: Plan, patterns: readonly Pattern[], names: boolean) {
    this.#a = a;
    this.#plan = plan;
    this.#patterns = patterns;
    this.names = names;
  }

  /** How many lines of a file were selected; with -q a hit ends the applet. */
  *file(input: Input, name: string): Step<number> {
    const { delimiter, before, after, invert, count, list, quiet, max } = this.#plan;
    this.#file = name;
    const held: string[] = [];
    let left = 0;
    let matches = 0;
    for (let number = 1; ; number++) {
      const raw = yield* input.line(delimiter);
      if (raw === undefined) break;
      if (this.#a.p.tick()) yield TURN;
      const line = chomp(raw, delimiter);
      const found = this.#matches(line);
      if ((found !== undefined) !== invert) {
        if (matches >= max) break;
        matches++;
        if (quiet || list !== undefined) {
          if (!quiet && list === 'matching') yield* this.#a.line(name);
          return 1;
        }
        if (!count) {
          for (let i = 0; i < held.length; i++) yield* this.#print(held[i]!, number - held.length + i, '-');
          held.length = 0;
          left = after;
          if (this.#plan.onlyMatch) yield* this.#parts(line, found, number);
          else yield* this.#print(line, number, ':');
        }
      } else if (left > 0) {
        yield* this.#print(line, number, '-');
        left--;
      } else if (before > 0) {
        held.push(line);
        if (held.length > before) held.shift();
      }
      if (matches >= max && left === 0) break;
    }
    if (count) yield* this.#a.line(this.names ? `${name}:${matches}` : String(matches));
    if (list === 'others') yield* this.#a.line(name);
    return matches;
  }

  /** The pattern that selects a line and where. */
  #matches(line: string): { pattern: Pattern; span: Span } | undefined {
    const { fixed, words, wholeLines } = this.#plan;
    let found: { pattern: Pattern; span: Span } | undefined;
    for (const pattern of this.#patterns) {
      for (let from = 0; from <= line.length; ) {
        const span = pattern.find(line, from);
        if (span === undefined) break;
        const whole = span.start === 0 && span.end === line.length;
        const word = !isWordChar(line[span.start - 1]) && !isWordChar(line[span.end]);
        if (wholeLines ? whole : !words || word) {
          found = { pattern, span };
          break;
        }
        if (wholeLines) break;
        if (!fixed && span.end <= from) break;
        from = fixed ? span.start + 1 : span.end;
      }
      if (found !== undefined) break;
    }
    return found;
  }

  /** -o: the matching parts of a line. */
  *#parts(line: string, found: { pattern: Pattern; span: Span } | undefined, number: number): Step<void> {
    if (found === undefined) return;
    const { fixed } = this.#plan;
    if (fixed) {
      yield* this.#print(found.pattern.text, number, ':');
      return;
    }
    for (let span: Span | undefined = found.span; span !== undefined; ) {
      if (span.end > span.start) yield* this.#print(line.slice(span.start, span.end), number, ':');
      if (span.end >= line.length) return;
      span = found.pattern.find(line, span.end === span.start ? span.end + 1 : span.end);
      if (this.#a.p.tick()) yield TURN;
    }
  }

  *#print(text: string, number: number, mark: ':' | '-'): Step<void> {
    if (number < 1) return;
    const { before, after, numbers, invert, onlyMatch, delimiter } = this.#plan;
    if ((before > 0 || after > 0) && this.#lastPrinted > 0 && this.#lastPrinted !== number - 1) yield* this.#a.print('--\n');
    this.#lastPrinted = number;
    const prefix = (this.names ? `${this.#file}${mark}` : '') + (numbers ? `${number}${mark}` : '');
    yield* this.#a.print(invert && onlyMatch ? prefix : `${prefix}${text}${delimiter}`);
  }
}
