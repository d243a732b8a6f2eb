import { decodeText, encodeText, SIGNALS, type Signal, SysError } from '../../kernel/index.ts';
import { cpuCount, kernelRelease } from '../service/index.ts';
import { get } from './convert.ts';
import { systemError } from './files.ts';
import { formatLog } from './inspect.ts';
import { binding } from './net.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsExit, JsObject, type Native, type Value } from './values.ts';

/** Writes to a descriptor now; standard output of Node is not held back. */
function* write(js: Realm, fd: number, text: string): ReturnType<typeof js.p.write> {
  try {
    yield* js.p.write(fd, encodeText(text));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

const KEEPERS = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2', 'SIGQUIT', 'SIGWINCH', 'SIGUSR1']);

/** Installs process, console, timers and the like. */
export function installProcess(js: Realm, argv: readonly string[]): void {
  const { p } = js;
  const listeners = new Map<string, Value[]>();
  const process = js.object();
  p.setDisposition(SIGNALS.PIPE, 'ignore');
  const on: Native = (own, self, [name, func]) => {
    listeners.set(String(name), [...(listeners.get(String(name)) ?? []), func]);
    const signal = SIGNALS[String(name).slice(3) as keyof typeof SIGNALS];
    if (KEEPERS.has(String(name)) && signal !== undefined) own.p.setDisposition(signal, 'catch');
    return self;
  };
  const emit = function* (name: string, args: readonly Value[]): ReturnType<Realm['tick']> {
    for (const func of listeners.get(name) ?? []) yield* js.call(func, process, args);
  };
  js.loop.onSignal = (signal: Signal) => {
    const name = Object.entries(SIGNALS).find(([, number]) => number === signal)?.[0] ?? '';
    js.loop.task(() => emit(`SIG${name}`, [`SIG${name}`, signal]));
  };
  js.emitProcess = emit;
  js.listensTo = (name) => (listeners.get(name) ?? []).length > 0;
  js.methods(process, {
    on,
    once: on,
    addListener: on,
    off: (_, self, [name, func]) => {
      listeners.set(
        String(name),
        (listeners.get(String(name)) ?? []).filter((each) => each !== func),
      );
      return self;
    },
    *emit(_, __, [name, ...args]) {
      yield* emit(String(name), args);
      return js.listensTo(String(name));
    },
    *exit(own, _, [code]) {
      const given = code ?? (yield* get(own, process, 'exitCode')) ?? 0;
      throw new JsExit(Number(given) & 255);
    },
    cwd: () => decodeText(p.getcwd()),
    chdir: (own, _, [path]) => {
      try {
        p.chdir(encodeText(String(path)));
      } catch (error) {
        if (error instanceof SysError) throw systemError(own, error, 'chdir', String(path));
        throw error;
      }
      return undefined;
    },
    uptime: () => p.now() - p.started,
    hrtime: () => js.array([Math.floor(p.now()), Math.floor((p.now() % 1) * 1e9)]),
    memoryUsage: () => js.object({ rss: 41_943_040, heapTotal: 6_537_216, heapUsed: 4_718_592, external: 423_221, arrayBuffers: 17_606 }),
    getuid: () => p.credentials.uid,
    getgid: () => p.credentials.gid,
    nextTick: (own, _, [func, ...args]) => {
      own.loop.microtask(function* () {
        yield* own.call(func, undefined, args);
      });
      return undefined;
    },
    *kill(own, _, [pid, signal]) {
      const number = typeof signal === 'number' ? signal : (SIGNALS[String(signal ?? 'SIGTERM').slice(3) as keyof typeof SIGNALS] ?? 15);
      try {
        yield* own.p.kill(Number(pid), number);
      } catch (error) {
        if (error instanceof SysError) throw systemError(own, error, 'kill');
        throw error;
      }
      return true;
    },
  });
  const env = js.object();
  for (const [name, value] of p.env) env.put(decodeText(name), decodeText(value));
  const stream = (fd: number): JsObject => {
    const made = js.object({ fd, isTTY: p.isatty(fd) || undefined, columns: 80 });
    js.methods(made, {
      *write(own, _, [text]) {
        yield* write(own, fd, String(text));
        return true;
      },
      on: (_, self) => self,
      end: () => undefined,
    });
    return made;
  };
  for (const [name, value] of Object.entries({
    argv: js.array([...argv]),
    argv0: 'node',
    execPath: p.executable,
    execArgv: js.array([]),
    env,
    pid: p.pid,
    ppid: p.ppid,
    platform: 'linux',
    arch: 'x64',
    version: `v${js.version}`,
    versions: js.object({ node: js.version, v8: '12.4.254.21-node.33' }),
    title: 'node',
    exitCode: undefined,
    stdout: stream(1),
    stderr: stream(2),
    release: js.object({ name: 'node' }),
  }))
    process.put(name, value);
  process.put('binding', binding(js), false);
  js.global.put('process', process, false);
  installConsole(js);
  installTimers(js);
}

function installConsole(js: Realm): void {
  const { p } = js;
  const console = js.object();
  let indent = '';
  const timers = new Map<string, number>();
  const counts = new Map<string, number>();
  const say = (fd: number): Native =>
    function* (own, _, args) {
      const text = formatLog(own, args);
      yield* write(own, fd, `${indent === '' ? text : text.replace(/^/gm, indent)}\n`);
      return undefined;
    };
  js.methods(console, {
    log: say(1),
    info: say(1),
    debug: say(1),
    error: say(2),
    warn: say(2),
    trace: say(2),
    dir: say(1),
    group: function* (own, self, args) {
      if (args.length > 0) yield* say(1)(own, self, args, undefined) as ReturnType<typeof write>;
      indent += '  ';
      return undefined;
    },
    groupEnd: () => {
      indent = indent.slice(2);
      return undefined;
    },
    time: (_, __, [name]) => {
      timers.set(String(name ?? 'default'), p.now());
      return undefined;
    },
    *timeEnd(own, self, [name]) {
      const label = String(name ?? 'default');
      yield* say(1)(own, self, [`${label}: ${((p.now() - (timers.get(label) ?? p.now())) * 1000).toFixed(3)}ms`], undefined) as ReturnType<
        typeof write
      >;
      return undefined;
    },
    *count(own, self, [name]) {
      const label = String(name ?? 'default');
      counts.set(label, (counts.get(label) ?? 0) + 1);
      yield* say(1)(own, self, [`${label}: ${counts.get(label)}`], undefined) as ReturnType<typeof write>;
      return undefined;
    },
    assert: (own, self, [value, ...args]) => (value ? undefined : (say(2)(own, self, ['Assertion failed', ...args], undefined) as Value)),
    table: (own) => {
      throw own.notSimulated('console.table');
    },
  });
  js.global.put('console', console, false);
}

function installTimers(js: Realm): void {
  const timer =
    (repeat: boolean): Native =>
    (own, _, [func, ms, ...args]) => {
      if (!isCallable(func)) throw own.error('TypeError', 'The "callback" argument must be of type function. Received undefined');
      const made = own.object();
      made.kind = 'Timeout';
      made.hidden = own.loop.after(
        Number(ms ?? 1),
        function* () {
          yield* own.call(func, undefined, args);
        },
        repeat,
      );
      own.methods(made, { unref: (_o, self) => self, ref: (_o, self) => self, hasRef: () => true });
      return made;
    };
  const clear: Native = (own, _, [made]) => {
    if (made instanceof JsObject && made.hidden !== undefined) own.loop.stop(made.hidden as object);
    return undefined;
  };
  js.methods(js.global, {
    setTimeout: timer(false),
    setInterval: timer(true),
    setImmediate: (own, _, [func, ...args]) => {
      own.loop.task(function* () {
        yield* own.call(func, undefined, args);
      });
      return own.object();
    },
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
    queueMicrotask: (own, _, [func]) => {
      own.loop.microtask(function* () {
        yield* own.call(func, undefined, []);
      });
      return undefined;
    },
  });
}

export function osModule(js: Realm): JsObject {
  const made = js.object({ EOL: '\n' });
  const { p } = js;
  js.methods(made, {
    hostname: () => p.ns.hostname,
    platform: () => 'linux',
    type: () => 'Linux',
    arch: () => 'x64',
    release: () => kernelRelease(p),
    tmpdir: () => '/tmp',
    homedir: () => decodeText(p.env.get('HOME') ?? '/root'),
    uptime: () => Math.floor(p.now() - p.started),
    totalmem: () => 2_048_000_000,
    freemem: () => 1_024_000_000,
    loadavg: () => js.array([0.1, 0.05, 0.01]),
    cpus: () => js.array(Array.from({ length: cpuCount(p) }, () => js.object({ model: 'Virtual CPU', speed: 0 }))),
    userInfo: () =>
      js.object({
        uid: p.credentials.uid,
        gid: p.credentials.gid,
        username: p.credentials.uid === 0 ? 'root' : 'node',
        homedir: decodeText(p.env.get('HOME') ?? '/root'),
        shell: '/bin/sh',
      }),
    networkInterfaces: () =>
      js.object(
        Object.fromEntries(
          p.net.stack.interfaces.map((each) => [
            each.name,
            js.array(
              each.addresses.map((address) => js.object({ address: address.split('/')[0], family: 'IPv4', internal: each.name === 'lo' })),
            ),
          ]),
        ),
      ),
  });
  return made;
}
