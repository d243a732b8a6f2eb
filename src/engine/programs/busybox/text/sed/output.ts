import type { Step } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';

/** How a line of input ended: with this byte, with nothing, or with a NUL that was the file's last byte. */
export type Ending = '\n' | '\0' | 'none' | 'last-nul';

/** Where lines go. A line that lacked its newline gets one only when something follows it. */
export class Output {
  readonly #a: Call;
  /** Undefined for standard output. */
  readonly #fd: number | undefined;
  #held: string[] = [];
  #size = 0;
  /** What the last line ended in. */
  last = '\n';

  constructor(a: Call, fd: number | undefined) {
    this.#a = a;
    this.#fd = fd;
  }

  *line(text: string, ending: Ending): Step<void> {
    let last = this.last;
    if (last !== '\n' && last !== '\0') {
      yield* this.#put('\n');
      last = '\n';
    }
    yield* this.#put(text);
    if (text !== '') last = 'x';
    if (ending === 'last-nul') {
      yield* this.#put('\0');
      last = 'x';
    } else if (ending !== 'none') {
      yield* this.#put(ending);
      last = ending;
    }
    this.last = last;
  }

  /** Text as it is. */
  *#put(text: string): Step<void> {
    if (this.#fd === undefined) return yield* this.#a.print(text);
    this.#held.push(text);
    this.#size += text.length;
    if (this.#size >= 4096) yield* this.flush();
  }

  *flush(): Step<void> {
    if (this.#fd === undefined || this.#size === 0) return;
    const text = this.#held.join('');
    this.#held = [];
    this.#size = 0;
    yield* this.#a.p.write(this.#fd, text);
  }

  *raw(text: string): Step<void> {
    yield* this.#put(text);
  }
}
