import {
  type ByteString,
  decodeText,
  EXECUTE,
  fromBytes,
  type Process,
  type Run,
  type Step,
  SysError,
  statusCode,
  TURN,
} from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { spawn } from '../execute.ts';
import { userId } from '../files/chown.ts';
import { unsigned } from '../numbers.ts';
import type { Options } from '../options.ts';
import { joinPath } from '../paths.ts';
import { parseSignal } from './signal-names.ts';

/** run-parts [-a ARG]… [-u UMASK] [--reverse] [--test] [--exit-on-error] DIRECTORY. */
export function* runParts(a: Call): Run {
  const o = a.options('a:u:', {
    min: 1,
    max: 1,
    long: {
      arg: { as: 'a', arg: 'required' },
      umask: { as: 'u', arg: 'required' },
      test: { as: 'test' },
      reverse: { as: 'reverse' },
      'exit-on-error': { as: 'exit' },
    },
  });
  const [dir] = o.rest as [ByteString];
  const mask = o.value('u');
  if (mask !== undefined) a.p.umask = Number.parseInt(mask, 8) & 0o777;
  let names: ByteString[];
  try {
    names = a.p.fs.readdir(dir);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno === 'ENOENT') yield* a.complainOf(dir, error);
    return 0;
  }
  const paths = names.map((name) => joinPath(dir, name)).filter((path) => a.p.fs.stat(path).kind === 'file' && a.p.fs.can(path, EXECUTE));
  if (o.has('reverse')) paths.reverse();
  let status = 0;
  for (const path of paths) {
    if (o.has('test')) {
      yield* a.line(path);
      continue;
    }
    yield* a.flush();
    const child = spawn(a.p, [path, ...o.values('a')], function* (process, error) {
      yield* process.write(2, `run-parts: can't execute '${path}': ${error.message}\n`);
      return 127;
    });
    const code = yield* waitFor(a.p, child);
    if (code === 0) continue;
    status = 1;
    yield* a.complain(`${path}: exit status ${code}`);
    if (o.has('exit')) return 1;
  }
  return status;
}

function* waitFor(p: Process, child: Process): Step<number> {
  for (;;) {
    try {
      const done = yield* p.waitpid(child.pid);
      if (done !== undefined) return statusCode(done.status);
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
    }
  }
}

/** start-stop-daemon { -S | -K } …: starts a program unless one that matches runs, or signals those that match. */
export function* startStopDaemon(a: Call): Run {
  const o = a.options('+KSbqtma:n:s:u:c:x:p:ovN:R:', {
    long: {
      stop: { as: 'K' }, start: { as: 'S' }, background: { as: 'b' }, quiet: { as: 'q' }, test: { as: 't' }, 'make-pidfile': { as: 'm' },
      oknodo: { as: 'o' }, verbose: { as: 'v' }, startas: { as: 'a', arg: 'required' }, name: { as: 'n', arg: 'required' },
      signal: { as: 's', arg: 'required' }, user: { as: 'u', arg: 'required' }, chuid: { as: 'c', arg: 'required' },
      exec: { as: 'x', arg: 'required' }, pidfile: { as: 'p', arg: 'required' }, nicelevel: { as: 'N', arg: 'required' },
    }, // biome-ignore format: a table
  });
  const executable = o.value('x') ?? o.value('a');
  if (
    o.has('S') === o.has('K') ||
    (o.has('S') && executable === undefined) ||
    !(o.has('x') || o.has('n') || o.has('p') || o.has('u') || o.has('a'))
  )
    a.showUsage();
  const uid = o.has('u') ? userId(a, o.value('u')!) : undefined;
  const name = o.value('n');
  const file = o.value('p');
  const listed = file === undefined ? undefined : readPid(a, file);
  const found = a.p.kernel.inNamespace(a.p.ns).filter((process) => {
    if (process === a.p || process.status !== undefined) return false;
    if (file !== undefined && process.pid !== listed) return false;
    if (o.has('x') && process.argv[0] !== o.value('x') && process.executable !== o.value('x')) return false;
    if (name !== undefined && process.command !== decodeText(name).slice(0, 15)) return false;
    return uid === undefined || process.credentials.uid === uid;
  });
  if (o.has('K'))
    return yield* stop(a, found, { o, what: name ?? (file === undefined ? (executable ?? 'process') : `process in pidfile '${file}'`) });
  if (found.length > 0) {
    if (!o.has('q')) yield* a.line(`${executable} is already running`);
    return o.has('o') ? 0 : 1;
  }
  const argv = [o.value('a') ?? executable!, ...o.rest];
  const owner = o.value('c');
  yield* a.flush();
  const path = o.value('x') ?? executable!;
  if (!a.p.fs.exists(path)) a.die(`can't execute '${path}': No such file or directory`);
  const launch = function* (process: Process): Run {
    if (owner !== undefined) process.setCredentials({ ...process.credentials, uid: userId(a, owner.split(':')[0]!) });
    return yield* process.execve(path, argv, process.env);
  };
  if (!o.has('b')) {
    if (o.has('m') && file !== undefined) a.p.fs.writeFile(file, new TextEncoder().encode(`${a.p.pid}\n`));
    return yield* launch(a.p);
  }
  const child = a.p.fork(function* (process) {
    process.session = process.id;
    process.group = process.id;
    return yield* launch(process);
  });
  if (o.has('m') && file !== undefined) a.p.fs.writeFile(file, new TextEncoder().encode(`${child.pid}\n`));
  yield TURN;
  return 0;
}

function readPid(a: Call, file: ByteString): number | undefined {
  try {
    return unsigned(fromBytes(a.p.fs.readFile(file)).trim());
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}

function* stop(a: Call, found: readonly Process[], { o, what }: { o: Options; what: string }): Run {
  const text = o.value('s') ?? 'TERM';
  const signal = parseSignal(text) ?? a.die(`bad signal name '${text}'`);
  if (found.length === 0) {
    if (!o.has('q')) yield* a.line(`no ${what} found; none killed`);
    return o.has('o') ? 0 : 1;
  }
  for (const process of found) if (!o.has('t')) yield* a.p.kill(process.pid, signal);
  if (!o.has('q')) yield* a.line(`stopped ${what} (pid ${found.map((process) => process.pid).join(' ')})`);
  return 0;
}
