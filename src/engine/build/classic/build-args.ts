/** Arguments every Dockerfile may use without declaring them; they leave no trace in the history. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'FTP_PROXY',
  'ftp_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
  'all_proxy',
]);

/** The build arguments of one stage: what was given, what is declared so far. Source: moby builder/dockerfile/buildargs.go. */
export class BuildArgs {
  readonly #given: ReadonlyMap<string, string | undefined>;
  readonly #meta: Map<string, string | undefined>;
  readonly #referenced: Set<string>;
  #allowed = new Map<string, string | undefined>();

  constructor(
    given: ReadonlyMap<string, string | undefined>,
    meta = new Map<string, string | undefined>(),
    referenced = new Set<string>(),
  ) {
    this.#given = given;
    this.#meta = meta;
    this.#referenced = referenced;
  }

  /** For a new stage: what was given and declared before the first FROM, nothing else allowed. */
  forStage(): BuildArgs {
    return new BuildArgs(this.#given, this.#meta, this.#referenced);
  }

  addMeta(name: string, value: string | undefined): void {
    this.#meta.set(name, value);
    this.add(name, value);
  }
  add(name: string, value: string | undefined): void {
    this.#allowed.set(name, value);
    this.#referenced.add(name);
  }

  meta(): Map<string, string> {
    return this.#all(this.#meta);
  }
  allowed(): Map<string, string> {
    return this.#all(this.#allowed);
  }

  /** `NAME=value` of the allowed arguments that `env` does not set, sorted. */
  besides(env: readonly string[]): string[] {
    const set = new Set(env.map((item) => item.split('=', 1)[0]!));
    return [...this.allowed()]
      .filter(([name]) => !set.has(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort();
  }

  /** Whether a value of this argument belongs into the history. */
  shown(name: string): boolean {
    return this.#allowed.has(name) || !BUILT_IN.has(name);
  }

  /** Given, but never declared; sorted. */
  unused(): string[] {
    return [...this.#given.keys()].filter((name) => !BUILT_IN.has(name) && !this.#referenced.has(name)).sort();
  }

  #all(source: ReadonlyMap<string, string | undefined>): Map<string, string> {
    const out = new Map<string, string>();
    for (const name of new Set([...source.keys(), ...BUILT_IN])) {
      const value = this.#given.get(name) ?? source.get(name) ?? (source.has(name) ? this.#meta.get(name) : undefined);
      if (value !== undefined) out.set(name, value);
    }
    return out;
  }
}
