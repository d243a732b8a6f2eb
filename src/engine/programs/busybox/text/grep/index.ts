// grep, egrep and fgrep: lines that match patterns.
// Knows patterns, context lines and recursion; refuses to know how patterns are matched (regex/).
// Status 0: something was found; 1: nothing; 2: an error.
import { type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import type { Options } from '../../options.ts';
import { chomp, Input, openInput } from '../input.ts';
import { type Plan, patternOf, planOf } from './options.ts';
import { Search } from './search.ts';

const LONG = { color: { as: 'color', arg: 'optional' } } as const;
const MAX_DEPTH = 256;

/** grep: prints lines that match. */
export const grep: Applet = function* (a) {
  a.errorStatus = 2;
  const options = a.options('lnqvscFiHhe:f:LorRm:wxA:B:C:Ez', { long: LONG });
  const plan = planOf(a, options);
  const operands = [...options.rest];
  const texts = yield* patternTexts(a, options, operands);
  const patterns = texts.map((text) => patternOf(a, text, plan));
  const names = options.has('H') ? true : options.has('h') ? false : operands.length > 1;
  if (plan.max === 0) return 0;
  const search = new Search(a, plan, patterns, names);
  const run = new Walk(a, plan, search, options.has('H') || options.has('h'));
  for (const file of operands.length === 0 ? ['-'] : operands) {
    yield* run.operand(file);
    if (plan.quiet && run.matched) return 0;
  }
  if (plan.quiet && run.matched) return 0;
  return run.failed ? 2 : run.matched ? 0 : 1;
};

function* patternTexts(a: Call, options: Options, operands: string[]): Step<string[]> {
  const texts: string[] = [];
  for (const [key, value] of options.given) {
    if (key === 'e') texts.push(...value.split('\n'));
    if (key !== 'f') continue;
    let input: Input;
    try {
      input = openInput(a, value);
    } catch (error) {
      a.dieOf(value, error);
    }
    for (;;) {
      const line = yield* input.line();
      if (line === undefined) break;
      texts.push(chomp(line));
      if (a.p.tick()) yield TURN;
    }
    input.close();
  }
  if (options.has('e') || options.has('f')) return texts;
  const pattern = operands.shift();
  if (pattern === undefined) a.showUsage();
  return pattern.split('\n');
}

class Walk {
  matched = false;
  failed = false;
  readonly #a: Call;
  readonly #plan: Plan;
  readonly #search: Search;
  readonly #namesFixed: boolean;

  constructor(a: Call, plan: Plan, search: Search, namesFixed: boolean) {
    this.#a = a;
    this.#plan = plan;
    this.#search = search;
    this.#namesFixed = namesFixed;
  }

  *operand(file: string): Step<void> {
    if (file === '-') return yield* this.#read(new Input(this.#a, 0, file), '(standard input)');
    if (this.#plan.recurse !== undefined) {
      let isDir = false;
      try {
        isDir = this.#a.p.fs.stat(file).kind === 'dir';
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
      }
      if (isDir) {
        if (!this.#namesFixed) this.#search.names = true;
        return yield* this.#directory(file.replace(/(.)\/+$/, '$1'), 0);
      }
    }
    yield* this.#open(file);
  }

  *#directory(path: string, depth: number): Step<void> {
    if (depth > MAX_DEPTH) return;
    let names: string[];
    try {
      names = this.#a.p.fs.readdir(path);
    } catch (error) {
      return yield* this.#fail(path, error);
    }
    for (const name of names) {
      if (this.#a.p.tick()) yield TURN;
      const full = path.endsWith('/') ? path + name : `${path}/${name}`;
      let kind: string;
      try {
        const { fs } = this.#a.p;
        kind = (this.#plan.recurse === 'links' ? fs.stat(full) : fs.lstat(full)).kind;
      } catch (error) {
        yield* this.#fail(full, error);
        continue;
      }
      if (kind === 'dir') yield* this.#directory(full, depth + 1);
      else if (kind === 'file') yield* this.#open(full);
      if (this.#plan.quiet && this.matched) return;
    }
  }

  *#open(file: string): Step<void> {
    let input: Input;
    try {
      input = openInput(this.#a, file);
    } catch (error) {
      return yield* this.#fail(file, error);
    }
    yield* this.#read(input, file);
  }
  *#read(input: Input, name: string): Step<void> {
    const matches = yield* this.#search.file(input, name);
    if (this.#plan.list === 'others' ? matches === 0 : matches > 0) this.matched = true;
    input.close();
  }
  *#fail(file: string, error: unknown): Step<void> {
    this.failed = true;
    if (!(error instanceof SysError)) throw error;
    if (!this.#plan.silent) yield* this.#a.complainOf(file, error);
  }
}
