import { egrepSyntax, grepSyntax, Regex, RegexError, type Syntax } from '../../../regex/index.ts';
import type { Call } from '../../applet.ts';
import type { Options } from '../../options.ts';
import { numberArgument } from '../number-argument.ts';

/** What a grep run was asked to do. */
export interface Plan {
  readonly invert: boolean;
  readonly count: boolean;
  readonly list: 'matching' | 'others' | undefined;
  readonly numbers: boolean;
  readonly onlyMatch: boolean;
  readonly quiet: boolean;
  readonly silent: boolean;
  readonly words: boolean;
  readonly wholeLines: boolean;
  readonly ignoreCase: boolean;
  readonly fixed: boolean;
  readonly extended: boolean;
  readonly recurse: 'links' | 'plain' | undefined;
  readonly delimiter: string;
  readonly max: number;
  readonly before: number;
  readonly after: number;
}

export function planOf(a: Call, options: Options): Plan {
  const number = (key: string): number => numberArgument(a, options.value(key)!, { max: 0x7fff_ffff });
  const context = options.has('C') ? number('C') : 0;
  return {
    invert: options.has('v'),
    count: options.has('c'),
    list: options.has('l') ? 'matching' : options.has('L') ? 'others' : undefined,
    numbers: options.has('n'),
    onlyMatch: options.has('o'),
    quiet: options.has('q'),
    silent: options.has('s'),
    words: options.has('w'),
    wholeLines: options.has('x'),
    ignoreCase: options.has('i'),
    fixed: options.has('F') || a.name === 'fgrep',
    extended: options.has('E') || a.name === 'egrep',
    recurse: options.has('R') ? 'links' : options.has('r') ? 'plain' : undefined,
    delimiter: options.has('z') ? '\0' : '\n',
    max: options.has('m') ? number('m') : Number.POSITIVE_INFINITY,
    before: options.has('B') ? number('B') : context,
    after: options.has('A') ? number('A') : context,
  };
}

/** A place in a line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One pattern: where it is found in a line, from `from` on. */
export interface Pattern {
  readonly text: string;
  find(line: string, from: number): Span | undefined;
}

/** Compiles a pattern; a bad one ends grep only when it is first needed, as in busybox. */
export function patternOf(a: Call, text: string, plan: Plan): Pattern {
  if (plan.fixed) return fixedPattern(text, plan.ignoreCase);
  let regex: Regex | undefined;
  const base: Syntax = plan.extended ? egrepSyntax : grepSyntax;
  const syntax = { ...base, ignoreCase: plan.ignoreCase };
  return {
    text,
    find: (line, from) => {
      try {
        regex ??= new Regex(text, syntax);
        return regex.find(line, { from });
      } catch (error) {
        if (!(error instanceof RegexError)) throw error;
        if (error.code === 'STEPS') a.die(error.message);
        a.die(`bad regex '${text}'`);
      }
    },
  };
}

function fixedPattern(text: string, ignoreCase: boolean): Pattern {
  const fold = (part: string): string => (ignoreCase ? part.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : part);
  const wanted = fold(text);
  return {
    text,
    find: (line, from) => {
      const start = fold(line).indexOf(wanted, from);
      return start < 0 ? undefined : { start, end: start + text.length };
    },
  };
}
