import { OBJECT, PyClass, PyError, PyObject, type TraceEntry, type Value } from './values.ts';

/** Classes of exceptions by name, each with its base. */
const HIERARCHY =
  'BaseException: | SystemExit:BaseException | KeyboardInterrupt:BaseException | GeneratorExit:BaseException | Exception:BaseException | StopIteration:Exception | StopAsyncIteration:Exception | ArithmeticError:Exception | FloatingPointError:ArithmeticError | OverflowError:ArithmeticError | ZeroDivisionError:ArithmeticError | AssertionError:Exception | AttributeError:Exception | BufferError:Exception | EOFError:Exception | ImportError:Exception | ModuleNotFoundError:ImportError | LookupError:Exception | IndexError:LookupError | KeyError:LookupError | MemoryError:Exception | NameError:Exception | UnboundLocalError:NameError | OSError:Exception | BlockingIOError:OSError | ChildProcessError:OSError | ConnectionError:OSError | BrokenPipeError:ConnectionError | ConnectionAbortedError:ConnectionError | ConnectionRefusedError:ConnectionError | ConnectionResetError:ConnectionError | FileExistsError:OSError | FileNotFoundError:OSError | InterruptedError:OSError | IsADirectoryError:OSError | NotADirectoryError:OSError | PermissionError:OSError | ProcessLookupError:OSError | TimeoutError:OSError | ReferenceError:Exception | RuntimeError:Exception | NotImplementedError:RuntimeError | RecursionError:RuntimeError | SyntaxError:Exception | IndentationError:SyntaxError | TabError:IndentationError | SystemError:Exception | TypeError:Exception | ValueError:Exception | UnicodeError:ValueError | UnicodeDecodeError:UnicodeError | UnicodeEncodeError:UnicodeError | Warning:Exception | DeprecationWarning:Warning | RuntimeWarning:Warning | UserWarning:Warning';

export const EXCEPTIONS: ReadonlyMap<string, PyClass> = (() => {
  const classes = new Map<string, PyClass>();
  for (const entry of HIERARCHY.split(' | ')) {
    const [name = '', base = ''] = entry.split(':');
    classes.set(name, new PyClass(name, [classes.get(base) ?? OBJECT]));
  }
  classes.get('BaseException')!.make = (cls) => new PyException(cls);
  return classes;
})();
export type ExceptionName = string;

/** An exception object. */
export class PyException extends PyObject {
  args: Value[] = [];
  cause: PyException | null | undefined;
  context: PyException | undefined;
  suppressContext = false;
  /** Innermost last. */
  readonly trace: TraceEntry[] = [];
}
export const BASE_EXCEPTION = EXCEPTIONS.get('BaseException')!;

/** Makes an exception of a built-in class, to be thrown. */
export function pyError(name: ExceptionName, ...args: Value[]): PyError {
  const exception = new PyException(EXCEPTIONS.get(name)!);
  exception.args = args;
  return new PyError(exception);
}

/** Whether an error is a Python exception of a class. */
export const isException = (error: unknown, name: ExceptionName): error is PyError =>
  error instanceof PyError && error.exception.cls.isSubclass(EXCEPTIONS.get(name)!);

const BY_ERRNO: Readonly<Record<number, string>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
};

/** An OSError of the class its number asks for. */
export function osError(errno: number, message: string, path?: string): PyError {
  const error = pyError(BY_ERRNO[errno] ?? 'OSError', BigInt(errno), message);
  const { attrs } = error.exception;
  attrs!.set('errno', BigInt(errno));
  attrs!.set('strerror', message);
  attrs!.set('filename', path ?? null);
  return error;
}
