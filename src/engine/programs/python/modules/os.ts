import { decodeText, encodeText, errnoNumber, SysError } from '../../../kernel/index.ts';
import { cpuCount, kernelRelease } from '../../service/index.ts';
import { osError } from '../exceptions.ts';
import { dictGet, dictSet } from '../hash.ts';
import type { Interpreter } from '../interpreter.ts';
import { nativeModule, natives, realNumber, textArgument, wholeNumber } from '../natives.ts';
import { DICT, OBJECT, PyBytes, PyClass, PyDict, PyList, type PyModule, PyObject, PyTuple, type Value } from '../values.ts';

/** Runs a call of the kernel; what fails is an OSError that names the path. */
function guarded<T>(path: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SysError) throw osError(errnoNumber(error.errno), error.message, path);
    throw error;
  }
}
/** A path argument: text, or what `__fspath__` gives as `_path`. */
const pathOf = (py: Interpreter, value: Value | undefined): string =>
  value instanceof PyObject && value.attrs?.has('_path') === true ? String(value.attrs.get('_path')) : textArgument(py, value, 'path');

const STAT = new PyClass('os.stat_result', [OBJECT]);
const ENVIRON = new PyClass('os._Environ', [DICT]);
natives(ENVIRON, {
  *__getitem__(py, [self, key]) {
    const found = yield* dictGet(py, self as PyDict, key!);
    if (found === undefined) throw py.error('KeyError', key!);
    return found;
  },
  *__setitem__(py, [self, key, value]) {
    if (typeof value !== 'string') throw py.error('TypeError', `str expected, not ${py.typeName(value!)}`);
    py.p.env.set(encodeText(String(key)), encodeText(value));
    yield* dictSet(py, self as PyDict, key!, value);
    return null;
  },
});

export function pathModule(py: Interpreter): PyModule {
  const { p } = py;
  const kind = (value: Value | undefined): string | undefined => {
    const path = encodeText(pathOf(py, value));
    return p.fs.exists(path) ? p.fs.stat(path).kind : undefined;
  };
  const normal = (path: string): string => {
    const parts: string[] = [];
    for (const part of path.split('/')) {
      if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
      else if (part === '..' && path.startsWith('/')) continue;
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
  };
  const absolute = (path: string): string => normal(path.startsWith('/') ? path : `${decodeText(p.getcwd())}/${path}`);
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const dir = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/'))) || (path.startsWith('/') ? '/' : '');
  return nativeModule(
    'posixpath',
    {
      exists: (_, [path]) => kind(path) !== undefined,
      isfile: (_, [path]) => kind(path) === 'file',
      isdir: (_, [path]) => kind(path) === 'dir',
      islink: (_, [path]) => {
        try {
          return p.fs.lstat(encodeText(pathOf(py, path))).kind === 'symlink';
        } catch {
          return false;
        }
      },
      join: (_, args) =>
        args
          .map((each) => pathOf(py, each))
          .reduce((whole, part) => (part.startsWith('/') ? part : whole === '' || whole.endsWith('/') ? whole + part : `${whole}/${part}`)),
      basename: (_, [path]) => base(pathOf(py, path)),
      dirname: (_, [path]) => dir(pathOf(py, path)),
      split: (_, [path]) => new PyTuple([dir(pathOf(py, path)), base(pathOf(py, path))]),
      splitext: (_, [path]) => {
        const text = pathOf(py, path);
        const ending = /[^/.](\.[^./]*)$/.exec(text)?.[1] ?? '';
        return new PyTuple([text.slice(0, text.length - ending.length), ending]);
      },
      abspath: (_, [path]) => absolute(pathOf(py, path)),
      realpath: (_, [path]) => {
        const text = absolute(pathOf(py, path));
        return p.fs.exists(encodeText(text)) ? decodeText(p.fs.realpath(encodeText(text))) : text;
      },
      normpath: (_, [path]) => normal(pathOf(py, path)),
      isabs: (_, [path]) => pathOf(py, path).startsWith('/'),
      getsize: (_, [path]) => guarded(pathOf(py, path), () => BigInt(p.fs.stat(encodeText(pathOf(py, path))).size)),
      getmtime: (_, [path]) => guarded(pathOf(py, path), () => p.fs.stat(encodeText(pathOf(py, path))).mtime),
      expanduser: (_, [path]) => pathOf(py, path).replace(/^~(?=\/|$)/, decodeText(p.env.get('HOME') ?? '/root')),
    },
    { sep: '/' },
  );
}

export function osModule(py: Interpreter): PyModule {
  const { p } = py;
  const environ = new PyDict(ENVIRON);
  for (const [name, value] of p.env) environ.entries.set(`s${decodeText(name)}`, [decodeText(name), decodeText(value)]);
  const path = py.modules.get('os.path') ?? pathModule(py);
  py.modules.set('os.path', path);
  const onPath =
    (work: (path: string) => void) =>
    (_: Interpreter, [value]: readonly Value[]): Value => {
      const text = pathOf(py, value);
      guarded(text, () => work(encodeText(text)));
      return null;
    };
  const makeDirs = (text: string, fine: boolean): void => {
    const parts = text.split('/');
    for (let i = 1; i <= parts.length; i++) {
      const part = parts.slice(0, i).join('/');
      if (part === '') continue;
      const there = p.fs.exists(encodeText(part));
      if (there && i === parts.length && !fine) throw osError(17, 'File exists', text);
      if (!there) guarded(part, () => p.fs.mkdir(encodeText(part)));
    }
  };
  return nativeModule(
    'os',
    {
      getenv: (_, [name, otherwise]) =>
        p.env.has(encodeText(String(name))) ? decodeText(p.env.get(encodeText(String(name)))!) : (otherwise ?? null),
      putenv: (_, [name, value]) => {
        p.env.set(encodeText(String(name)), encodeText(String(value)));
        return null;
      },
      getpid: () => BigInt(p.pid),
      getppid: () => BigInt(p.ppid),
      getuid: () => BigInt(p.credentials.uid),
      geteuid: () => BigInt(p.credentials.uid),
      getgid: () => BigInt(p.credentials.gid),
      getcwd: () => decodeText(p.getcwd()),
      chdir: onPath((text) => p.chdir(text)),
      listdir: (_, [value]) => {
        const text = value === undefined ? '.' : pathOf(py, value);
        return new PyList(guarded(text, () => p.fs.readdir(encodeText(text)).map(decodeText)));
      },
      mkdir: onPath((text) => p.fs.mkdir(text)),
      makedirs: (_, [value, , third], kwargs) => {
        makeDirs(pathOf(py, value), (third ?? kwargs.get('exist_ok')) === true);
        return null;
      },
      remove: onPath((text) => p.fs.unlink(text)),
      unlink: onPath((text) => p.fs.unlink(text)),
      rmdir: onPath((text) => p.fs.rmdir(text)),
      rename: (_, [from, to]) => {
        guarded(pathOf(py, from), () => p.fs.rename(encodeText(pathOf(py, from)), encodeText(pathOf(py, to))));
        return null;
      },
      chmod: (_, [value, mode]) => {
        guarded(pathOf(py, value), () => p.fs.chmod(encodeText(pathOf(py, value)), Number(wholeNumber(py, mode))));
        return null;
      },
      stat: (_, [value]) => {
        const stat = guarded(pathOf(py, value), () => p.fs.stat(encodeText(pathOf(py, value))));
        const types: Readonly<Record<string, number>> = {
          file: 0o100000,
          dir: 0o40000,
          symlink: 0o120000,
          char: 0o20000,
          block: 0o60000,
          fifo: 0o10000,
          socket: 0o140000,
        };
        return new PyObject(
          STAT,
          new Map<string, Value>([
            ['st_size', BigInt(stat.size)],
            ['st_mode', BigInt(stat.mode | types[stat.kind]!)],
            ['st_mtime', stat.mtime],
            ['st_uid', BigInt(stat.uid)],
            ['st_gid', BigInt(stat.gid)],
            ['st_nlink', BigInt(stat.nlink)],
          ]),
        );
      },
      access: (_, [value, mode]) => p.fs.can(encodeText(pathOf(py, value)), Number(wholeNumber(py, mode))),
      uname: () => {
        const fields = { sysname: 'Linux', nodename: p.ns.hostname, release: kernelRelease(p), version: '#1 SMP', machine: 'x86_64' };
        return new PyObject(OBJECT, new Map(Object.entries(fields)));
      },
      cpu_count: () => BigInt(cpuCount(p)),
      urandom: (_, [count]) => new PyBytes(String.fromCharCode(...p.kernel.random.bytes(Math.min(65_536, Number(count))))),
      *kill(_, [pid, signal]) {
        try {
          yield* p.kill(Number(wholeNumber(py, pid)), Number(wholeNumber(py, signal)));
        } catch (error) {
          if (error instanceof SysError) throw osError(errnoNumber(error.errno), error.message);
          throw error;
        }
        yield* py.signals();
        return null;
      },
      *_exit(_, [code]) {
        yield { exit: Number(wholeNumber(py, code)) & 255 };
        return null;
      },
      system: (own) => {
        throw own.error('NotImplementedError', 'strata: os.system() is not simulated');
      },
      getloadavg: () => new PyTuple([0.1, 0.05, 0.01]),
      get_terminal_size: () => new PyTuple([80n, 24n]),
      times: () => new PyTuple([realNumber(py, 0), 0, 0, 0, 0]),
      fspath: (_, [value]) => pathOf(py, value),
    },
    {
      environ,
      path,
      name: 'posix',
      sep: '/',
      linesep: '\n',
      pathsep: ':',
      devnull: '/dev/null',
      curdir: '.',
      R_OK: 4n,
      W_OK: 2n,
      X_OK: 1n,
      F_OK: 0n,
      error: py.exceptionClass('OSError'),
    },
  );
}
