import { isSpace, splitSpaces } from '../../go/space.ts';

/** The characters of the word being gathered. One for a whole run of the lexer: a nested ${…} empties it, as in BuildKit. */
export class WordBuffer {
  text = '';
}

/** Splits what is added at unquoted white space. */
export class WordSplitter {
  private readonly buffer: WordBuffer;
  private readonly words: string[] = [];
  private inWord = false;

  constructor(buffer: WordBuffer) {
    this.buffer = buffer;
    buffer.text = '';
  }

  add(rune: string): void {
    if (!isSpace(rune)) this.addRaw(rune);
    else if (this.inWord && this.buffer.text !== '') {
      this.words.push(this.buffer.text);
      this.buffer.text = '';
      this.inWord = false;
    }
  }

  addAll(text: string): void {
    splitSpaces(text).forEach((part, i) => {
      if (i > 0) this.add(' ');
      if (part !== '') this.addRaw(part);
    });
  }

  addRaw(text: string): void {
    this.buffer.text += text;
    this.inWord = true;
  }

  finish(): string[] {
    if (this.buffer.text !== '') {
      this.words.push(this.buffer.text);
      this.buffer.text = '';
    }
    return this.words;
  }
}
