import { type Process, SIGNALS, type Signal, signalName } from '../kernel/index.ts';

/** EXIT's number among traps. */
export const EXIT = 0;

/** What the shell does on signals. Number 0 stands for EXIT. An empty action ignores the signal. */
export class Traps {
  readonly #p: Process;
  #actions = new Map<number, string>();
  /** Actions of the parent, which a subshell still lists until it sets one. */
  #inherited: Map<number, string> | undefined;
  /** Signals that the shell itself must not die of, when interactive. */
  readonly #guarded = new Set<Signal>();
  /** Ignored when the shell started: they stay so (POSIX). */
  readonly #ignoredAtStart = new Set<Signal>();
  readonly pending: Signal[] = [];
  #interrupted = false;
  /** How many trap actions are running inside each other. */
  running = 0;
  /** `$?` when the running action began: what `exit` in it gives. */
  statusBefore: number | undefined;

  constructor(p: Process) {
    this.#p = p;
    for (const [signal, disposition] of p.dispositions) if (disposition === 'ignore') this.#ignoredAtStart.add(signal);
  }

  get(signal: number): string | undefined {
    return this.#actions.get(signal);
  }
  /** Whether any action would be lost by becoming another program. */
  get any(): boolean {
    for (const action of this.#actions.values()) if (action !== '') return true;
    return false;
  }

  set(signal: number, action: string | undefined): void {
    this.#inherited = undefined;
    if (action === undefined) this.#actions.delete(signal);
    else this.#actions.set(signal, action);
    if (signal !== EXIT) this.#apply(signal);
  }
  #apply(signal: Signal): void {
    if (this.#ignoredAtStart.has(signal) && !this.#guarded.has(signal)) return;
    const action = this.#actions.get(signal);
    if (action === '') this.#p.setDisposition(signal, 'ignore');
    else if (action !== undefined || this.#guarded.has(signal)) this.#p.setDisposition(signal, 'catch');
    else this.#p.setDisposition(signal, 'default');
  }
  /** Makes an interactive shell survive INT, QUIT and TERM. */
  guard(): void {
    for (const signal of [SIGNALS.INT, SIGNALS.QUIT, SIGNALS.TERM, SIGNALS.TSTP, SIGNALS.TTIN, SIGNALS.TTOU]) {
      this.#guarded.add(signal);
      this.#apply(signal);
    }
  }

  /** A script's shell hears INT, as process 1 too, and ends between two commands; one that was started without it never hears it. */
  hearInterrupt(): void {
    if (this.#ignoredAtStart.has(SIGNALS.INT)) return;
    this.#guarded.add(SIGNALS.INT);
    this.#apply(SIGNALS.INT);
  }

  /** Takes the signals that have arrived. True when one was an interrupt without a trap of its own, until `takeInterrupt`. */
  collect(): boolean {
    for (const signal of this.#p.caught.splice(0)) {
      if (this.#actions.has(signal)) {
        if (!this.pending.includes(signal)) this.pending.push(signal);
      } else if (signal === SIGNALS.INT) this.#interrupted = true;
    }
    return this.#interrupted;
  }
  takeInterrupt(): boolean {
    const taken = this.#interrupted;
    this.#interrupted = false;
    return taken;
  }
  /** Whether there is anything to run or to stop for. */
  get waiting(): boolean {
    return this.#interrupted || this.pending.length > 0 || this.#p.caught.length > 0;
  }

  /** Actions in order of their numbers, for listing. */
  list(): [number, string][] {
    return [...(this.#inherited ?? this.#actions)].sort((a, b) => a[0] - b[0]);
  }

  /** Stops listing the parent's actions that are not in force here. */
  forgetInherited(): void {
    this.#inherited = undefined;
  }

  /** A subshell's traps: ignored signals stay ignored, others go back to what they do by themselves. */
  inherit(p: Process): Traps {
    const other = new Traps(p);
    other.#ignoredAtStart.clear();
    for (const signal of this.#ignoredAtStart) other.#ignoredAtStart.add(signal);
    for (const [signal, action] of this.#actions) {
      if (action === '') other.#actions.set(signal, '');
      else if (signal !== EXIT) p.setDisposition(signal, 'default');
    }
    for (const signal of this.#guarded) if (this.#actions.get(signal) !== '') p.setDisposition(signal, 'default');
    other.#inherited = new Map(this.#inherited ?? this.#actions);
    return other;
  }
}

/** The name `trap` and `kill -l` use. */
export const trapName = (signal: number): string => (signal === EXIT ? 'EXIT' : (signalName(signal) ?? String(signal)));

/** The number of a signal by number or name, `SIG` allowed in front, in any case; undefined when there is none. */
export function signalNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    return number >= 0 && number <= 64 ? number : undefined;
  }
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (name === 'EXIT') return EXIT;
  const number = (SIGNALS as Readonly<Record<string, number>>)[name];
  if (number !== undefined) return number;
  const alias: Readonly<Record<string, number>> = { CLD: 17, POLL: 29, IOT: 6, RTMIN: 34, RTMAX: 64 };
  return alias[name];
}
