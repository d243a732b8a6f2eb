import { decodeText, encodeText, fromBytes } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import type { Stmt } from './ast.ts';
import { type PyException, pyError } from './exceptions.ts';
import { execBody } from './execute.ts';
import type { Frame, Interpreter } from './interpreter.ts';
import { builtInModule, INSTALLED, KNOWN_MISSING } from './modules/index.ts';
import { parseModule } from './parse.ts';
import { SourceError } from './tokens.ts';
import { PyError, PyList, PyModule, Scope, type Value } from './values.ts';

/** The module of a dotted name. Throws ModuleNotFoundError. */
export function* importModule(py: Interpreter, name: string): Routine<PyModule> {
  const parts = name.split('.');
  let module: PyModule | undefined;
  for (let length = 1; length <= parts.length; length++) {
    const full = parts.slice(0, length).join('.');
    const parent = module;
    module = py.modules.get(full) ?? (yield* loadModule(py, full, parent, name));
    parent?.names.set(parts[length - 1]!, module);
  }
  return module!;
}

function* loadModule(py: Interpreter, full: string, parent: PyModule | undefined, asked: string): Routine<PyModule> {
  const last = full.split('.').at(-1)!;
  if (parent === undefined && !INSTALLED.has(full)) {
    const built = yield* builtInModule(py, full);
    if (built !== undefined) return keep(py, full, built);
  } else if (parent !== undefined) {
    const built = yield* builtInModule(py, full);
    if (built !== undefined) return keep(py, full, built);
    const inner = parent.names.get(last);
    if (inner instanceof PyModule) return keep(py, full, inner);
  }
  const paths = parent === undefined ? py.path : ((parent.names.get('__path__') as PyList | undefined)?.items.map(String) ?? []);
  for (const dir of paths) {
    const base = `${dir === '' ? '.' : dir}/${last}`;
    const installed = dir.includes('-packages') && INSTALLED.has(full);
    if (installed && exists(py, base)) return keep(py, full, (yield* builtInModule(py, full))!);
    for (const path of [`${base}/__init__.py`, `${base}.py`]) if (exists(py, path)) return yield* runModule(py, full, path);
    if (parent === undefined && exists(py, base) && KNOWN_MISSING.has(full)) break;
  }
  if (KNOWN_MISSING.has(full)) throw py.error('ImportError', `strata: the module '${full}' is not simulated`);
  if (parent !== undefined && !parent.names.has('__path__'))
    throw missing(py, `No module named '${asked}'; '${parent.name}' is not a package`, asked);
  throw missing(py, `No module named '${full}'`, full);
}

function missing(py: Interpreter, message: string, name: string): PyError {
  const error = py.error('ModuleNotFoundError', message);
  error.exception.attrs!.set('name', name);
  return error;
}
function keep(py: Interpreter, name: string, module: PyModule): PyModule {
  py.modules.set(name, module);
  return module;
}
function exists(py: Interpreter, path: string): boolean {
  return py.p.fs.exists(encodeText(path));
}

function* runModule(py: Interpreter, name: string, path: string): Routine<PyModule> {
  const file = path.startsWith('/') ? path : `${decodeText(py.p.getcwd())}/${path.replace(/^\.\//, '')}`;
  const names = new Map<string, Value>([
    ['__name__', name],
    ['__file__', file],
    ['__package__', file.endsWith('/__init__.py') ? name : name.split('.').slice(0, -1).join('.')],
  ]);
  if (file.endsWith('/__init__.py')) names.set('__path__', new PyList([file.slice(0, -'/__init__.py'.length)]));
  const module = new PyModule(name, names);
  py.modules.set(name, module);
  try {
    yield* runSource(py, readSource(py, file), file, module);
  } catch (error) {
    py.modules.delete(name);
    throw error;
  }
  return module;
}

/** The text of a source file. Throws SysError. */
export function readSource(py: Interpreter, path: string): string {
  return decodeText(fromBytes(py.p.fs.readFile(encodeText(path))));
}

/** Runs a source in a module. Throws SyntaxError as an exception of Python. */
export function* runSource(py: Interpreter, source: string, file: string, module: PyModule): Routine<void> {
  py.sources.set(file, source);
  const body = parsed(source, file);
  const frame: Frame = {
    file,
    name: '<module>',
    scope: new Scope(module.names, undefined, undefined),
    module,
    func: undefined,
    at: undefined,
    handling: undefined,
  };
  yield* py.within(frame, execBody(py, body, frame));
}

/** The statements of a source; what is no Python becomes a SyntaxError. */
export function parsed(source: string, file: string): Stmt[] {
  try {
    return parseModule(source);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const made = pyError(error.kind, error.message);
    const exception = made.exception as PyException;
    for (const [key, value] of Object.entries({
      msg: error.message,
      filename: file,
      lineno: BigInt(error.line),
      offset: BigInt(error.at + 1),
      end: BigInt((error.end ?? error.at + 1) + 1),
      text: source.split('\n')[error.line - 1] ?? '',
    }))
      exception.attrs!.set(key, value);
    throw made;
  }
}

/** Names and values that `from … import …` brings. */
export function* importFrom(py: Interpreter, node: Stmt & { kind: 'from' }, frame: Frame): Routine<[string, Value][]> {
  let name = node.module;
  if (node.level > 0) {
    const own = String(frame.module.names.get('__package__') ?? '');
    if (own === '') throw py.error('ImportError', 'attempted relative import with no known parent package');
    const base = own.split('.');
    name = [...base.slice(0, base.length - node.level + 1), ...(node.module === '' ? [] : [node.module])].join('.');
  }
  if (name === '__future__') return [];
  const module = yield* importModule(py, name);
  if (node.names === '*') {
    const all = module.names.get('__all__');
    const names = all instanceof PyList ? all.items.map(String) : [...module.names.keys()].filter((each) => !each.startsWith('_'));
    return names.map((each) => [each, module.names.get(each) ?? null]);
  }
  const out: [string, Value][] = [];
  for (const { name: each, as } of node.names) {
    let value = module.names.get(each);
    if (value === undefined && (module.names.has('__path__') || module.names.has('__strata__')))
      value = yield* submodule(py, `${name}.${each}`);
    if (value === undefined) throw cannotImport(py, each, module);
    out.push([as ?? each, value]);
  }
  return out;
}

function* submodule(py: Interpreter, name: string): Routine<PyModule | undefined> {
  try {
    return yield* importModule(py, name);
  } catch (error) {
    if (error instanceof PyError && error.exception.cls.name === 'ModuleNotFoundError') return undefined;
    throw error;
  }
}

function cannotImport(py: Interpreter, name: string, module: PyModule): Error {
  const file = module.names.get('__file__');
  if (file === undefined && !INSTALLED.has(module.name.split('.')[0]!))
    return py.error(
      'ImportError',
      module.names.get('__strata__') === true
        ? `strata: '${name}' of the module '${module.name}' is not simulated`
        : `cannot import name '${name}' from '${module.name}' (unknown location)`,
    );
  return py.error(
    'ImportError',
    file === undefined
      ? `strata: '${name}' of the module '${module.name}' is not simulated`
      : `cannot import name '${name}' from '${module.name}' (${String(file)})`,
  );
}
