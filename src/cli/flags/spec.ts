/** A flag as data. Everything `--help` prints and parsing needs; values and checks are looked up by `type` and `check`. */
export interface FlagSpec {
  readonly name: string;
  readonly short?: string;
  /** pflag's type word as help prints it (`string`, `list`, `bytes`, `filter` …); `bool` prints nothing. */
  readonly type: string;
  /** The word help prints in place of the type, when usage back-quotes one (`SOCKET`). */
  readonly placeholder?: string;
  /** Default as help prints it, without quotes; absent when it is the zero value. */
  readonly default?: string;
  readonly usage: string;
  /** Value of `--flag` without `=value`; a bool has `true` unsaid. */
  readonly noOptDefault?: string;
  readonly hidden?: boolean;
  /** Still parsed, hidden from help; using it prints `Flag --x has been deprecated, TEXT`. */
  readonly deprecated?: string;
  readonly shortDeprecated?: string;
  /** Another spelling of that flag: its values are found under the name given here. */
  readonly sameAs?: string;
  /** Further check of each value, by name; see `checks.ts`. */
  readonly check?: string;
}

/** How many arguments a command takes; each kind has its own error text. `any` never complains. */
export type ArgsRule =
  | { readonly kind: 'any' }
  | { readonly kind: 'none' }
  | { readonly kind: 'exact'; readonly n: number }
  | { readonly kind: 'min'; readonly n: number }
  | { readonly kind: 'max'; readonly n: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number };

/** What parsing needs to know about a command. `CommandSpec` in `../help` has these and the words of its help. */
export interface Parsable {
  /** Full path as errors print it: `docker image ls`. */
  readonly commandPath: string;
  /** Usage line as help prints it: `docker image ls [OPTIONS] [REPOSITORY[:TAG]]`. */
  readonly usage: string;
  readonly flags: readonly FlagSpec[];
  readonly args: ArgsRule;
  /** False for run, create, exec …: the first argument ends the flags. */
  readonly interspersed: boolean;
  /** A plugin's command: argument errors begin with `ERROR: `. */
  readonly plugin?: boolean;
}
