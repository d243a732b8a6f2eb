import {
  encodeText,
  errnoNumber,
  type Process,
  type Run,
  SIGNALS,
  type Signal,
  type Step,
  SysError,
  signalName,
} from '../../kernel/index.ts';
import { kernelRelease } from '../service/index.ts';
import type { Build } from './build.ts';
import type { Directive } from './config.ts';
import { ConfigProblem } from './problem.ts';
import { realise, type Setup } from './setup.ts';
import { worker } from './worker.ts';

/** Reads the configuration anew for HUP. Throws ConfigProblem. */
export type Reload = (p: Process) => Step<{ setup: Setup; directives: readonly Directive[] }>;

/** The lines every start begins with (ngx_os_status). */
export function announce(p: Process, { logs }: Setup, build: Build): void {
  logs.say(p, 'notice', 'using the "epoll" event method');
  logs.say(p, 'notice', `nginx/${build.version}`);
  if (build.compiler !== undefined) logs.say(p, 'notice', `built by ${build.compiler}`);
  logs.say(p, 'notice', `OS: Linux ${kernelRelease(p)}`);
  logs.say(p, 'notice', 'getrlimit(RLIMIT_NOFILE): 1048576:1048576');
}

const CAUGHT = [SIGNALS.HUP, SIGNALS.INT, SIGNALS.QUIT, SIGNALS.TERM, SIGNALS.USR1, SIGNALS.USR2, SIGNALS.WINCH, SIGNALS.CHLD];
const ACTIONS: Readonly<Record<Signal, string>> = {
  [SIGNALS.QUIT]: ', shutting down',
  [SIGNALS.TERM]: ', exiting',
  [SIGNALS.INT]: ', exiting',
  [SIGNALS.HUP]: ', reconfiguring',
  [SIGNALS.USR1]: ', reopening logs',
  [SIGNALS.USR2]: ', changing binary',
  [SIGNALS.WINCH]: '',
  [SIGNALS.CHLD]: '',
};

/** The master process: writes the pid file, keeps workers running, and passes signals on (ngx_master_process_cycle). */
export function* master(p: Process, first: Setup, build: Build, reload: Reload): Run {
  let setup = first;
  const workers = new Map<number, 'working' | 'leaving'>();
  const { logs } = setup;
  for (const signal of CAUGHT) p.setDisposition(signal, 'catch');
  writePid(p, setup);
  p.argv = [`nginx: master process ${p.argv.join(' ')}`];
  const spawn = (): void => {
    const child = p.fork((own) => worker(own, setup));
    workers.set(child.pid, 'working');
    logs.say(p, 'notice', `start worker process ${child.pid}`);
  };
  const spawnAll = (): void => {
    logs.say(p, 'notice', 'start worker processes');
    for (let i = 0; i < setup.workers; i++) spawn();
  };
  const tell = function* (signal: Signal, who: 'all' | 'leaving'): Step<void> {
    for (const [pid, state] of workers) {
      if (who === 'leaving' && state !== 'leaving') continue;
      try {
        yield* p.kill(pid, signal);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
      }
    }
  };
  spawnAll();
  let ending = false;
  for (;;) {
    yield { ready: () => p.caught.length > 0 };
    for (let signal = p.caught.shift(); signal !== undefined; signal = p.caught.shift()) {
      const from = p.senders.get(signal);
      logs.say(
        p,
        'notice',
        `signal ${signal} (SIG${signalName(signal)}) received${from === undefined ? '' : ` from ${from}`}${ACTIONS[signal] ?? ''}`,
      );
      if (signal === SIGNALS.CHLD) yield* reap(p, workers, setup, ending, spawn);
      else if (signal === SIGNALS.QUIT || signal === SIGNALS.TERM || signal === SIGNALS.INT) {
        ending = true;
        for (const { fd } of setup.sockets) if (p.io.has(fd)) p.io.close(fd);
        setup.sockets = [];
        yield* tell(signal === SIGNALS.QUIT ? SIGNALS.QUIT : SIGNALS.TERM, 'all');
      } else if (signal === SIGNALS.USR1) {
        logs.say(p, 'notice', 'reopening logs');
        logs.reopen(p);
        yield* tell(SIGNALS.USR1, 'all');
      } else if (signal === SIGNALS.WINCH) {
        for (const pid of workers.keys()) workers.set(pid, 'leaving');
        yield* tell(SIGNALS.QUIT, 'leaving');
      } else if (signal === SIGNALS.HUP && !ending) {
        logs.say(p, 'notice', 'reconfiguring');
        try {
          const fresh = yield* reload(p);
          yield* realise(p, fresh.directives, fresh.setup, build, false, setup.sockets);
          for (const { fd } of setup.sockets) if (!fresh.setup.sockets.some((each) => each.fd === fd)) p.io.close(fd);
          setup = fresh.setup;
          logs.say(p, 'notice', 'using the "epoll" event method');
          for (const pid of workers.keys()) workers.set(pid, 'leaving');
          spawnAll();
          yield* tell(SIGNALS.QUIT, 'leaving');
        } catch (error) {
          if (!(error instanceof ConfigProblem)) throw error;
          logs.say(p, 'emerg', error.message);
        }
      }
    }
    if (ending && workers.size === 0) break;
  }
  logs.say(p, 'notice', 'exit');
  if (p.fs.exists(encodeText(setup.pidFile))) p.fs.unlink(encodeText(setup.pidFile));
  return 0;
}

function* reap(p: Process, workers: Map<number, string>, { logs }: Setup, ending: boolean, spawn: () => void): Step<void> {
  let reaped = false;
  while (p.children.size > 0) {
    const ended = yield* p.waitpid(-1, { nohang: true });
    if (ended === undefined) break;
    const state = workers.get(ended.pid);
    workers.delete(ended.pid);
    if (state === undefined) continue;
    reaped = true;
    if (ended.status.kind === 'exited') logs.say(p, 'notice', `worker process ${ended.pid} exited with code ${ended.status.code}`);
    else logs.say(p, 'alert', `worker process ${ended.pid} exited on signal ${ended.status.signal}`);
    if (state === 'working' && !ending) spawn();
  }
  if (reaped && workers.size > 0) logs.say(p, 'notice', 'signal 29 (SIGIO) received');
}

function writePid(p: Process, { pidFile }: Setup): void {
  try {
    p.fs.writeFile(encodeText(pidFile), new TextEncoder().encode(`${p.pid}\n`));
  } catch (error) {
    if (error instanceof SysError) throw new ConfigProblem(`open() "${pidFile}" failed (${errnoNumber(error.errno)}: ${error.message})`);
    throw error;
  }
}
