import {
  decodeText,
  encodeText,
  errnoNumber,
  fromBytes,
  type Process,
  type Run,
  SIGNALS,
  type Step,
  SysError,
} from '../../kernel/index.ts';
import { daemonise } from '../service/index.ts';
import { type Build, buildOf } from './build.ts';
import { ConfigReader, type Directive } from './config.ts';
import { Logs } from './logs.ts';
import { announce, master } from './master.ts';
import { ConfigProblem } from './problem.ts';
import { prepare, realise, type Setup } from './setup.ts';
import { worker } from './worker.ts';

interface Options {
  help: boolean;
  version: 'none' | 'short' | 'long';
  test: boolean;
  dump: boolean;
  quiet: boolean;
  signal: string | undefined;
  config: string;
  globals: string | undefined;
  errorLog: string | undefined;
}

const CONFIG = '/etc/nginx/nginx.conf';

/** The program: reads options, then starts, tests or signals. */
export function* nginx(p: Process): Run {
  const build = buildOf(p);
  const options = optionsOf(p.argv.slice(1).map(decodeText));
  if (typeof options === 'string') {
    yield* p.write(2, `nginx: ${encodeText(options)}\n`);
    return 1;
  }
  if (options.version !== 'none') {
    yield* p.write(2, `nginx version: nginx/${build.version}\n`);
    if (options.help) yield* p.write(2, usage(build));
    else if (options.version === 'long')
      yield* p.write(
        2,
        `${build.compiler === undefined ? '' : `built by ${build.compiler} \n`}built with OpenSSL 3.0.15 3 Sep 2024\nTLS SNI support enabled\nconfigure arguments: ${build.arguments}\n`,
      );
    if (!options.test) return 0;
  }
  const logs = yield* firstLog(p, options.errorLog ?? build.errorLog);
  const fail = (error: unknown): void => {
    if (!(error instanceof ConfigProblem)) throw error;
    logs.loud(p, 'emerg', error.message);
  };
  const read = function* (own: Process): Step<{ setup: Setup; directives: readonly Directive[] }> {
    const { directives } = yield* readConfig(own, options);
    return { setup: yield* prepare(own, directives, build, logs), directives };
  };
  try {
    const { directives, reader } = yield* readConfig(p, options);
    if (options.signal !== undefined) return yield* signal(p, options.signal, directives, build, logs);
    warnUser(p, directives, logs);
    const setup = yield* prepare(p, directives, build, logs);
    if (options.test && !options.quiet) yield* p.write(2, `nginx: the configuration file ${encodeText(options.config)} syntax is ok\n`);
    if (!directives.some(({ name }) => name === 'events')) throw new ConfigProblem('no "events" section in configuration');
    yield* realise(p, directives, setup, build, options.test);
    if (options.test) {
      if (!options.quiet) yield* p.write(2, `nginx: configuration file ${encodeText(options.config)} test is successful\n`);
      if (options.dump)
        for (const { path, text } of reader.files) yield* p.write(1, `# configuration file ${encodeText(path)}:\n${text}\n`);
      return 0;
    }
    logs.quiet = true;
    announce(p, setup, build);
    const cycle = setup.master ? (own: Process): Run => master(own, setup, build, read) : (own: Process): Run => worker(own, setup);
    if (!setup.daemon) return yield* cycle(p);
    daemonise(p, cycle);
    return 0;
  } catch (error) {
    fail(error);
    if (options.test) yield* p.write(2, `nginx: configuration file ${encodeText(options.config)} test failed\n`);
    return 1;
  }
}

function optionsOf(args: readonly string[]): Options | string {
  const options: Options = {
    help: false,
    version: 'none',
    test: false,
    dump: false,
    quiet: false,
    signal: undefined,
    config: CONFIG,
    globals: undefined,
    errorLog: undefined,
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith('-')) return `invalid option: "${arg}"`;
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at]!;
      const rest = arg.slice(at + 1);
      if ('?h'.includes(letter)) Object.assign(options, { version: 'short', help: true });
      else if (letter === 'v') options.version = 'short';
      else if (letter === 'V') options.version = 'long';
      else if (letter === 't') options.test = true;
      else if (letter === 'T') Object.assign(options, { test: true, dump: true });
      else if (letter === 'q') options.quiet = true;
      else if ('scgpe'.includes(letter)) {
        const value = rest !== '' ? rest : args[++i];
        const wanted = { s: 'parameter', c: 'file name', g: 'parameter', p: 'directory name', e: 'file name' }[letter as 's'];
        if (value === undefined || value === '') return `option "-${letter}" requires ${wanted}`;
        if (letter === 's' && !['stop', 'quit', 'reopen', 'reload'].includes(value)) return `invalid option: "-s ${value}"`;
        if (letter === 's') options.signal = value;
        else if (letter === 'c') options.config = value.startsWith('/') ? value : `/etc/nginx/${value}`;
        else if (letter === 'g') options.globals = value;
        else if (letter === 'e') options.errorLog = value;
        break;
      } else return `invalid option: "${letter}"`;
    }
  }
  return options;
}

/** The log before any configuration is read. One that cannot be opened is told, and standard error takes its place. */
function* firstLog(p: Process, path: string): Step<Logs> {
  const logs = new Logs();
  try {
    logs.error = { fd: logs.open(p, path), level: 'notice' };
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    yield* p.write(2, `nginx: [alert] could not open error log file: ${encodeText(error.message)}\n`);
    logs.error = { fd: 2, level: 'notice' };
  }
  return logs;
}

function* readConfig(p: Process, options: Options): Step<{ directives: Directive[]; reader: ConfigReader }> {
  const prefix = options.config.replace(/[^/]*$/, '');
  const reader = new ConfigReader(p, prefix);
  const globals = options.globals === undefined ? [] : reader.commandLine(options.globals);
  const directives = reader.file(encodeText(options.config));
  const twice = directives.find(
    ({ name, block }) =>
      block === undefined &&
      ['daemon', 'user', 'worker_processes', 'pid', 'master_process'].includes(name) &&
      globals.some((each) => each.name === name),
  );
  if (twice !== undefined) throw new ConfigProblem(`"${twice.name}" directive is duplicate in ${twice.file}:${twice.line}`);
  return { directives: [...globals, ...directives], reader };
}

function warnUser(p: Process, directives: readonly Directive[], logs: Logs): void {
  const user = directives.find(({ name }) => name === 'user');
  if (user === undefined || p.credentials.uid === 0) return;
  logs.loud(
    p,
    'warn',
    `the "user" directive makes sense only if the master process runs with super-user privileges, ignored in ${user.file ?? 'command line'}:${user.line}`,
  );
}

const SENT: Readonly<Record<string, number>> = { stop: SIGNALS.TERM, quit: SIGNALS.QUIT, reopen: SIGNALS.USR1, reload: SIGNALS.HUP };

function* signal(p: Process, name: string, directives: readonly Directive[], build: Build, logs: Logs): Run {
  const setup = yield* prepare(p, directives, build, logs);
  logs.say(p, 'notice', 'signal process started');
  let text: string;
  try {
    text = fromBytes(p.fs.readFile(encodeText(setup.pidFile)));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    logs.loud(p, 'error', `open() "${setup.pidFile}" failed (${errnoNumber(error.errno)}: ${error.message})`);
    return 1;
  }
  const pid = /^(\d+)\s*$/.exec(text)?.[1];
  if (pid === undefined) {
    logs.loud(p, 'error', `invalid PID number "${text.trim()}" in "${setup.pidFile}"`);
    return 1;
  }
  try {
    yield* p.kill(Number(pid), SENT[name]!);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    logs.loud(p, 'alert', `kill(${pid}, ${SENT[name]}) failed (${errnoNumber(error.errno)}: ${error.message})`);
    return 1;
  }
  return 0;
}

const usage = ({ errorLog }: Build): string => `Usage: nginx [-?hvVtTq] [-s signal] [-p prefix]
             [-e filename] [-c filename] [-g directives]

Options:
  -?,-h         : this help
  -v            : show version and exit
  -V            : show version and configure options then exit
  -t            : test configuration and exit
  -T            : test configuration, dump it and exit
  -q            : suppress non-error messages during configuration testing
  -s signal     : send signal to a master process: stop, quit, reopen, reload
  -p prefix     : set prefix path (default: ${errorLog === 'stderr' ? '/usr/share/nginx/' : '/etc/nginx/'})
  -e filename   : set error log file (default: ${errorLog})
  -c filename   : set configuration file (default: ${CONFIG})
  -g directives : set global directives out of configuration file

`;
