import { ShellComplaint } from './errors.ts';

export interface Variable {
  value: string | undefined;
  exported: boolean;
  readonly: boolean;
}

/** Most bytes that one variable may hold. */
export const MAX_VALUE = 16 * 1024 * 1024;
const BUCKETS = 39;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
export const isVariableName = (text: string): boolean => NAME.test(text);

/** ash's hash: it decides the order of the environment that commands see. */
function bucket(name: string): number {
  let hash = name.charCodeAt(0) << 4;
  for (let i = 0; i < name.length; i++) hash += name.charCodeAt(i);
  return hash % BUCKETS;
}

/** The shell's variables with their attributes, and the frames of `local` ones. */
export class Variables {
  #all = new Map<string, Variable>();
  readonly #frames: Map<string, Variable | undefined>[] = [];
  readonly #computed = new Map<string, () => string>();
  /** Called after a variable changes its value or goes. */
  onChange: (name: string, value: string | undefined) => void = () => {};

  /** A variable whose value is made when it is read, until it is assigned or unset. */
  compute(name: string, value: () => string): void {
    this.#computed.set(name, value);
  }
  /** Lists a computed variable among the others, with an empty value. */
  declareComputed(name: string): void {
    this.#all.set(name, { value: '', exported: false, readonly: false });
  }
  get(name: string): string | undefined {
    const computed = this.#computed.get(name);
    return computed === undefined ? this.#all.get(name)?.value : computed();
  }
  entry(name: string): Variable | undefined {
    return this.#all.get(name);
  }

  /** Sets a value; keeps the export mark. `allExport`: mark it too (set -a). */
  set(name: string, value: string, options: { exported?: boolean; readonly?: boolean } = {}): void {
    if (value.length > MAX_VALUE) throw new ShellComplaint(`${name}: value too long`);
    const old = this.#all.get(name);
    if (old?.readonly) throw new ShellComplaint(`${name}: is read only`);
    if (name !== 'RANDOM') this.#computed.delete(name);
    this.#all.set(name, {
      value,
      exported: options.exported ?? old?.exported ?? false,
      readonly: options.readonly ?? false,
    });
    this.onChange(name, value);
  }
  /** Marks a variable that may have no value yet. */
  mark(name: string, marks: { exported?: boolean; readonly?: boolean }): void {
    const old = this.#all.get(name) ?? { value: undefined, exported: false, readonly: false };
    this.#all.set(name, { ...old, ...marks });
  }
  unset(name: string): void {
    if (this.#all.get(name)?.readonly) throw new ShellComplaint(`${name}: is read only`);
    this.#computed.delete(name);
    this.#all.delete(name);
    this.onChange(name, undefined);
  }

  pushFrame(): void {
    this.#frames.push(new Map());
  }
  get inFunction(): boolean {
    return this.#frames.length > 0;
  }
  /** Makes a name local to the running function; its value stays until it is assigned. */
  makeLocal(name: string): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.has(name)) return;
    const old = this.#all.get(name);
    frame.set(name, old === undefined ? undefined : { ...old });
  }
  /** Ends a function: local variables get their former values back. */
  popFrame(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    for (const [name, old] of frame) this.#restore(name, old);
  }
  #restore(name: string, old: Variable | undefined): void {
    if (old === undefined) this.#all.delete(name);
    else this.#all.set(name, old);
    this.onChange(name, old?.value);
  }

  /** Assigns for the time of one command; the result puts everything back. */
  temporarily(): { set(name: string, value: string): void; restore(): void } {
    const saved = new Map<string, Variable | undefined>();
    return {
      set: (name, value) => {
        if (!saved.has(name)) saved.set(name, this.#all.get(name));
        this.set(name, value, { exported: true });
      },
      restore: () => {
        for (const [name, old] of saved) this.#restore(name, old);
      },
    };
  }

  /** Names with a value or a mark, in byte order. */
  names(): string[] {
    return [...this.#all.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
  /** The environment for commands, in the order in which ash passes it. */
  environment(): Map<string, string> {
    const out: [string, string][] = [];
    for (const [name, variable] of this.#all) if (variable.exported && variable.value !== undefined) out.push([name, variable.value]);
    return new Map(out.sort((a, b) => bucket(a[0]) - bucket(b[0])));
  }

  copy(): Variables {
    const other = new Variables();
    for (const [name, variable] of this.#all) other.#all.set(name, { ...variable });
    for (const frame of this.#frames) other.#frames.push(new Map(frame));
    return other;
  }
}

/** A value in single quotes as ash lists it: it can be read back. */
export function singleQuote(value: string): string {
  let out = '';
  let rest = value;
  do {
    const run = /^[^']*/.exec(rest)![0];
    out += `'${run}'`;
    rest = rest.slice(run.length);
    const quotes = /^'*/.exec(rest)![0];
    if (quotes !== '') out += `"${quotes}"`;
    rest = rest.slice(quotes.length);
  } while (rest !== '');
  return out;
}
