import type { Process, Step } from '../kernel/index.ts';
import { runSource as runCommandSource } from './ash.ts';
import { setDirectory } from './builtins/cd.ts';
import { BUILTIN_NAMES } from './builtins/names.ts';
import { ShellExit } from './errors.ts';
import { CommandSource } from './run/source.ts';
import { parserFor } from './run/text.ts';
import { exitShell, failureStatus } from './run/top.ts';
import { Shell, type ShellConfig } from './shell.ts';
import { importEnvironment } from './start.ts';
import { SyntaxProblem } from './syntax/errors.ts';

export interface SessionOptions extends Partial<ShellConfig> {
  /** `$0` and what messages begin with. */
  readonly name?: string;
  readonly parameters?: readonly string[];
  /** Someone types at it: jobs have groups of their own, and interrupts end a line but not the shell. */
  readonly interactive?: boolean;
}

/** A shell that runs one text after another in the same state, for a caller that has its own prompt. */
export class ShellSession {
  readonly #shell: Shell;
  #exited: number | undefined;
  #running: Step<boolean> | undefined;

  constructor(p: Process, options: SessionOptions = {}) {
    const { dialect = 'ash', isApplet = () => false, name = 'sh', parameters = [], interactive = false } = options;
    this.#shell = new Shell(p, { dialect, isApplet });
    this.#shell.name = name;
    this.#shell.prefix = name;
    this.#shell.appletName = name.split('/').at(-1)!;
    importEnvironment(this.#shell, p);
    this.#shell.setPositional([...parameters]);
    if (interactive) {
      this.#shell.options.interactive = true;
      this.#shell.options.set('monitor', true);
      this.#shell.traps.guard();
    }
  }

  /** `$?` */
  get status(): number {
    return this.#shell.status;
  }
  /** The status that `exit` gave (or an error that ends a script); undefined while the shell goes on. */
  get exited(): number | undefined {
    return this.#exited;
  }

  /**
   * Runs the complete commands of a text and gives `$?`. `name`: what messages begin with from here on. `line`: number of
   * the text's first line. `keepGoing`: an error that would end a script ends only this text, as at a prompt.
   */
  *runSource(text: string, name?: string, options: { line?: number; keepGoing?: boolean } = {}): Step<number> {
    const shell = this.#shell;
    if (name !== undefined) {
      shell.prefix = name;
      shell.commandName = name;
    }
    const source = new CommandSource((part, line, last) => parserFor(shell, part, line, last), options.line ?? 1);
    source.feed(text);
    source.end();
    this.#unwind();
    const running = runCommandSource(shell, source);
    this.#running = running;
    try {
      yield* running;
      this.#running = undefined;
    } catch (error) {
      this.#running = undefined;
      shell.status = yield* failureStatus(shell, error);
      if (error instanceof ShellExit || !options.keepGoing) this.#exited = shell.status;
      shell.skip = undefined;
      shell.loopDepth = 0;
      shell.depth = 0;
    }
    return shell.status;
  }

  /** Undoes what commands that were dropped in the middle had in force: redirections, functions' variables, loops. */
  #unwind(): void {
    this.#running?.return(false);
    this.#running = undefined;
    this.#shell.skip = undefined;
  }

  /** Whether a text ends inside a command, so that more lines are wanted. A text with a syntax error is not incomplete. */
  isIncomplete(text: string): boolean {
    const source = new CommandSource((part, line, last) => parserFor(this.#shell, part, line, last));
    source.feed(text.endsWith('\n') ? text : `${text}\n`);
    try {
      for (;;) {
        const { command } = source.next();
        if (command === 'more') return source.pending;
        if (command === 'end') return false;
      }
    } catch (error) {
      if (error instanceof SyntaxProblem) return false;
      throw error;
    }
  }

  /** Takes over the working directory of its process, which somebody else has changed. */
  moved(): void {
    setDirectory(this.#shell, this.#shell.p.getcwd(), false);
  }

  /** Runs the EXIT trap and gives the status to exit with. */
  *finish(): Step<number> {
    return yield* exitShell(this.#shell, this.#exited ?? this.#shell.status);
  }

  /** Names that a command line may be completed with. */
  completions(): { variables: string[]; functions: string[]; builtins: string[]; aliases: string[] } {
    const shell = this.#shell;
    return {
      variables: shell.variables.names(),
      functions: [...shell.functions.keys()].sort(),
      builtins: [...BUILTIN_NAMES].sort(),
      aliases: [...shell.aliases.keys()].sort(),
    };
  }
  /** A variable's value. */
  variable(name: string): string | undefined {
    return this.#shell.variables.get(name);
  }
}

/** A shell in the process `p` (its working directory, descriptors and environment). */
export const createShell = (p: Process, options?: SessionOptions): ShellSession => new ShellSession(p, options);
