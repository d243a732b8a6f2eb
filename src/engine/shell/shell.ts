import { type Process, type Step, SysError } from '../kernel/index.ts';
import { type Dialect, inDialect } from './dialect.ts';
import { type ShellComplaint, ShellError } from './errors.ts';
import { Jobs } from './jobs.ts';
import { Options } from './options.ts';
import type { FunctionDefinition } from './syntax/ast.ts';
import { Traps } from './traps.ts';
import { Variables } from './variables.ts';

/** What differs between the shells that this interpreter plays. */
export interface ShellConfig {
  readonly dialect: Dialect;
  /** Whether a command of this name runs without being looked up in PATH (busybox applets). */
  readonly isApplet: (name: string) => boolean;
}

/** Positional parameters with getopts' place in them. */
export interface Parameters {
  list: string[];
  /** Next argument for getopts, from 1, and place inside it; -1: at its start. */
  optionIndex: number;
  optionOffset: number;
}

/** Why the commands that follow are skipped. */
export type Skip = 'break' | 'continue' | 'return' | undefined;

/**
 * All state of one shell: what a subshell gets a copy of. Knows how to print messages; refuses to know how commands are
 * read and run.
 */
export class Shell {
  readonly p: Process;
  readonly config: ShellConfig;
  options = new Options();
  variables = new Variables();
  functions = new Map<string, FunctionDefinition>();
  aliases = new Map<string, string>();
  parameters: Parameters = { list: [], optionIndex: 1, optionOffset: -1 };
  traps: Traps;
  jobs = new Jobs();
  /** `$0`. */
  name = 'sh';
  /** What messages begin with: the shell's own argv[0], and the command that complains. */
  prefix = 'sh';
  commandName: string | undefined;
  /** Name under which the shell was started; builtins that are applets too complain under it. */
  appletName = 'sh';
  /** `$?`, and the status of the last command substitution of the running command. */
  status = 0;
  substitutionStatus = 0;
  /** `$!` */
  lastBackground: number | undefined;
  /** `$$` */
  readonly rootPid: number;
  /** Line of the running command in its file, and as $LINENO shows it. */
  errorLine = 0;
  line = 0;
  /** Line that the parser has reached. */
  parserLine = 0;
  skip: Skip;
  skipCount = 0;
  loopDepth = 0;
  functionDepth = 0;
  functionName = '';
  /** Levels of commands inside commands that are running. */
  depth = 0;
  /** Whether a file or standard input is being read by name, so that messages carry a line. */
  readsTerminal = false;
  /** Pipes to process substitutions, closed after the command. */
  readonly processFiles: number[] = [];
  /** A compound command's redirection has just failed: `set -e` looks at it. */
  redirectionFailed = false;
  /** The logical working directory, `$PWD`; undefined when it is not known. */
  directory: string | undefined;
  /** Limits that `ulimit` has set: letter and H or S → value. */
  limits = new Map<string, string>();
  /** Where commands were found: name → path. */
  hashed = new Map<string, string>();

  constructor(p: Process, config: ShellConfig, rootPid = p.pid) {
    this.p = p;
    this.config = config;
    this.rootPid = rootPid;
    this.traps = new Traps(p);
    this.#wire();
  }

  #wire(): void {
    this.variables.compute('LINENO', () => String(this.line));
    this.variables.compute('FUNCNAME', () => this.functionName);
    this.variables.compute('RANDOM', () => String(this.p.kernel.random.next() & 0x7fff));
    this.variables.compute('EPOCHSECONDS', () => String(Math.floor(this.p.now())));
    this.variables.compute('EPOCHREALTIME', () => this.p.now().toFixed(6));
    this.variables.onChange = (name, value) => {
      if (name === 'PATH') this.hashed.clear();
      else if (name === 'OPTIND') {
        const index = value === undefined ? 1 : Number.parseInt(value, 10);
        this.parameters.optionIndex = Number.isNaN(index) || index < 1 ? 1 : index;
        this.parameters.optionOffset = -1;
      }
    };
  }

  /** The same state in a forked process. */
  copy(p: Process): Shell {
    const other = new Shell(p, this.config, this.rootPid);
    other.options = this.options.copy();
    other.variables = this.variables.copy();
    other.#wire();
    other.functions = new Map(this.functions);
    other.aliases = new Map(this.aliases);
    other.parameters = { ...this.parameters, list: [...this.parameters.list] };
    other.traps = this.traps.inherit(p);
    other.name = this.name;
    other.prefix = this.prefix;
    other.commandName = this.commandName;
    other.appletName = this.appletName;
    other.status = this.status;
    other.substitutionStatus = this.substitutionStatus;
    other.lastBackground = this.lastBackground;
    other.errorLine = this.errorLine;
    other.line = this.line;
    other.parserLine = this.parserLine;
    other.loopDepth = this.loopDepth;
    other.functionDepth = this.functionDepth;
    other.functionName = this.functionName;
    other.depth = this.depth;
    other.readsTerminal = this.readsTerminal;
    other.directory = this.directory;
    other.limits = new Map(this.limits);
    other.hashed = new Map(this.hashed);
    return other;
  }

  // ── messages

  /** The start of a message: the shell, the command that complains, the line. */
  messagePrefix(): string {
    if (this.config.dialect === 'dash') {
      const named = this.commandName === undefined || this.commandName === this.prefix ? '' : `${this.commandName}: `;
      return `${this.prefix}: ${this.errorLine}: ${named}`;
    }
    if (this.config.dialect === 'bash') {
      const own = this.prefix.split('/').at(-1)!.replace(/^-/, '');
      const shown = own === 'bash' || own === 'sh' ? own : this.prefix;
      const command = this.commandName === undefined || this.commandName === this.prefix ? '' : `${this.commandName}: `;
      return `${shown}: ${this.readsTerminal ? '' : `line ${Math.max(1, this.errorLine)}: `}${command}`;
    }
    if (this.commandName === undefined) return `${this.prefix}: `;
    const named = this.commandName === this.prefix ? '' : `${this.commandName}: `;
    const line = this.readsTerminal ? '' : `line ${this.errorLine}: `;
    return `${this.prefix}: ${named}${line}`;
  }
  *error(text: string): Step<void> {
    yield* this.print(2, `${this.messagePrefix()}${inDialect(this.config.dialect, text)}\n`);
  }
  *exitWith(status: number): Step<never> {
    throw new ShellError(status);
  }
  /** Prints the message and ends the command with it. */
  *fail(text: string, status = 2): Step<never> {
    yield* this.error(text);
    throw new ShellError(status);
  }
  *complain(complaint: ShellComplaint): Step<never> {
    if (complaint.atParser) this.errorLine = this.parserLine;
    return yield* this.fail(complaint.message, complaint.status);
  }

  /** Writes to a descriptor; output that cannot be written is dropped. True when all was written. */
  *print(fd: number, text: string): Step<boolean> {
    try {
      yield* this.p.write(fd, text);
      return true;
    } catch (error) {
      if (error instanceof SysError) return false;
      throw error;
    }
  }
  /** A message of a builtin that is an applet of its own too: it begins with the applet's name only. */
  *appletError(text: string): Step<void> {
    yield* this.print(2, `${this.appletPrefix}: ${text}\n`);
  }

  /** What messages of such a builtin begin with. */
  get appletPrefix(): string {
    if (this.config.dialect === 'bash') return this.messagePrefix().replace(/: $/, '');
    return this.config.dialect === 'ash' ? this.appletName : `${this.prefix}: ${this.errorLine}: ${this.commandName ?? this.prefix}`;
  }

  get positional(): string[] {
    return this.parameters.list;
  }
  setPositional(list: string[]): void {
    this.parameters.list = list;
    this.parameters.optionIndex = 1;
    this.parameters.optionOffset = -1;
  }
}
