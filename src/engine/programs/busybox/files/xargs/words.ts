import { type ByteString, fromBytes, type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';

const MAX_WORD = 1024 * 1024;

export type Splitting = 'quoted' | 'lines' | 'nul';

/**
 * The items of an input: words with quotes and backslashes, whole lines without blanks at their start (-I), or what NULs
 * separate. `end` stops the reading when it is a word of its own.
 */
export class Items {
  readonly #a: Call;
  readonly #fd: number;
  readonly #splitting: Splitting;
  readonly #end: ByteString | undefined;
  #text = '';
  #at = 0;
  #closed = false;

  constructor(a: Call, fd: number, splitting: Splitting, end: ByteString | undefined) {
    this.#a = a;
    this.#fd = fd;
    this.#splitting = splitting;
    this.#end = end;
  }

  /** The next item; undefined at the end. */
  *next(): Step<ByteString | undefined> {
    if (this.#splitting === 'nul') return yield* this.#upTo('\0');
    const word = this.#splitting === 'lines' ? yield* this.#line() : yield* this.#word();
    return word !== undefined && word === this.#end ? undefined : word;
  }

  *#char(): Step<string | undefined> {
    while (this.#at >= this.#text.length) {
      if (this.#closed) return undefined;
      const bytes = yield* this.#a.p.read(this.#fd);
      this.#text = fromBytes(bytes);
      this.#at = 0;
      if (bytes.length === 0) this.#closed = true;
    }
    if (this.#a.p.tick()) yield TURN;
    return this.#text[this.#at++];
  }

  *#upTo(stop: string): Step<ByteString | undefined> {
    let item = '';
    for (;;) {
      const char = yield* this.#char();
      if (char === undefined) return item === '' ? undefined : item;
      if (char === stop) return item;
      item += char;
      if (item.length > MAX_WORD) throw new SysError('E2BIG');
    }
  }

  *#line(): Step<ByteString | undefined> {
    for (;;) {
      const line = yield* this.#upTo('\n');
      if (line === undefined) return undefined;
      const text = line.replace(/^[ \t]+/, '');
      if (text !== '') return text;
    }
  }

  *#word(): Step<ByteString | undefined> {
    let word: string | undefined;
    for (;;) {
      const char = yield* this.#char();
      if (char === undefined) return word;
      if (/\s/.test(char)) {
        if (word !== undefined) return word;
        continue;
      }
      word ??= '';
      if (char === '\\') word += (yield* this.#char()) ?? '';
      else if (char === "'" || char === '"') {
        for (;;) {
          const inside = yield* this.#char();
          if (inside === undefined || inside === '\n') this.#a.die(`unmatched ${char === "'" ? 'single' : 'double'} quote`);
          if (inside === char) break;
          word += inside;
        }
      } else word += char;
      if (word.length > MAX_WORD) throw new SysError('E2BIG');
    }
  }
}
