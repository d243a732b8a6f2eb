import type { Program, Run } from '../../kernel/index.ts';
import { ash, echo, printf, test } from '../../shell/index.ts';
import type { Applet, Applets, Call } from './applet.ts';

/** An applet that is a program of the shell's. */
const program = (run: Program): Applet =>
  function* applet(call: Call): Run {
    return yield* run(call.p);
  };

/** The shell, and the commands that it shares with its builtins. */
export const shellApplets: Applets = {
  ash: program(ash),
  sh: program(ash),
  echo: program(echo),
  printf: program(printf),
  test: program(test),
  '[': program(test),
  '[[': program(test),
};
