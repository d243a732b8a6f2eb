import type { Node } from '../syntax/ast.ts';
import { Incomplete } from '../syntax/errors.ts';
import type { Parser } from '../syntax/parser.ts';

/** Commands from text that arrives bit by bit. */
export class CommandSource {
  readonly #make: (text: string, line: number, last: boolean) => Parser;
  #parser: Parser | undefined;
  /** Text from the start of the command that is being read. */
  #text = '';
  #line: number;
  #ended = false;

  constructor(make: (text: string, line: number, last: boolean) => Parser, line = 1) {
    this.#make = make;
    this.#line = line;
  }

  feed(text: string): void {
    this.#text += text;
    this.#parser = undefined;
  }
  end(): void {
    this.#ended = true;
    this.#parser = undefined;
  }
  /** Forgets what has been read of a command, as after a syntax error at a prompt. */
  discard(): void {
    this.#text = '';
    this.#parser = undefined;
  }
  /** Whether a command has begun that needs more text. */
  get pending(): boolean {
    return this.#text.trim() !== '';
  }

  get line(): number {
    return this.#line;
  }

  /** The next command: 'more' when the text does not hold it all, 'end' after the last. `taken` is the text it was read from. */
  next(): { command: Node | undefined | 'more' | 'end'; taken: string } {
    if (this.#text === '' && !this.#ended) return { command: 'more', taken: '' };
    this.#parser ??= this.#make(this.#text, this.#line, this.#ended);
    try {
      const command = this.#parser.command();
      const { rest } = this.#parser;
      const taken = this.#text.slice(0, this.#text.length - rest.length);
      this.#text = rest;
      this.#line = this.#parser.line;
      return { command, taken };
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      this.#parser = undefined;
      return { command: 'more', taken: '' };
    }
  }
}
