import { ShellComplaint } from '../errors.ts';
import { escapePattern } from './pattern.ts';

/** A piece of an expanded word: `split` text is what expansions gave outside quotes; `break` starts the next field of `"$@"`, `blank` of `$@` and `$*`, where it counts as a blank of IFS. */
export interface Chunk {
  readonly kind: 'quoted' | 'plain' | 'split' | 'break' | 'blank';
  readonly text: string;
}

/** A word after splitting. `pattern` is its text with quoted characters escaped. */
export interface Field {
  readonly text: string;
  readonly pattern: string;
}

/** Most words that one command may expand to, and most text in them (ARG_MAX's order of size). */
const MAX_FIELDS = 200_000;

/** Splits a word by IFS (POSIX 2.6.5): only what unquoted expansions gave is split. */
export function splitFields(chunks: readonly Chunk[], ifs: string): Field[] {
  const splitter = new Splitter(ifs);
  for (const chunk of chunks) splitter.add(chunk);
  return splitter.end();
}

class Splitter {
  readonly #ifs: string;
  readonly #fields: Field[] = [];
  #text = '';
  #pattern = '';
  #open = false;
  #afterBlank = false;

  constructor(ifs: string) {
    this.#ifs = ifs;
  }

  add({ kind, text }: Chunk): void {
    if (kind === 'break') {
      if (this.#open) this.#close();
      this.#afterBlank = false;
    } else if (kind === 'blank') this.#blank();
    else if (kind === 'split') this.#split(text);
    else if (kind === 'quoted' || text !== '') this.#append(text, kind === 'quoted' ? escapePattern(text) : text);
  }
  end(): Field[] {
    if (this.#open) this.#close();
    return this.#fields;
  }

  #append(text: string, pattern: string): void {
    this.#open = true;
    this.#afterBlank = false;
    this.#text += text;
    this.#pattern += pattern;
  }
  #close(): void {
    if (this.#fields.length >= MAX_FIELDS) throw new ShellComplaint('too many words');
    this.#fields.push({ text: this.#text, pattern: this.#pattern });
    this.#text = '';
    this.#pattern = '';
    this.#open = false;
  }

  #blank(): void {
    if (!this.#open) return;
    this.#close();
    this.#afterBlank = true;
  }

  #split(text: string): void {
    if (this.#ifs === '') {
      if (text !== '') this.#append(text, text);
      return;
    }
    let start = 0;
    for (let i = 0; i <= text.length; i++) {
      const c = text[i];
      if (c !== undefined && !this.#ifs.includes(c)) continue;
      if (i > start) {
        const run = text.slice(start, i);
        this.#append(run, run);
      }
      start = i + 1;
      if (c === undefined) break;
      if (c === ' ' || c === '\t' || c === '\n') {
        this.#blank();
      } else if (!this.#open && this.#afterBlank) this.#afterBlank = false;
      else this.#close();
    }
  }
}
