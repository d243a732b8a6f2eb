import { basicSyntax, extendedSyntax, Regex, RegexError } from '../../../regex/index.ts';
import { type Address, LAST, type Script, SedError, type Substitution } from './script.ts';
import { controlEscapes, delimiterAt, dropEscapes, goesOn, replaceEscape, scriptLines } from './words.ts';

const LETTERS = 'saicrw:btTydDgGhHlnNpPqx={}';
const SEPARATORS = /[; \n\r\t\v]/;
const isSpace = (char: string | undefined): boolean => char !== undefined && /[ \t-\r]/.test(char);

/** Reads scripts, piece by piece as -e and -f give them. `finish` reads what an unfinished last line left. */
export class Parser {
  readonly script: Script = { commands: [], quiet: false };
  readonly #extended: boolean;
  /** Called with each file that is written, before anything runs. */
  readonly #openFile: (name: string) => void;
  #unfinished: string | undefined;
  #text = '';
  #at = 0;
  #lastRegex: Regex | undefined;

  constructor(extended: boolean, openFile: (name: string) => void) {
    this.#extended = extended;
    this.#openFile = openFile;
  }

  /** An argument of -e. */
  argument(script: string): void {
    for (const line of scriptLines(script)) this.line(line);
  }

  /** A line of -f. */
  line(line: string): void {
    const text = this.#unfinished === undefined ? line : `${this.#unfinished}\n${line}`;
    if (goesOn(text)) {
      this.#unfinished = text.slice(0, -1);
      return;
    }
    this.#unfinished = undefined;
    this.#read(text);
  }

  /** What was left by a last line that ends in a backslash. */
  finish(): void {
    const text = this.#unfinished;
    this.#unfinished = undefined;
    if (text !== undefined) this.#read(text);
  }

  #read(text: string): void {
    this.#text = text;
    this.#at = 0;
    for (;;) {
      while (this.#at < text.length && SEPARATORS.test(text[this.#at]!)) this.#at++;
      if (this.#at >= text.length) return;
      if (text[this.#at] === '#') {
        if (text[this.#at + 1] === 'n') this.script.quiet = true;
        const end = text.slice(this.#at).search(/[\n\r]/);
        if (end < 0) return;
        this.#at += end;
        continue;
      }
      this.#command();
    }
  }

  #command(): void {
    const begin = this.#address(false) ?? { line: 0, regex: undefined };
    let end: Address = { line: 0, regex: undefined };
    if (this.#text[this.#at] === ',') {
      this.#at++;
      const address = this.#address(true);
      if (address === undefined) throw new SedError('no address after comma');
      end = address;
    }
    this.#skipSpace();
    const invert = this.#text[this.#at] === '!';
    if (invert) {
      this.#at++;
      this.#skipSpace();
    }
    const letter = this.#text[this.#at++];
    if (letter === undefined) throw new SedError('missing command');
    const ranged = end.line !== 0 || end.regex !== undefined;
    const rest = this.#arguments(letter, ranged);
    this.script.commands.push({
      letter,
      begin,
      end,
      invert,
      text: rest.text ?? '',
      substitution: rest.substitution,
      file: rest.file,
      inRange: false,
      beginLine: begin.line,
      endLine: end.line,
    });
  }

  #skipSpace(): void {
    while (isSpace(this.#text[this.#at])) this.#at++;
  }

  #address(isEnd: boolean): Address | undefined {
    const text = this.#text;
    const number = /^[0-9]+/.exec(text.slice(this.#at));
    if (number !== null) {
      this.#at += number[0].length;
      return { line: Number(number[0]), regex: undefined };
    }
    const plus = isEnd ? /^\+([0-9]+)/.exec(text.slice(this.#at)) : null;
    if (plus !== null) {
      this.#at += plus[0].length;
      return { line: -2 - Number(plus[1]), regex: undefined };
    }
    const char = text[this.#at];
    if (char === '$') {
      this.#at++;
      return { line: LAST, regex: undefined };
    }
    if (char !== '/' && char !== '\\') return undefined;
    if (char === '\\') this.#at++;
    const delimiter = text[this.#at++] ?? '\0';
    const end = delimiterAt(text, this.#at, delimiter, true);
    const pattern = text.slice(this.#at, end);
    this.#at = end + 1;
    if (pattern === '') {
      if (this.#lastRegex === undefined) throw new SedError('no previous regexp');
      return { line: 0, regex: this.#lastRegex };
    }
    this.#lastRegex = this.#compile(controlEscapes(pattern), false);
    return { line: 0, regex: this.#lastRegex };
  }

  #compile(pattern: string, ignoreCase: boolean): Regex {
    try {
      return new Regex(pattern, { ...(this.#extended ? extendedSyntax : basicSyntax), ignoreCase });
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      throw new SedError(`bad regex '${pattern}': ${error.message}`);
    }
  }

  #arguments(letter: string, ranged: boolean): { text?: string; substitution?: Substitution; file?: string | undefined } {
    if (!LETTERS.includes(letter)) throw new SedError(`unsupported command ${letter}`);
    if ('air'.includes(letter) && ranged) throw new SedError(`command '${letter}' uses only one address`);
    switch (letter) {
      case 's':
        return this.#substitute();
      case 'a':
      case 'i':
      case 'c':
        return { text: this.#lines() };
      case 'r':
        return { text: this.#fileName() };
      case 'w': {
        const file = this.#fileName();
        this.#openFile(file);
        return { text: file, file };
      }
      case ':':
      case 'b':
      case 't':
      case 'T': {
        this.#skipSpace();
        const label = /^[^; \n\r\t\v]*/.exec(this.#text.slice(this.#at))![0];
        this.#at += label.length;
        return { text: label };
      }
      case 'y':
        return { text: this.#transliterate() };
      default:
        return {};
    }
  }

  /** Text of a, i and c: the rest of the script's line. */
  #lines(): string {
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at]!;
      if (char === '\n' || char === '\\') {
        this.#at++;
        break;
      }
      if (!isSpace(char)) break;
      this.#at++;
    }
    const text = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return dropEscapes(controlEscapes(text));
  }

  #fileName(): string {
    this.#skipSpace();
    const end = this.#text.indexOf('\n', this.#at);
    const name = this.#text.slice(this.#at, end < 0 ? undefined : end);
    if (name === '') throw new SedError('empty filename');
    this.#at += name.length;
    return name;
  }

  /** The two halves of s and y, as written but with \n, \t and \r replaced. */
  #halves(): { delimiter: string; match: string; replacement: string } {
    const delimiter = this.#text[this.#at++];
    if (delimiter === undefined) throw new SedError('bad format in substitution expression');
    const middle = delimiterAt(this.#text, this.#at, delimiter, true);
    const match = controlEscapes(this.#text.slice(this.#at, middle));
    const end = delimiterAt(this.#text, middle + 1, delimiter, false);
    const replacement = controlEscapes(this.#text.slice(middle + 1, end));
    this.#at = end + 1;
    return { delimiter, match, replacement };
  }

  #transliterate(): string {
    const { delimiter, match, replacement } = this.#halves();
    const from = replaceEscape(match, delimiter, delimiter);
    const to = replaceEscape(replacement, delimiter, delimiter);
    let pairs = '';
    for (let i = 0; i < from.length && i < to.length; i++) pairs += from[i]! + to[i]!;
    return pairs;
  }

  #substitute(): { text: string; substitution: Substitution; file: string | undefined } {
    const { match, replacement } = this.#halves();
    let which = 1;
    let print = false;
    let ignoreCase = false;
    let file: string | undefined;
    flags: while (this.#at < this.#text.length) {
      const number = /^[0-9]+/.exec(this.#text.slice(this.#at));
      if (number !== null) {
        if (!match.startsWith('^')) which = Number(number[0]);
        this.#at += number[0].length;
        continue;
      }
      const char = this.#text[this.#at++]!;
      if (isSpace(char)) continue;
      switch (char) {
        case 'g':
          which = 0;
          break;
        case 'p':
          print = true;
          break;
        case 'i':
        case 'I':
          ignoreCase = true;
          break;
        case 'w':
          file = this.#fileName();
          this.#openFile(file);
          break;
        case '#':
          this.#at = this.#text.length;
          break flags;
        case '}':
          this.#at--;
          break flags;
        case ';':
          break flags;
        default:
          throw new SedError('bad option in substitution expression');
      }
    }
    const regex = match === '' ? undefined : this.#compile(match, ignoreCase);
    return { text: replacement, substitution: { regex, which, print }, file };
  }
}
