/** What Go's encoding/json says of a text that is not JSON; undefined for one that is. Source: encoding/json scanner.go. */
export function goJsonProblem(text: string): string | undefined {
  return new Scanner(text).problem();
}

class Problem extends Error {}

const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };
const MAX_DEPTH = 10_000;

class Scanner {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  constructor(text: string) {
    this.#text = text;
  }

  problem(): string | undefined {
    try {
      this.#value();
      this.#space();
      if (this.#at < this.#text.length) this.#fail('after top-level value');
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return error.message;
      throw error;
    }
  }

  #space(): void {
    while (' \t\r\n'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
  }
  #fail(where: string): never {
    const char = this.#text[this.#at];
    if (char === undefined) throw new Problem('unexpected end of JSON input');
    const shown = char === "'" ? "'\\''" : char === '"' ? `'"'` : `'${JSON.stringify(char).slice(1, -1)}'`;
    throw new Problem(`invalid character ${shown} ${where}`);
  }
  #value(): void {
    this.#space();
    const char = this.#text[this.#at];
    if (char === '{') this.#object();
    else if (char === '[') this.#array();
    else if (char === '"') this.#string();
    else if (char === '-' || (char !== undefined && /\d/.test(char))) this.#number();
    else if (char !== undefined && LITERALS[char] !== undefined) this.#literal(LITERALS[char]);
    else this.#fail('looking for beginning of value');
  }
  #enter(): void {
    this.#at++;
    if (++this.#depth > MAX_DEPTH) throw new Problem('exceeded max depth');
  }
  #object(): void {
    this.#enter();
    this.#space();
    if (this.#text[this.#at] === '}') {
      this.#leave();
      return;
    }
    for (;;) {
      this.#space();
      if (this.#text[this.#at] !== '"') this.#fail('looking for beginning of object key string');
      this.#string();
      this.#space();
      if (this.#text[this.#at] !== ':') this.#fail('after object key');
      this.#at++;
      this.#value();
      this.#space();
      if (this.#text[this.#at] === '}') {
        this.#leave();
        return;
      }
      if (this.#text[this.#at] !== ',') this.#fail('after object key:value pair');
      this.#at++;
    }
  }
  #array(): void {
    this.#enter();
    this.#space();
    if (this.#text[this.#at] === ']') {
      this.#leave();
      return;
    }
    for (;;) {
      this.#value();
      this.#space();
      if (this.#text[this.#at] === ']') {
        this.#leave();
        return;
      }
      if (this.#text[this.#at] !== ',') this.#fail('after array element');
      this.#at++;
    }
  }
  #leave(): void {
    this.#at++;
    this.#depth--;
  }
  #string(): void {
    for (this.#at++; ; this.#at++) {
      const char = this.#text[this.#at];
      if (char === '"') break;
      if (char === '\\') this.#escape();
      else if (char === undefined || char < ' ') this.#fail('in string literal');
    }
    this.#at++;
  }
  #escape(): void {
    const letter = this.#text[++this.#at];
    if (letter === 'u') {
      for (let i = 0; i < 4; i++) {
        this.#at++;
        if (!/[0-9a-fA-F]/.test(this.#text[this.#at] ?? '')) this.#fail('in \\u hexadecimal character escape');
      }
    } else if (letter === undefined || !'bfnrt\\/"'.includes(letter)) this.#fail('in string escape code');
  }
  #number(): void {
    if (this.#text[this.#at] === '-') this.#at++;
    if (!this.#digit()) this.#fail('in numeric literal');
    if (this.#text[this.#at] === '0') this.#at++;
    else while (this.#digit()) this.#at++;
    if (this.#text[this.#at] === '.') {
      this.#at++;
      if (!this.#digit()) this.#fail('after decimal point in numeric literal');
      while (this.#digit()) this.#at++;
    }
    if (/[eE]/.test(this.#text[this.#at] ?? '')) {
      this.#at++;
      if (/[+-]/.test(this.#text[this.#at] ?? '')) this.#at++;
      if (!this.#digit()) this.#fail('in exponent of numeric literal');
      while (this.#digit()) this.#at++;
    }
  }
  #digit(): boolean {
    return /\d/.test(this.#text[this.#at] ?? '');
  }
  #literal(word: string): void {
    for (const [i, letter] of [...word].entries()) {
      if (this.#text[this.#at] !== letter)
        this.#fail(i === 0 ? 'looking for beginning of value' : `in literal ${word} (expecting '${letter}')`);
      this.#at++;
    }
  }
}
