// awk: a language of patterns and actions.
// Knows busybox's awk, its order of arrays and its error texts; refuses to know how patterns are matched (regex/) and what commands do.
// This build has no mathematical functions, and neither has the simulation: sin, log, ^ and others say so.
import { fromBytes, type Step, SysError } from '../../../../kernel/index.ts';
import { RegexError } from '../../../regex/index.ts';
import type { Applet, Call } from '../../applet.ts';
import { assignment } from './assignment.ts';
import { unescapeString } from './lexer.ts';
import { Parser } from './parse.ts';
import { Runner } from './run.ts';
import { AwkError, AwkFailure } from './source-error.ts';
import { State } from './state.ts';
import { UserText } from './value.ts';

/** awk: a language of patterns and actions. */
export const awk: Applet = function* (a) {
  const options = a.options('+F:v:f:e:W:');
  if (options.has('W')) yield* a.complain('warning: option -W is ignored');
  const state = new State(a);
  let name = 'cmd. line';
  try {
    const separator = options.value('F');
    if (separator !== undefined) state.set(state.cell('FS'), unescapeString(separator));
    for (const text of options.values('v')) if (!assignment(state, text)) a.showUsage();
    for (const [key, value] of a.p.env) state.cell('ENVIRON').array.set(key, new UserText(value));
    const operands = [...options.rest];
    const parser = new Parser(state.variables);
    for (const file of options.values('f')) {
      name = file;
      parser.parse(yield* readProgram(a, file));
    }
    name = 'cmd. line';
    for (const text of options.values('e')) parser.parse(text);
    if (!options.has('f') && !options.has('e')) {
      const text = operands.shift();
      if (text === undefined) a.showUsage();
      parser.parse(text ?? '');
    }
    if (options.has('f') && !options.has('e')) name = options.values('f').at(-1)!;
    const words = ['awk', ...operands];
    for (const [index, word] of words.entries()) state.cell('ARGV').array.set(String(index), new UserText(word));
    state.set(state.cell('ARGC'), words.length);
    return yield* new Runner(state, parser.program).run();
  } catch (error) {
    yield* state.streams.flushAll();
    return a.die(errorText(error, name, state.line));
  }
};

function errorText(error: unknown, name: string, line: number): string {
  if (error instanceof AwkError) return `${name}:${error.line ?? line}: ${error.message}`;
  if (error instanceof AwkFailure || error instanceof RegexError) return error.message;
  if (error instanceof RangeError) return 'function calls nested too deeply';
  throw error;
}

function* readProgram(a: Call, file: string): Step<string> {
  try {
    return fromBytes(yield* a.readInput(file));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new AwkFailure(`can't open '${file}': ${error.message}`);
  }
}
