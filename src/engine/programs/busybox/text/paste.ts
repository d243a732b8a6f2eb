import { type Step, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { type Input, openInput } from './input.ts';

/** paste: lines of several files side by side, or (-s) each file's lines in one. */
export const paste: Applet = function* (a) {
  const options = a.options('d:s');
  const given = options.value('d');
  if (given === '') a.die("-d '' is not supported");
  const delimiters = given === undefined ? ['\t'] : readDelimiters(given);
  const names = options.rest.length === 0 ? ['-'] : options.rest;
  let stdin: Input | undefined;
  const inputs: Input[] = [];
  for (const name of names) {
    if (name === '-') inputs.push((stdin ??= openInput(a, '-')));
    else {
      try {
        inputs.push(openInput(a, name));
      } catch (error) {
        a.dieOf(name, error);
      }
    }
  }
  if (options.has('s')) yield* serial(a, inputs, delimiters);
  else yield* parallel(a, inputs, delimiters);
  for (const input of new Set(inputs)) input.close();
  return 0;
};

function readDelimiters(text: string): string[] {
  return [...text.matchAll(/\\([\s\S])|[\s\S]/g)].map(([whole, escaped]) => {
    if (escaped === undefined) return whole;
    return ({ n: '\n', t: '\t', '0': '' } as Record<string, string>)[escaped] ?? escaped;
  });
}

function* parallel(a: Call, inputs: readonly Input[], delimiters: readonly string[]): Step<void> {
  const open: (Input | undefined)[] = [...inputs];
  for (let active = open.length; active > 0; ) {
    let next = 0;
    for (let i = 0; i < open.length; i++) {
      const input = open[i];
      if (input === undefined) continue;
      const line = yield* input.text();
      if (line === undefined) {
        open[i] = undefined;
        active--;
        continue;
      }
      yield* a.print(line + (i === open.length - 1 ? '\n' : delimiters[next++ % delimiters.length]!));
      if (a.p.tick()) yield TURN;
    }
  }
}

function* serial(a: Call, inputs: readonly Input[], delimiters: readonly string[]): Step<void> {
  for (const input of inputs) {
    let line = yield* input.text();
    for (let next = 0; line !== undefined; ) {
      const after: string | undefined = yield* input.text();
      yield* a.print(line + (after === undefined ? '\n' : delimiters[next++ % delimiters.length]!));
      line = after;
      if (a.p.tick()) yield TURN;
    }
  }
}
