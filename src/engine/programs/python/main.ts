import { decodeText, encodeText, fromBytes, type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import { drive, type Routine } from '../coroutine/index.ts';
import { installedVersion } from '../service/index.ts';
import { installBuiltins } from './builtins.ts';
import type { PyException } from './exceptions.ts';
import { standardStream } from './files.ts';
import { importModule, readSource, runSource } from './imports.ts';
import { Interpreter } from './interpreter.ts';
import { prompt } from './prompt.ts';
import { str } from './text.ts';
import { printException } from './traceback.ts';
import { PyError, PyList, PyModule, PyTuple, type Value } from './values.ts';

interface Options {
  readonly command: string | undefined;
  readonly module: string | undefined;
  readonly script: string | undefined;
  readonly unbuffered: boolean;
  readonly interactive: boolean;
  readonly version: boolean;
  readonly rest: readonly string[];
}

function optionsOf(args: readonly string[]): Options | string {
  let [unbuffered, interactive, version] = [false, false, false];
  const done = (more: Partial<Options>): Options => ({
    command: undefined,
    module: undefined,
    script: undefined,
    unbuffered,
    interactive,
    version,
    rest: [],
    ...more,
  });
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--version') version = true;
    else if (arg === '-' || !arg.startsWith('-')) return done({ script: arg, rest: args.slice(i + 1) });
    else if (arg === '--help' || arg === '-h') return 'help';
    else {
      for (let at = 1; at < arg.length; at++) {
        const letter = arg[at]!;
        if (letter === 'u') unbuffered = true;
        else if (letter === 'i') interactive = true;
        else if (letter === 'V') version = true;
        else if ('bBdEIOPqRsSvx'.includes(letter)) continue;
        else if (letter === 'W' || letter === 'X') {
          if (at === arg.length - 1) i++;
          break;
        } else if (letter === 'c' || letter === 'm') {
          const value = at < arg.length - 1 ? arg.slice(at + 1) : args[++i];
          if (value === undefined)
            return `Argument expected for the -${letter} option\nusage: python [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry \`python -h' for more information.\n`;
          return done(letter === 'c' ? { command: value, rest: args.slice(i + 1) } : { module: value, rest: args.slice(i + 1) });
        } else
          return `Unknown option: -${letter}\nusage: python [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry \`python -h' for more information.\n`;
      }
    }
  }
  return done({});
}

/** The program `python`. */
export function* python(p: Process): Run {
  const name = p.argv[0]?.split('/').at(-1) ?? 'python';
  if (!/^python[\d.]*$/.test(name)) {
    yield* p.write(2, `${name}: not simulated by Strata\n`);
    return 126;
  }
  const args = p.argv.slice(1).map(decodeText);
  const options = optionsOf(args);
  if (typeof options === 'string') {
    yield* p.write(
      options === 'help' ? 1 : 2,
      options === 'help' ? 'usage: python [option] ... [-c cmd | -m mod | file | -] [arg] ...\n' : options,
    );
    return options === 'help' ? 0 : 2;
  }
  const { version, prefix } = versionOf(p);
  if (options.version) {
    yield* p.write(1, `Python ${version.join('.')}\n`);
    return 0;
  }
  if (version[0] !== 3) {
    yield* p.write(2, `strata: Python ${version[0]} is not simulated\n`);
    return 1;
  }
  const py = new Interpreter(p, version, prefix);
  const unbuffered = options.unbuffered || (p.env.get('PYTHONUNBUFFERED') ?? '') !== '';
  py.stdout = standardStream(py, 1, '<stdout>', 'w', unbuffered ? 'none' : p.isatty(1) ? 'line' : 'block').state;
  py.stderr = standardStream(py, 2, '<stderr>', 'w', version[1] >= 9 || p.isatty(2) ? 'line' : 'none').state;
  const script = options.script;
  py.argv = [options.command !== undefined ? '-c' : options.module !== undefined ? '-m' : (script ?? ''), ...options.rest];
  const site = `${prefix}/lib/python${version[0]}.${version[1]}`;
  const first = script !== undefined && script !== '-' ? scriptDir(p, script) : options.module !== undefined ? decodeText(p.getcwd()) : '';
  py.path = [
    first,
    ...(p.env.get('PYTHONPATH') ?? '')
      .split(':')
      .filter((each) => each !== '')
      .map(decodeText),
    site,
    `${site}/site-packages`,
    ...(prefix === '/usr'
      ? [
          '/usr/local/lib/python3/dist-packages',
          `/usr/local/lib/python${version[0]}.${version[1]}/dist-packages`,
          '/usr/lib/python3/dist-packages',
        ]
      : []),
  ];
  return yield* drive(session(py, options));
}

function scriptDir(p: Process, script: string): string {
  const path = script.startsWith('/') ? script : `${decodeText(p.getcwd())}/${script}`;
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** Which Python the image carries, and where its library is. */
function versionOf(p: Process): { version: [number, number, number]; prefix: string } {
  const { version, official } = installedVersion(
    p,
    'PYTHON_VERSION',
    ['python3', 'python3-minimal', 'python3.13', 'python3.11', 'python'],
    '3.14.0',
  );
  const [major = 3, minor = 12, micro = 0] = version.split('.').map(Number);
  const local = p.executable.startsWith('/usr/local/') || (official && !p.executable.startsWith('/usr/bin/'));
  const venv = /^(.*)\/bin\/python[\d.]*$/.exec(decodeText(p.argv[0] ?? ''))?.[1];
  const prefix = venv !== undefined && p.fs.exists(encodeText(`${venv}/pyvenv.cfg`)) ? venv : local ? '/usr/local' : '/usr';
  return { version: [major, minor, micro], prefix };
}

function* session(py: Interpreter, options: Options): Routine<number> {
  const { p } = py;
  installBuiltins(py);
  const main = new PyModule(
    '__main__',
    new Map<string, Value>([
      ['__name__', '__main__'],
      ['__builtins__', py.builtins],
      ['__doc__', null],
      ['__package__', null],
    ]),
  );
  py.modules.set('__main__', main);
  py.modules.set('builtins', py.builtins);
  yield* importModule(py, 'sys');
  const pathList = py.modules.get('sys')!.names.get('path') as PyList;
  Object.defineProperty(py, 'path', { get: () => pathList.items.map(String) });
  let code = 0;
  try {
    code = yield* runChosen(py, options, main);
  } catch (error) {
    code = yield* ended(py, error);
  }
  try {
    for (let func = py.atExit.pop(); func !== undefined; func = py.atExit.pop()) yield* py.call(func, []);
    yield* py.stdout.flush();
    yield* py.stderr.flush();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return 120;
  }
  if (code === -2) {
    // Killed by its own interrupt, as the real one does so that shells see it.
    p.setDisposition(2, 'default');
    yield* p.raise(2);
    return 130;
  }
  return code;
}

function* runChosen(py: Interpreter, options: Options, main: PyModule): Routine<number> {
  const { p } = py;
  if (options.command !== undefined) {
    yield* runSource(py, options.command, '<string>', main);
    return 0;
  }
  if (options.module !== undefined) return yield* runModule(py, options.module, options.rest, main);
  if (options.script === undefined && p.isatty(0)) return yield* prompt(py, main);
  if (options.script === undefined || options.script === '-') {
    yield* runSource(py, decodeText(fromBytes(yield* p.readAll(0))), '<stdin>', main);
    return 0;
  }
  const path = options.script;
  let source: string;
  try {
    const isDir = p.fs.exists(encodeText(path)) && p.fs.stat(encodeText(path)).kind === 'dir';
    source = readSource(py, isDir ? `${path}/__main__.py` : path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const shown = path.startsWith('/') || !py.atLeast(9) ? path : `${decodeText(p.getcwd()).replace(/\/$/, '')}/${path}`;
    yield* p.write(
      2,
      encodeText(
        `${p.argv[0]!.includes('/') ? p.argv[0] : p.argv[0]}: can't open file '${shown}': [Errno ${error.errno === 'ENOENT' ? 2 : 13}] ${error.message}\n`,
      ),
    );
    return 2;
  }
  const file = py.atLeast(9) && !path.startsWith('/') ? `${decodeText(p.getcwd()).replace(/\/$/, '')}/${path.replace(/^\.\//, '')}` : path;
  main.names.set('__file__', file);
  yield* runSource(py, source, file, main);
  return 0;
}

/** `python -m`: the modules that can be run so. */
function* runModule(py: Interpreter, name: string, rest: readonly string[], main: PyModule): Routine<number> {
  if (name === 'http.server') {
    const module = yield* importModule(py, 'http.server');
    yield* py.call(module.names.get('_main')!, [new PyList([...rest])]);
    return 0;
  }
  if (name === 'json.tool') {
    const json = yield* importModule(py, 'json');
    const text = rest[0] === undefined ? decodeText(fromBytes(yield* py.p.readAll(0))) : readSource(py, rest[0]);
    const value = yield* py.call(json.names.get('loads')!, [text]);
    const shown = yield* py.call(json.names.get('dumps')!, [value], new Map<string, Value>([['indent', 4n]]));
    yield* py.stdout.write(encodeText(`${String(shown)}\n`));
    return 0;
  }
  if (name === 'flask') {
    const cli = yield* importModule(py, 'flask.cli');
    yield* py.call(cli.names.get('main')!, []);
    return 0;
  }
  for (const tool of ['pip', 'venv'] as const)
    if (name === tool) {
      const path = [`${py.prefix}/bin/${tool}`, `/usr/local/bin/${tool}`, `/usr/bin/${tool}3`, `/usr/bin/${tool}`].find((each) =>
        py.p.fs.exists(each),
      );
      if (path !== undefined) return yield* replaceBy(py, path, rest);
    }
  for (const dir of py.path) {
    const base = `${dir === '' ? '.' : dir}/${name.replaceAll('.', '/')}`;
    for (const path of [`${base}/__main__.py`, `${base}.py`])
      if (py.p.fs.exists(encodeText(path))) {
        main.names.set('__file__', path);
        py.argv[0] = path;
        (py.modules.get('sys')!.names.get('argv') as PyList).items[0] = path;
        yield* runSource(py, readSource(py, path), path, main);
        return 0;
      }
  }
  yield* py.p.write(2, encodeText(`${py.p.executable}: No module named ${name}\n`));
  return 1;
}

function* replaceBy(py: Interpreter, path: string, rest: readonly string[]): Routine<number> {
  yield* py.stdout.flush();
  return yield* py.p.execve(path, [path, ...rest.map(encodeText)], py.p.env) as Step<never>;
}

/** What the end of a program by an exception prints, and its exit status; -2 for an interrupt. */
function* ended(py: Interpreter, error: unknown): Routine<number> {
  if (!(error instanceof PyError)) throw error;
  const exception = error.exception as PyException;
  if (exception.cls.isSubclass(py.exceptionClass('SystemExit'))) {
    const code = exception.args.length > 1 ? new PyTuple(exception.args) : (exception.args[0] ?? null);
    if (code === null) return 0;
    if (typeof code === 'bigint' || typeof code === 'boolean') return Number(BigInt.asUintN(8, BigInt(code)));
    yield* py.stdout.flush();
    yield* py.stderr.write(encodeText(`${yield* str(py, code)}\n`));
    return 1;
  }
  py.frames.length = 0;
  yield* printException(py, exception);
  return exception.cls.isSubclass(py.exceptionClass('KeyboardInterrupt')) ? -2 : 1;
}
