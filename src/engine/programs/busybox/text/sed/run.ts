import { type Step, SysError, TURN } from '../../../../kernel/index.ts';
import { type Regex, RegexError } from '../../../regex/index.ts';
import type { Call } from '../../applet.ts';
import { openInput } from '../input.ts';
import type { Line, Lines } from './lines.ts';
import type { Output } from './output.ts';
import { type Command, LAST, SedError } from './script.ts';
import { substitute } from './substitute.ts';

/** What the pattern and hold spaces may hold. */
const MAX_SPACE = 64 * 1024 * 1024;

/** The state of a running script; `process` goes through the lines that are there. */
export class Run {
  quiet: boolean;
  out: Output;
  readonly #a: Call;
  readonly #commands: readonly Command[];
  readonly #lines: Lines;
  readonly #files: ReadonlyMap<string, Output>;
  #hold = '';
  #lastRegex: Regex | undefined;
  #appended: string[] = [];
  #next: Line | undefined;
  #number = 0;

  constructor(a: Call, commands: readonly Command[], lines: Lines, out: Output, files: ReadonlyMap<string, Output>, quiet: boolean) {
    this.#a = a;
    this.#commands = commands;
    this.#lines = lines;
    this.#files = files;
    this.out = out;
    this.quiet = quiet;
  }

  *process(): Step<void> {
    this.#number = 0;
    this.#next = yield* this.#read();
    for (;;) {
      const line = this.#next;
      if (line === undefined) return;
      this.#next = yield* this.#read();
      this.#number++;
      yield* this.#cycle(line);
      yield* this.#flushAppended();
      if (this.#a.p.tick()) yield TURN;
    }
  }

  *#read(): Step<Line | undefined> {
    yield* this.#flushAppended();
    return yield* this.#lines.next();
  }

  *#flushAppended(): Step<void> {
    for (const text of this.#appended.splice(0)) yield* this.out.line(text, '\n');
  }

  /** Runs the script on one line, up to the point where the next is to be read. */
  *#cycle(line: Line): Step<void> {
    let space = line.text;
    let ending = line.ending;
    let substituted = false;
    const commands = this.#commands;
    for (let index = 0; index < commands.length; index++) {
      if (this.#a.p.tick()) yield TURN;
      const command = commands[index]!;
      const matched = this.#matches(command, space) !== command.invert;
      if (command.letter === '{') {
        if (!matched) index = blockEnd(commands, index);
        continue;
      }
      if (!matched) continue;
      if (command.begin.regex !== undefined) this.#lastRegex = command.begin.regex;
      switch (command.letter) {
        case '=':
          yield* this.out.raw(`${this.#number}\n`);
          break;
        case 'P':
          yield* this.out.line(space.split('\n', 1)[0]!, '\n');
          break;
        case 'p':
          yield* this.out.line(space, '\n');
          break;
        case 'D': {
          const end = space.indexOf('\n');
          if (end < 0) return;
          space = space.slice(end + 1);
          index = -1;
          break;
        }
        case 'd':
          return;
        case 's': {
          const changed = this.#substitute(command, space);
          if (changed === undefined) break;
          space = changed;
          substituted = true;
          if (command.substitution!.print) yield* this.out.line(space, ending);
          if (command.file !== undefined) yield* this.#files.get(command.file)!.line(space, ending);
          break;
        }
        case 'a':
          this.#appended.push(command.text);
          break;
        case 'i':
          yield* this.out.line(command.text, '\n');
          break;
        case 'c':
          if (!command.inRange) yield* this.out.line(command.text, '\n');
          return;
        case 'r':
          yield* this.#readFile(command.text);
          break;
        case 'w':
          yield* this.#files.get(command.file!)!.line(space, ending);
          break;
        case 'n': {
          if (!this.quiet) yield* this.out.line(space, ending);
          const next: Line | undefined = this.#next;
          if (next === undefined) return;
          ({ text: space, ending } = next);
          this.#next = yield* this.#read();
          substituted = false;
          this.#number++;
          break;
        }
        case 'N': {
          const next: Line | undefined = this.#next;
          if (next === undefined) return yield* this.#end(space, ending);
          space = this.#join(space, next.text);
          ending = next.ending;
          this.#next = yield* this.#read();
          this.#number++;
          break;
        }
        case 'q':
          this.#next = undefined;
          return yield* this.#end(space, ending);
        case 't':
        case 'T':
        case 'b':
          if (command.letter === 't' && !substituted) break;
          if (command.letter === 'T' && substituted) {
            substituted = false;
            break;
          }
          if (command.letter === 't') substituted = false;
          if (command.text === '') return yield* this.#end(space, ending);
          index = this.#label(command.text);
          break;
        case 'y':
          space = transliterate(space, command.text);
          break;
        case 'g':
          space = this.#hold;
          break;
        case 'G':
          space = this.#join(space, this.#hold);
          ending = '\n';
          break;
        case 'h':
          this.#hold = space;
          break;
        case 'H':
          this.#hold = this.#join(this.#hold, space);
          break;
        case 'x':
          [space, this.#hold] = [this.#hold, space];
          ending = '\n';
          break;
      }
    }
    yield* this.#end(space, ending);
  }

  *#end(space: string, ending: Line['ending']): Step<void> {
    if (!this.quiet) yield* this.out.line(space, ending);
  }

  #join(first: string, second: string): string {
    if (first.length + second.length > MAX_SPACE) throw new SedError('out of memory');
    return `${first}\n${second}`;
  }

  #label(name: string): number {
    const index = this.#commands.findIndex((command) => command.letter === ':' && command.text === name);
    if (index < 0) throw new SedError(`can't find label for jump to '${name}'`);
    return index;
  }

  /** Whether a command's addresses choose this line; keeps the state of its range. */
  #matches(command: Command, space: string): boolean {
    const { begin, end } = command;
    const before = command.inRange;
    const last = this.#next === undefined;
    if (!before) end.line = command.endLine;
    const matched =
      before ||
      (begin.line === 0 && end.line === 0 && begin.regex === undefined && end.regex === undefined) ||
      (begin.line > 0 && (end.line !== 0 || end.regex !== undefined ? begin.line <= this.#number : begin.line === this.#number)) ||
      (begin.regex !== undefined && this.#test(begin.regex, space)) ||
      (begin.line === LAST && last);
    command.inRange = matched;
    if (!matched) return false;
    if (end.line <= -2) end.line = this.#number + (-end.line - 2);
    if (begin.line > 0) begin.line = -2;
    const over =
      (end.line !== 0 ? (end.line === LAST ? last : end.line <= this.#number) : end.regex === undefined) ||
      (end.regex !== undefined && before && this.#test(end.regex, space));
    command.inRange = !over;
    return true;
  }

  #test(regex: Regex, space: string): boolean {
    try {
      return regex.test(space);
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      throw new SedError(error.message);
    }
  }

  #substitute(command: Command, space: string): string | undefined {
    const regex = command.substitution!.regex ?? this.#lastRegex;
    if (regex === undefined) throw new SedError('no previous regexp');
    this.#lastRegex = regex;
    try {
      return substitute(space, regex, command.substitution!.which, command.text);
    } catch (error) {
      if (error instanceof RegexError) throw new SedError(error.message);
      if (error instanceof RangeError) throw new SedError('out of memory');
      throw error;
    }
  }

  /** The lines of a file are appended to the output; one that cannot be read is passed over. */
  *#readFile(file: string): Step<void> {
    try {
      const input = openInput(this.#a, file);
      for (;;) {
        const line = yield* input.text();
        if (line === undefined) break;
        this.#appended.push(line);
        if (this.#a.p.tick()) yield TURN;
      }
      input.close();
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }
}

function blockEnd(commands: readonly Command[], start: number): number {
  let depth = 0;
  for (let index = start; index < commands.length; index++) {
    if (commands[index]!.letter === '{') depth++;
    if (commands[index]!.letter === '}' && --depth === 0) return index;
  }
  throw new SedError('unterminated {');
}

function transliterate(space: string, pairs: string): string {
  const map = new Map<string, string>();
  for (let i = 0; i < pairs.length; i += 2) if (!map.has(pairs[i]!)) map.set(pairs[i]!, pairs[i + 1]!);
  return Array.from(space, (char) => map.get(char) ?? char).join('');
}
