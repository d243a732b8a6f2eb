import { decodeText, encodeText, errnoNumber, fromBytes, SIGNALS, type Signal, SysError, signalName } from '../../../kernel/index.ts';
import type { Routine } from '../../coroutine/index.ts';
import { FetchError, fetchHttp, HttpConnection, HttpError, readRequest } from '../../http/index.ts';
import { clfDate, httpDate, installedVersion, mimeTypeOf } from '../../service/index.ts';
import { EXCEPTIONS, osError, PyException } from '../exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { nativeModule, natives, realNumber, textArgument, wholeNumber } from '../natives.ts';
import { OBJECT, PyBytes, PyClass, PyError, PyList, type PyModule, PyObject, PyTuple, type Value } from '../values.ts';

/** Does what may wait again when a signal came, after its handler has run. What fails is an OSError. */
function* patient<T>(py: Interpreter, work: () => Routine<T>): Routine<T> {
  for (;;) {
    try {
      return yield* work();
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno !== 'EINTR') throw osError(errnoNumber(error.errno), error.message);
      yield* py.signals();
    }
  }
}

/** What servers and clients written in Python stand on; programs do not see it. */
export function strataModule(py: Interpreter): PyModule {
  const { p } = py;
  const connections = new Map<bigint, HttpConnection>();
  return nativeModule('_strata', {
    listen: (_, [host, port]) => {
      try {
        const address = String(host) === '' || host === '::' ? '0.0.0.0' : host === 'localhost' ? '127.0.0.1' : String(host);
        return BigInt(p.net.listen(Number(port), address));
      } catch (error) {
        if (error instanceof SysError) throw osError(errnoNumber(error.errno), error.message);
        throw error;
      }
    },
    *accept(_, [fd]) {
      const { fd: client, peer } = yield* patient(py, () => p.net.accept(Number(fd)));
      return new PyTuple([BigInt(client), peer.address, BigInt(peer.port)]);
    },
    /** A request as (method, target, version, [(name, value)], body); None when the client is gone, False for nonsense. */
    *request(_, [fd]) {
      const connection = connections.get(fd as bigint) ?? new HttpConnection(p, Number(fd));
      connections.set(fd as bigint, connection);
      connection.deadline = p.now() + 10;
      try {
        const request = yield* readRequest(connection);
        if (request === undefined) return null;
        return new PyTuple([
          request.method,
          request.target,
          request.version,
          new PyList(request.headers.map(([name, value]) => new PyTuple([name, value]))),
          new PyBytes(fromBytes(request.body)),
        ]);
      } catch (error) {
        if (error instanceof HttpError) return false;
        if (!(error instanceof SysError)) throw error;
        if (error.errno === 'EINTR') yield* py.signals();
        return null;
      }
    },
    *send(_, [fd, data]) {
      try {
        yield* p.write(Number(fd), (data as PyBytes).data);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        if (error.errno === 'EINTR') yield* py.signals();
      }
      return null;
    },
    close: (_, [fd]) => {
      connections.delete(fd as bigint);
      if (p.io.has(Number(fd))) p.io.close(Number(fd));
      return null;
    },
    /** (status, headers, body); an OSError or ValueError otherwise. */
    *fetch(_, [url, method, headers, body]) {
      try {
        const given = (headers as PyList).items.map(
          (each) => [String((each as PyTuple).items[0]), String((each as PyTuple).items[1])] as const,
        );
        const answer = yield* fetchHttp(p, {
          url: String(url),
          method: String(method),
          headers: given,
          follow: 10,
          ...(body instanceof PyBytes && body.data !== '' ? { body: Uint8Array.from(body.data, (c) => c.charCodeAt(0)) } : {}),
        });
        return new PyTuple([
          BigInt(answer.status),
          new PyList(answer.headers.map(([name, value]) => new PyTuple([name, value]))),
          new PyBytes(fromBytes(answer.body)),
        ]);
      } catch (error) {
        if (error instanceof FetchError)
          throw error.kind === 'connect'
            ? osError(errnoNumber(error.errno!), new SysError(error.errno!).message)
            : py.error('OSError', error.kind === 'unknown-host' ? '[Errno -2] Name or service not known' : error.message);
        if (error instanceof HttpError) throw py.error('OSError', 'Remote end closed connection without response');
        if (error instanceof SysError) throw osError(errnoNumber(error.errno), error.message);
        throw error;
      }
    },
    addresses: () =>
      new PyList(
        p.net.stack.interfaces.flatMap((each) =>
          each.name === 'lo' ? [] : each.addresses.map((address) => String(address).split('/')[0]!),
        ),
      ),
    clf_date: () => clfDate(p.now()).replace(' +0000', ''),
    http_date: (_, [seconds]) => httpDate(seconds === undefined ? p.now() : realNumber(py, seconds)),
    mime: (_, [path]) => mimeTypeOf(String(path)) ?? null,
    not_simulated: (_, [what]) => {
      throw py.error('NotImplementedError', `strata: ${String(what)} is not simulated`);
    },
    /** The version of an installed distribution, from its dist-info. */
    version: (_, [name, otherwise]) => {
      for (const dir of py.path) {
        if (!p.fs.exists(encodeText(dir)) || !dir.includes('-packages')) continue;
        for (const each of p.fs.readdir(encodeText(dir))) {
          const found = /^(.+)-(\d[\w.]*)\.(?:dist|egg)-info$/.exec(decodeText(each));
          if (found?.[1]?.toLowerCase() === String(name).toLowerCase()) return found[2]!;
        }
      }
      return otherwise ?? installedVersion(p, `${String(name).toUpperCase()}_VERSION`, [], '0').version;
    },
  });
}

const SOCKET = new PyClass('socket', [OBJECT], new Map(), 'socket');
interface SocketState {
  fd: number | undefined;
  bound: readonly [string, number] | undefined;
  timeout: number | undefined;
}
const stateOf = (value: Value | undefined): SocketState => (value as PyObject).hidden as SocketState;
function fdOf(value: Value | undefined): number {
  const { fd } = stateOf(value);
  if (fd === undefined) throw osError(9, 'Bad file descriptor');
  return fd;
}
function socketObject(fd: number | undefined): PyObject {
  const object = new PyObject(SOCKET);
  object.hidden = { fd, bound: undefined, timeout: undefined } satisfies SocketState;
  return object;
}

natives(SOCKET, {
  __init__: (_, [self]) => {
    (self as PyObject).hidden = { fd: undefined, bound: undefined, timeout: undefined } satisfies SocketState;
    return null;
  },
  setsockopt: () => null,
  settimeout: (py, [self, seconds]) => {
    stateOf(self).timeout = seconds === null ? undefined : realNumber(py, seconds);
    return null;
  },
  bind: (py, [self, address]) => {
    const [host, port] = (address as PyTuple).items;
    stateOf(self).bound = [
      String(host) === '' ? '0.0.0.0' : host === 'localhost' ? '127.0.0.1' : String(host),
      Number(wholeNumber(py, port)),
    ];
    return null;
  },
  listen: (py, [self]) => {
    const [host, port] = stateOf(self).bound ?? ['0.0.0.0', 0];
    try {
      stateOf(self).fd = py.p.net.listen(port, host);
    } catch (error) {
      if (error instanceof SysError) throw osError(errnoNumber(error.errno), error.message);
      throw error;
    }
    return null;
  },
  *accept(py, [self]) {
    const { fd, peer } = yield* patient(py, () => py.p.net.accept(fdOf(self)));
    return new PyTuple([socketObject(fd), new PyTuple([peer.address, BigInt(peer.port)])]);
  },
  *connect(py, [self, address]) {
    const [host, port] = (address as PyTuple).items;
    const found = yield* py.p.net.resolve(String(host));
    if (found === undefined) throw gaiError(py);
    const { timeout } = stateOf(self);
    stateOf(self).fd = yield* patient(py, () =>
      py.p.net.connect(found, Number(port), timeout === undefined ? undefined : py.p.now() + timeout),
    );
    return null;
  },
  *send(py, [self, data]) {
    yield* patient(py, () => py.p.write(fdOf(self), (data as PyBytes).data));
    return BigInt((data as PyBytes).data.length);
  },
  *sendall(py, [self, data]) {
    yield* patient(py, () => py.p.write(fdOf(self), (data as PyBytes).data));
    return null;
  },
  *recv(py, [self, size]) {
    const { timeout } = stateOf(self);
    if (timeout !== undefined && (yield* patient(py, () => py.p.net.readable([fdOf(self)], py.p.now() + timeout))).length === 0)
      throw osError(110, 'timed out');
    return new PyBytes(fromBytes(yield* patient(py, () => py.p.read(fdOf(self), Math.min(1 << 20, Number(size))))));
  },
  shutdown: (py, [self]) => {
    py.p.net.shutdown(fdOf(self));
    return null;
  },
  close: (py, [self]) => {
    const { fd } = stateOf(self);
    if (fd !== undefined && py.p.io.has(fd)) py.p.io.close(fd);
    stateOf(self).fd = undefined;
    return null;
  },
  fileno: (_, [self]) => BigInt(stateOf(self).fd ?? -1),
  getsockname: (py, [self]) => {
    const { address, port } = py.p.net.localOf(fdOf(self));
    return new PyTuple([address, BigInt(port)]);
  },
  getpeername: (py, [self]) => {
    const { address, port } = py.p.net.peerOf(fdOf(self));
    return new PyTuple([address, BigInt(port)]);
  },
  __enter__: (_, [self]) => self!,
  __exit__: (py, [self]) => {
    const { fd } = stateOf(self);
    if (fd !== undefined && py.p.io.has(fd)) py.p.io.close(fd);
    return null;
  },
});

const GAI_ERROR = new PyClass('gaierror', [EXCEPTIONS.get('OSError')!], new Map(), 'socket');
function gaiError(_py: Interpreter): PyError {
  const exception = new PyException(GAI_ERROR);
  exception.args = [-2n, 'Name or service not known'];
  exception.attrs!.set('errno', -2n);
  return new PyError(exception);
}

export function socketModule(py: Interpreter): PyModule {
  const find = function* (name: Value | undefined): Routine<string> {
    const found = yield* py.p.net.resolve(textArgument(py, name));
    if (found === undefined) throw gaiError(py);
    return found;
  };
  return nativeModule(
    'socket',
    {
      gethostname: () => py.p.ns.hostname,
      getfqdn: () => py.p.ns.hostname,
      gethostbyname: (_, [name]) => find(name),
      *create_connection(_, [address]) {
        const socket = socketObject(undefined);
        yield* py.callMethod(socket, 'connect', [address!]);
        return socket;
      },
    },
    {
      socket: SOCKET,
      AF_INET: 2n,
      AF_INET6: 10n,
      AF_UNIX: 1n,
      SOCK_STREAM: 1n,
      SOCK_DGRAM: 2n,
      SOL_SOCKET: 1n,
      SO_REUSEADDR: 2n,
      SO_KEEPALIVE: 9n,
      SHUT_RDWR: 2n,
      SHUT_WR: 1n,
      SHUT_RD: 0n,
      gaierror: GAI_ERROR,
      error: py.exceptionClass('OSError'),
      timeout: py.exceptionClass('TimeoutError'),
    },
  );
}

export function signalModule(py: Interpreter): PyModule {
  const numbers = Object.fromEntries(Object.entries(SIGNALS).map(([name, number]) => [`SIG${name}`, BigInt(number)]));
  return nativeModule(
    'signal',
    {
      signal: (_, [number, handler]) => {
        const signal: Signal = Number(wholeNumber(py, number));
        if (signal === SIGNALS.KILL || signal === SIGNALS.STOP) throw osError(22, 'Invalid argument');
        const old = py.handlers.get(signal) ?? 0n;
        if (handler === 0n) {
          py.handlers.delete(signal);
          py.p.setDisposition(signal, 'default');
        } else if (handler === 1n) py.p.setDisposition(signal, 'ignore');
        else {
          if (handler === DEFAULT_INT) py.handlers.delete(signal);
          else py.handlers.set(signal, handler!);
          py.p.setDisposition(signal, 'catch');
        }
        return old;
      },
      getsignal: (_, [number]) => py.handlers.get(Number(number)) ?? 0n,
      *pause() {
        const woken = yield { ready: () => false };
        if (woken === 'signal') yield* py.signals();
        return null;
      },
      *raise_signal(_, [number]) {
        yield* py.p.raise(Number(wholeNumber(py, number)));
        yield* py.signals();
        return null;
      },
      alarm: () => {
        throw py.error('NotImplementedError', 'strata: signal.alarm() is not simulated');
      },
      strsignal: (_, [number]) => signalName(Number(number)) ?? null,
      Signals: (_, [number]) =>
        new PyObject(
          OBJECT,
          new Map<string, Value>([
            ['name', `SIG${signalName(Number(number)) ?? ''}`],
            ['value', number!],
          ]),
        ),
    },
    { ...numbers, SIG_DFL: 0n, SIG_IGN: 1n, default_int_handler: DEFAULT_INT },
  );
}
const DEFAULT_INT = new PyObject(OBJECT);
