import { goQuote, goQuoteRune } from '../format/quote.ts';
import { argsError } from './args.ts';
import { ParsedFlags } from './parsed.ts';
import type { FlagSpec, Parsable } from './spec.ts';
import { FlagValueError } from './values.ts';

/** A command line understood: run the command, or print its help, or print `stderr` and leave with `exit`. */
export type ParseResult =
  | { readonly kind: 'run'; readonly flags: ParsedFlags; readonly args: readonly string[]; readonly warnings: string }
  | { readonly kind: 'help'; readonly warnings: string }
  | { readonly kind: 'error'; readonly stderr: string; readonly exit: number };

/** What a flag set read: `rest` is what stands after the flags, `help` whether `--help` was among them. `error` is pflag's text. */
export type FlagsResult =
  | { readonly ok: true; readonly flags: ParsedFlags; readonly rest: string[]; readonly help: boolean; readonly warnings: string }
  | { readonly ok: false; readonly error: string; readonly warnings: string };

export const HELP_FLAG: FlagSpec = {
  name: 'help',
  short: 'h',
  type: 'bool',
  usage: 'Print usage',
  hidden: true,
  shortDeprecated: 'use --help',
};

/**
 * Parses a command's own words (those after its name) as Docker does: flags, then `--help`, then the number of arguments.
 * Errors are complete (usage and hint) and end with a newline; flag errors leave with 125, argument errors with 1.
 * `warnings` are deprecation notes for stderr, printed before anything else.
 */
export function parse(spec: Parsable, argv: readonly string[]): ParseResult {
  const read = parseFlags(spec.flags, argv, spec.interspersed);
  if (!read.ok) return { kind: 'error', stderr: read.warnings + flagErrorText(spec, read.error), exit: 125 };
  if (read.help) return { kind: 'help', warnings: read.warnings };
  const error = argsError(spec, read.rest.length);
  if (error !== undefined) return { kind: 'error', stderr: `${read.warnings}${error}\n`, exit: 1 };
  return { kind: 'run', flags: read.flags, args: read.rest, warnings: read.warnings };
}

/** A flag error with the usage line and hint that follow it. Source: FlagErrorFunc in docker/cli cli/cobra.go. */
export function flagErrorText(spec: Pick<Parsable, 'usage' | 'commandPath'>, error: string): string {
  return `${error}\n\nUsage:  ${spec.usage}\n\nRun '${spec.commandPath} --help' for more information\n`;
}

/** Reads flags with pflag's rules and texts. `--help` and the deprecated `-h` are added unless the specs have them. Source: spf13/pflag flag.go. */
export function parseFlags(specs: readonly FlagSpec[], argv: readonly string[], interspersed: boolean): FlagsResult {
  return new FlagReader(specs, argv, interspersed).run();
}

class FlagError extends Error {}

class FlagReader {
  private readonly byName = new Map<string, FlagSpec>();
  private readonly byShort = new Map<string, FlagSpec>();
  private readonly flags: ParsedFlags;
  private readonly argv: readonly string[];
  private readonly interspersed: boolean;
  private at = 0;
  private warnings = '';

  constructor(specs: readonly FlagSpec[], argv: readonly string[], interspersed: boolean) {
    const all = specs.some((s) => s.name === 'help') ? specs : [...specs, HELP_FLAG];
    for (const spec of all) {
      this.byName.set(spec.name, spec);
      if (spec.short && !this.byShort.has(spec.short)) this.byShort.set(spec.short, spec);
    }
    this.flags = new ParsedFlags(all);
    this.argv = argv;
    this.interspersed = interspersed;
  }

  run(): FlagsResult {
    try {
      const rest = this.read();
      return { ok: true, flags: this.flags, rest, help: this.flags.bool('help'), warnings: this.warnings };
    } catch (error) {
      if (error instanceof FlagError) return { ok: false, error: error.message, warnings: this.warnings };
      throw error;
    }
  }

  private read(): string[] {
    const rest: string[] = [];
    while (this.at < this.argv.length) {
      const word = this.argv[this.at++]!;
      if (!word.startsWith('-') || word === '-') {
        rest.push(word);
        if (!this.interspersed) break;
      } else if (word === '--') break;
      else if (word.startsWith('--')) this.long(word);
      else this.shorts(word.slice(1));
    }
    return [...rest, ...this.argv.slice(this.at)];
  }

  private long(word: string): void {
    const body = word.slice(2);
    if (body.startsWith('-') || body.startsWith('=')) throw new FlagError(`bad flag syntax: ${word}`);
    const eq = body.indexOf('=');
    const name = eq < 0 ? body : body.slice(0, eq);
    const spec = this.byName.get(name);
    if (!spec) throw new FlagError(`unknown flag: --${name}`);
    if (eq >= 0) this.store(spec, body.slice(eq + 1));
    else this.store(spec, this.bareValue(spec) ?? this.nextWord(`flag needs an argument: ${word}`));
  }

  private shorts(word: string): void {
    let rest = word;
    while (rest !== '') {
      const c = String.fromCodePoint(rest.codePointAt(0)!);
      const spec = this.byShort.get(c);
      if (!spec) throw new FlagError(`unknown shorthand flag: ${goQuoteRune(c.codePointAt(0)!)} in -${rest}`);
      const after = rest.slice(c.length);
      const bare = this.bareValue(spec);
      let value: string;
      if (after.length > 1 && after[0] === '=') {
        value = after.slice(1);
        rest = '';
      } else if (bare !== undefined) {
        value = bare;
        rest = after;
      } else if (after !== '') {
        value = after;
        rest = '';
      } else {
        value = this.nextWord(`flag needs an argument: ${goQuoteRune(c.codePointAt(0)!)} in -${rest}`);
        rest = '';
      }
      if (spec.shortDeprecated !== undefined) this.warnings += `Flag shorthand -${c} has been deprecated, ${spec.shortDeprecated}\n`;
      this.store(spec, value);
    }
  }

  private bareValue(spec: FlagSpec): string | undefined {
    return spec.noOptDefault ?? (spec.type === 'bool' ? 'true' : undefined);
  }

  private nextWord(complaint: string): string {
    const word = this.argv[this.at++];
    if (word === undefined) throw new FlagError(complaint);
    return word;
  }

  private store(spec: FlagSpec, value: string): void {
    try {
      this.flags.add(spec, value);
    } catch (error) {
      if (!(error instanceof FlagValueError)) throw error;
      const shown = spec.short && spec.shortDeprecated === undefined ? `-${spec.short}, --${spec.name}` : `--${spec.name}`;
      throw new FlagError(`invalid argument ${goQuote(value)} for ${goQuote(shown)} flag: ${error.message}`);
    }
    if (spec.deprecated !== undefined) this.warnings += `Flag --${spec.name} has been deprecated, ${spec.deprecated}\n`;
  }
}
