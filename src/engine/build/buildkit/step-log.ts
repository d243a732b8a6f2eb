/** Most lines of a failed step's output that are shown again with the error. */
const SHOWN = 12;

/** The end of what a step wrote, each line with the seconds since it began. */
export class StepLog {
  readonly #began: number;
  readonly #decoder = new TextDecoder();
  #lines: string[] = [];
  #rest = '';
  #time = 0;

  constructor(began: number) {
    this.#began = began;
  }

  add(bytes: Uint8Array, now: number): void {
    this.#time = now - this.#began;
    const parts = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split('\n');
    this.#rest = parts.pop()!;
    this.#lines = [...this.#lines, ...parts.map((line) => this.#stamped(line))].slice(-SHOWN);
  }

  /** The last lines, oldest first. */
  last(): string[] {
    return (this.#rest === '' ? this.#lines : [...this.#lines, this.#stamped(this.#rest)]).slice(-SHOWN);
  }

  #stamped(line: string): string {
    return `${this.#time.toFixed(3)} ${line.replace(/\r$/, '')}`;
  }
}
