import type { ByteString } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { AppletEnd } from '../../applet.ts';
import { unsigned } from '../../numbers.ts';
import { type Action, type Expression, evaluate, NO, YES } from './action.ts';
import { Batch, execute } from './exec.ts';
import { argumentTest, plainTest } from './tests.ts';

/** What find's command line asks for besides its paths. */
export interface Plan {
  expression: Expression;
  /** Whether paths are printed though no action says so. */
  print: boolean;
  follow: 'all' | 'arguments' | 'never';
  depthFirst: boolean;
  sameDevice: boolean;
  minDepth: number;
  maxDepth: number;
  readonly batches: Batch[];
  /** Set by -quit. */
  stop: boolean;
}

export const emptyPlan = (): Plan => ({
  expression: [],
  print: true,
  follow: 'never',
  depthFirst: false,
  sameDevice: false,
  minDepth: 0,
  maxDepth: Number.POSITIVE_INFINITY,
  batches: [],
  stop: false,
});

/** Reads the words after the paths into `plan`. Ends the applet when they make no expression. */
export function parseExpression(a: Call, words: readonly ByteString[], plan: Plan): void {
  const parser = new Parser(a, words, plan);
  plan.expression = parser.groups(false);
}

class Parser {
  readonly #a: Call;
  readonly #words: readonly ByteString[];
  readonly #plan: Plan;
  #at = 0;
  constructor(a: Call, words: readonly ByteString[], plan: Plan) {
    this.#a = a;
    this.#words = words;
    this.#plan = plan;
  }

  /** Groups up to the end, or to the `)` that closes them. */
  groups(nested: boolean): Expression {
    const groups: Action[][] = [[]];
    let invert = false;
    const add = (action: Action): void => {
      const negate = invert;
      invert = false;
      groups.at(-1)!.push(
        negate
          ? function* (found) {
              const answer = yield* action(found);
              return { good: !answer.good, prune: answer.prune };
            }
          : action,
      );
    };
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at++]!;
      if (word === ')' && nested) return groups;
      if (word === '-o' || word === '-or') {
        groups.push([]);
        invert = false;
      } else if (word === '-a' || word === '-and') invert = false;
      else if (word === '!' || word === '-not') invert = !invert;
      else if (word === '(') {
        const inner = this.groups(true);
        add((found) => evaluate(inner, found));
      } else if (!this.#option(word)) add(this.#action(word) ?? this.#unknown(word));
    }
    if (nested) this.#a.die("unpaired '('");
    return groups;
  }

  #unknown(word: ByteString): never {
    throw new AppletEnd(`find: unrecognized: ${word}\n`, 1, 'find');
  }

  #argument(word: ByteString): ByteString {
    const next = this.#words[this.#at++];
    return next ?? this.#a.die(`${word} requires an argument`);
  }

  /** Words that change how the walk goes; they are always true and belong to no group. */
  #option(word: ByteString): boolean {
    const plan = this.#plan;
    const count = (): number => {
      const text = this.#argument(word);
      return unsigned(text) ?? this.#a.die(`invalid number '${text}'`);
    };
    if (word === '-follow') plan.follow = 'all';
    else if (word === '-xdev') plan.sameDevice = true;
    else if (word === '-depth' || word === '-d') plan.depthFirst = true;
    else if (word === '-mindepth') plan.minDepth = count();
    else if (word === '-maxdepth') plan.maxDepth = count();
    else return false;
    return true;
  }

  #action(word: ByteString): Action | undefined {
    const a = this.#a;
    const plan = this.#plan;
    switch (word) {
      case '-print':
      case '-print0': {
        plan.print = false;
        const end = word === '-print' ? '\n' : '\0';
        return function* ({ path }) {
          yield* a.print(path + end);
          return YES;
        };
      }
      case '-prune':
        return function* () {
          return { good: true, prune: true };
        };
      case '-quit':
        return function* () {
          plan.stop = true;
          return YES;
        };
      case '-exec':
        return this.#exec();
    }
    const test = plainTest(a, word) ?? argumentTest(a, word, () => this.#argument(word));
    if (test === undefined) return undefined;
    return function* (found) {
      return test(found) ? YES : NO;
    };
  }

  #exec(): Action {
    const a = this.#a;
    this.#plan.print = false;
    const command: ByteString[] = [];
    for (;;) {
      const word = this.#words[this.#at++];
      if (word === undefined) return a.die('-exec requires an argument');
      if (word === ';' && command.length > 0) break;
      if (word === '+' && command.some((part) => part.includes('{}'))) {
        const batch = new Batch(a, command);
        this.#plan.batches.push(batch);
        return function* ({ path }) {
          yield* batch.add(path);
          return YES;
        };
      }
      command.push(word);
    }
    return function* ({ path }) {
      return (yield* execute(a, command, path)) ? YES : NO;
    };
  }
}
