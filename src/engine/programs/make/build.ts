import { type Process, type Step, SysError, statusCode, TURN } from '../../kernel/index.ts';
import { become } from '../gosu/run-as.ts';
import type { Makefile, Rule } from './makefile.ts';
import { MakeError, stem, type Variables, words } from './variables.ts';

export interface MakeOptions {
  readonly silent: boolean;
  readonly dryRun: boolean;
  readonly ignore: boolean;
  readonly keepGoing: boolean;
  readonly always: boolean;
  /** `make`, or `make[1]` below another one. */
  readonly title: string;
}

/** Rules that make has by itself. */
const BUILT_IN: readonly Rule[] = [
  ['%.o', '%.c', '$(CC) $(CFLAGS) $(CPPFLAGS) $(TARGET_ARCH) -c -o $@ $<'],
  ['%.o', '%.cpp', '$(CXX) $(CXXFLAGS) $(CPPFLAGS) $(TARGET_ARCH) -c -o $@ $<'],
  ['%', '%.o', '$(CC) $(LDFLAGS) $(TARGET_ARCH) $^ $(LOADLIBES) $(LDLIBS) -o $@'],
  ['%', '%.c', '$(CC) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) $(TARGET_ARCH) $^ $(LOADLIBES) $(LDLIBS) -o $@'],
  ['%', '%.cpp', '$(CXX) $(CXXFLAGS) $(CPPFLAGS) $(LDFLAGS) $(TARGET_ARCH) $^ $(LOADLIBES) $(LDLIBS) -o $@'],
].map(([target, source, recipe]) => ({
  targets: [target!],
  prerequisites: [source!],
  orderOnly: [],
  recipe: [{ text: recipe!, line: 0 }],
  file: '<builtin>',
  double: false,
}));

const MAX_DEPTH = 200;

/** One make run over a makefile. */
export class Maker {
  readonly #p: Process;
  readonly #variables: Variables;
  readonly #makefile: Makefile;
  readonly #options: MakeOptions;
  readonly #done = new Map<string, number>();
  readonly #active = new Set<string>();
  /** How many commands ran. */
  ran = 0;

  constructor(p: Process, variables: Variables, makefile: Makefile, options: MakeOptions) {
    this.#p = p;
    this.#variables = variables;
    this.#makefile = makefile;
    this.#options = options;
  }

  /** Brings a goal up to date and says so where nothing had to be done. */
  *goal(name: string): Step<void> {
    const before = this.ran;
    yield* this.#update(name, undefined, 0);
    if (this.ran > before || this.#options.silent) return;
    const rules = this.#rulesOf(name);
    const hasRecipe = rules.some(({ recipe }) => recipe.length > 0);
    const upToDate =
      this.#exists(name) && !this.#makefile.phony.has(name) && (hasRecipe || rules.length === 0 || this.#pattern(name) !== undefined);
    const nothing = rules.length === 0 || (!hasRecipe && this.#pattern(name) === undefined);
    yield* this.#p.write(
      1,
      upToDate && !nothing
        ? `${this.#options.title}: '${name}' is up to date.\n`
        : `${this.#options.title}: Nothing to be done for '${name}'.\n`,
    );
  }

  #exists(name: string): boolean {
    return this.#p.fs.exists(name);
  }
  #time(name: string): number {
    return this.#exists(name) ? this.#p.fs.stat(name).mtime : Number.NEGATIVE_INFINITY;
  }
  #rulesOf(name: string): Rule[] {
    return this.#makefile.rules.filter(({ targets }) => targets.includes(name) || targets.includes(`./${name}`));
  }

  /** The pattern rule whose prerequisites are there or can be made; the makefile's before make's own. */
  #pattern(name: string, depth = 0): { rule: Rule; stem: string } | undefined {
    if (depth > 2 || this.#makefile.phony.has(name)) return undefined;
    for (const rule of [...this.#makefile.patterns, ...BUILT_IN]) {
      if (rule.recipe.length === 0) continue;
      for (const pattern of rule.targets) {
        const dirless = pattern.includes('/') ? name : name;
        const found = stem(dirless, pattern);
        if (found === undefined || (pattern === '%' && /\.(?:c|h|cpp|o|mk)$|^Makefile$/.test(name))) continue;
        const needed = rule.prerequisites.map((each) => each.replace('%', found));
        if (
          needed.every(
            (each) =>
              this.#exists(each) ||
              this.#rulesOf(each).length > 0 ||
              (!each.endsWith('.c') && this.#pattern(each, depth + 1) !== undefined),
          )
        )
          return { rule, stem: found };
      }
    }
    return undefined;
  }

  /** Makes a target and gives when it was last changed (virtual seconds; infinite for what has no file). */
  *#update(name: string, neededBy: string | undefined, depth: number): Step<number> {
    const known = this.#done.get(name);
    if (known !== undefined) return known;
    if (this.#p.tick()) yield TURN;
    if (depth > MAX_DEPTH) throw new MakeError(`rules for '${name}' go too deep.  Stop.`);
    if (this.#active.has(name)) {
      yield* this.#p.write(2, `${this.#options.title}: Circular ${neededBy} <- ${name} dependency dropped.\n`);
      return Number.NEGATIVE_INFINITY;
    }
    const rules = this.#rulesOf(name);
    const explicit = rules.find(({ recipe }) => recipe.length > 0);
    const implicit = explicit === undefined ? this.#pattern(name) : undefined;
    if (rules.length === 0 && implicit === undefined) {
      if (this.#exists(name)) return this.#time(name);
      throw new MakeError(`No rule to make target '${name}'${neededBy === undefined ? '' : `, needed by '${neededBy}'`}.  Stop.`);
    }
    this.#active.add(name);
    const needs = [
      ...rules.flatMap(({ prerequisites }) => prerequisites),
      ...(implicit?.rule.prerequisites.map((each) => each.replace('%', implicit.stem)) ?? []),
    ];
    const order = [
      ...(implicit?.rule.prerequisites.map((each) => each.replace('%', implicit.stem)) ?? []),
      ...needs.filter((each) => !(implicit?.rule.prerequisites ?? []).map((other) => other.replace('%', implicit!.stem)).includes(each)),
    ];
    let newest = Number.NEGATIVE_INFINITY;
    const newer: string[] = [];
    const own = this.#makefile.phony.has(name) ? Number.NEGATIVE_INFINITY : this.#time(name);
    for (const each of new Set(order)) {
      const time = yield* this.#update(each, name, depth + 1);
      if (time > own) newer.push(each);
      newest = Math.max(newest, time);
    }
    for (const each of new Set(rules.flatMap(({ orderOnly }) => orderOnly))) yield* this.#update(each, name, depth + 1);
    this.#active.delete(name);
    const rule = explicit ?? implicit?.rule;
    const due = this.#options.always || own === Number.NEGATIVE_INFINITY || newest > own;
    let time = own;
    if (due) {
      if (rule !== undefined) yield* this.#run(rule, name, [...new Set(order)], newer, implicit?.stem ?? '');
      time =
        rule === undefined
          ? newest
          : this.#makefile.phony.has(name) || !this.#exists(name)
            ? Number.POSITIVE_INFINITY
            : Math.max(this.#time(name), newest);
    }
    this.#done.set(name, time);
    return time;
  }

  *#run(rule: Rule, target: string, needs: readonly string[], newer: readonly string[], found: string): Step<void> {
    const local = new Map([
      ['@', target],
      ['<', needs[0] ?? ''],
      ['^', [...new Set(needs)].join(' ')],
      ['+', needs.join(' ')],
      ['?', newer.join(' ')],
      ['*', found === '' ? target.replace(/\.[^./]*$/, '') : found],
    ]);
    for (const { text, line } of rule.recipe)
      for (const each of (yield* this.#variables.expand(text, local)).split(/(?<!\\)\n/)) {
        const [, marks = '', rest = ''] = /^([\s@+-]*)([\s\S]*)$/.exec(each) ?? [];
        const command = rest.replace(/[ \t]+$/, '');
        if (command.trim() === '') continue;
        this.ran++;
        if ((!marks.includes('@') && !this.#options.silent) || this.#options.dryRun)
          yield* this.#p.write(1, `${command.replace(/\s+(?=\s)/g, (blank) => (blank.includes('\n') ? blank : blank))}\n`);
        if (this.#options.dryRun && !marks.includes('+')) continue;
        const status = yield* this.#command(command);
        if (status === 0) continue;
        const where = rule.file === '<builtin>' ? '<builtin>' : `${rule.file}:${line}`;
        const kind = status > 128 ? signalText(status - 128) : `Error ${status}`;
        if (marks.includes('-') || this.#options.ignore) {
          yield* this.#p.write(2, `${this.#options.title}: [${where}: ${target}] ${kind} (ignored)\n`);
          continue;
        }
        throw new MakeError(`[${where}: ${target}] ${kind}`);
      }
  }

  /** A line through the shell; one without anything for a shell is run directly, as make does. */
  *#command(command: string): Step<number> {
    const shell = yield* this.#variables.expand('$(SHELL)');
    const direct = !/[$`"'\\;&|<>()*?[\]{}#~=!\n]/.test(command);
    const argv = direct ? words(command) : [shell, '-c', command];
    const builtin =
      direct && /^(?:cd|exit|test|:|export|set|unset|true|false|\.|eval|exec|read|umask|wait|trap|for|if|while|case)$/.test(argv[0] ?? '');
    const run = builtin ? [shell, '-c', command] : argv;
    const { title } = this.#options;
    const child = this.#p.fork(function* start(self) {
      const level = Number(self.env.get('MAKELEVEL') ?? 0);
      self.env.set('MAKELEVEL', String(level + 1));
      try {
        return yield* become(self, run);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        yield* self.write(2, `${title}: ${run[0]}: ${error.message}\n`);
        return 127;
      }
    });
    const ended = yield* this.#p.waitpid(child.pid);
    return ended === undefined ? 0 : statusCode(ended.status);
  }
}

const signalText = (signal: number): string =>
  ({ 2: 'Interrupt', 9: 'Killed', 11: 'Segmentation fault', 15: 'Terminated' })[signal] ?? `Signal ${signal}`;
