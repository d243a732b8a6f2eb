import { type Process, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import { AppletEnd, type Call } from '../applet.ts';
import { dial } from './dial.ts';

/** nc [-iN] [-wN] [-l] [-p PORT] [-e PROG] HOST PORT: standard input to a connection, the connection to standard output. */
export function* nc(a: Call): Run {
  // Everything after -e is the program and its arguments.
  const at = a.args.indexOf('-e');
  const program = at < 0 ? undefined : a.args.slice(at + 1);
  const o = a.options('lp:w:i:f:', { args: at < 0 ? a.args : a.args.slice(0, at) });
  if (program?.length === 0) a.showUsage();
  if (o.has('f')) return a.die('-f is not simulated by Strata');
  const wait = Number(o.value('w') ?? 0);
  const deadline = wait > 0 ? a.p.now() + wait : undefined;
  if (o.has('l')) return yield* serve(a, Number(o.value('p') ?? 0), program, o.count('l') > 1, deadline);
  const [host, port] = o.rest;
  if (host === undefined || o.rest.length > 2) a.showUsage();
  const fd = yield* dial(a, host, Number(port ?? 0), { deadline });
  return program === undefined ? yield* relay(a.p, fd) : yield* become(a, fd, program);
}

function* serve(a: Call, port: number, program: readonly string[] | undefined, again: boolean, deadline: number | undefined): Run {
  let fd: number;
  try {
    fd = a.p.net.listen(port, '::');
  } catch (error) {
    return a.dieOf('bind', error);
  }
  for (;;) {
    const client = yield* accept(a, fd, deadline);
    if (client === undefined) return a.die('timed out');
    if (!again) {
      a.p.io.close(fd);
      return program === undefined ? yield* relay(a.p, client) : yield* become(a, client, program);
    }
    a.p.fork(function* (child): Run {
      child.io.close(fd);
      return yield* surely(() => (program === undefined ? relay(child, client) : become(a, client, program, child)));
    });
    a.p.io.close(client);
    yield* reap(a.p);
  }
}

function* accept(a: Call, fd: number, deadline: number | undefined): Step<number | undefined> {
  try {
    return (yield* a.p.net.accept(fd, deadline)).fd;
  } catch (error) {
    if (error instanceof SysError && error.errno === 'EAGAIN') return undefined;
    throw error;
  }
}

/** A child's work, which ends with 1 when a call fails: nobody above would catch that. */
export function* surely(work: () => Run): Run {
  try {
    return yield* work();
  } catch (error) {
    if (error instanceof SysError || error instanceof AppletEnd) return 1;
    throw error;
  }
}

/** Forgets children that have ended. */
export function* reap(p: Process): Step<void> {
  try {
    while ((yield* p.waitpid(-1, { nohang: true })) !== undefined) yield TURN;
  } catch (error) {
    if (!(error instanceof SysError) || error.errno !== 'ECHILD') throw error;
  }
}

/** The program in place of nc, with the connection as its standard streams. */
function* become(a: Call, fd: number, [program = '', ...args]: readonly string[], p = a.p): Run {
  for (const to of [0, 1, 2]) p.io.dup2(fd, to);
  if (fd > 2) p.io.close(fd);
  const paths = program.includes('/') ? [program] : (p.env.get('PATH') ?? '').split(':').map((dir) => `${dir}/${program}`);
  for (const path of paths) {
    if (p.fs.exists(path)) return yield* p.execve(path, [program, ...args], p.env);
  }
  return a.die(`can't execute '${program}': No such file or directory`, 127);
}

function* relay(p: Process, fd: number): Run {
  let input = true;
  for (;;) {
    const ready = yield* p.net.readable(input ? [fd, 0] : [fd]);
    if (ready.includes(fd)) {
      const bytes = yield* p.read(fd);
      if (bytes.length === 0) return 0;
      yield* p.write(1, bytes);
    }
    if (ready.includes(0)) {
      const bytes = yield* p.read(0);
      if (bytes.length === 0) {
        input = false;
        p.net.shutdown(fd);
      } else yield* p.write(fd, bytes);
    }
    if (p.tick()) yield TURN;
  }
}

/** telnet HOST [PORT]: what is typed to the other end, what it says to standard output. */
export function* telnet(a: Call): Run {
  const o = a.options('al:', { min: 1 });
  const [host = '', port = '23'] = o.rest;
  const fd = yield* dial(a, host, Number(port));
  yield* a.print(`Connected to ${host}\r\n\r\nEntering character mode\r\nEscape character is '^]'.\r\n\r\n`);
  yield* a.flush();
  const status = yield* relay(a.p, fd);
  yield* a.print('Connection closed by foreign host\r\n');
  return status === 0 ? 1 : status;
}

/** ftpget and ftpput: as far as a connection goes; nobody here speaks FTP. */
export const ftp = (spec: string) =>
  function* ftpClient(a: Call): Run {
    const o = a.options(spec, { min: 2 });
    yield* dial(a, o.rest[0]!, Number(o.value('P') ?? 21));
    return a.die('FTP is not simulated by Strata');
  };
