import { type ByteString, fromBytes, type Process, type Run, SIGNALS, type Signal, type Step, SysError } from '../../kernel/index.ts';
import { logs } from './log.ts';
import { runAndWait, silence } from './run.ts';

const DAEMON = '/usr/sbin/nginx';
const NAME = 'nginx';
const USAGE = `Usage: ${NAME} {start|stop|restart|reload|force-reload|status|configtest|rotate|upgrade}\n`;

/** /etc/init.d/nginx of Debian's package, action by action. */
export function* nginxScript(p: Process): Run {
  if (!p.fs.exists(DAEMON)) return 0;
  const settings = textOf(p, '/etc/default/nginx');
  const options = settingOf(settings, 'DAEMON_OPTS')
    .split(/\s+/)
    .filter((word) => word !== '');
  const schedule = settingOf(settings, 'STOP_SCHEDULE') || 'QUIT/5/TERM/5/KILL/5';
  const pidFile = pidFileOf(textOf(p, '/etc/nginx/nginx.conf'));
  const log = logs(p);
  const works = () => runAndWait(p, [DAEMON, '-t', ...options], p.env, (child) => silence(child, 1, 2));
  const signal = function* (which: Signal): Step<boolean> {
    const master = running(p, pidFile);
    if (master !== undefined) yield* p.kill(master.pid, which);
    return master !== undefined;
  };
  /** 0 started, 1 runs already, 2 could not. */
  const start = function* (): Step<0 | 1 | 2> {
    if (running(p, pidFile) !== undefined) return 1;
    return (yield* runAndWait(p, [DAEMON, ...options], p.env, (child) => silence(child, 2))) === 0 ? 0 : 2;
  };
  switch (p.argv[1]) {
    case 'start':
      yield* log.begin('Starting nginx', NAME);
      return yield* log.end((yield* start()) === 2 ? 1 : 0);
    case 'stop':
      yield* log.begin('Stopping nginx', NAME);
      return yield* log.end((yield* stop(p, pidFile, schedule)) ? 0 : 1);
    case 'restart':
      yield* log.begin('Restarting nginx', NAME);
      if ((yield* works()) !== 0 || !(yield* stop(p, pidFile, schedule))) return yield* log.end(1);
      return yield* log.end((yield* start()) === 0 ? 0 : 1);
    case 'reload':
    case 'force-reload':
      yield* log.begin('Reloading nginx configuration', NAME);
      if ((yield* works()) !== 0) return yield* log.end(1);
      yield* signal(SIGNALS.HUP);
      return yield* log.end(0);
    case 'configtest':
    case 'testconfig':
      yield* log.begin('Testing nginx configuration');
      return yield* log.end((yield* works()) === 0 ? 0 : 1);
    case 'rotate':
      yield* log.begin('Re-opening nginx log files', NAME);
      yield* signal(SIGNALS.USR1);
      return yield* log.end(0);
    case 'status':
      return yield* status(p, pidFile, log);
    case 'upgrade':
      if (running(p, pidFile) !== undefined) {
        yield* p.write(2, `strata: ${NAME}: changing the binary of a running nginx is not simulated\n`);
        return 126;
      }
      yield* log.begin('Upgrading binary', NAME);
      return yield* log.end(1);
    default:
      yield* p.write(2, USAGE);
      return 3;
  }
}

function textOf(p: Process, path: ByteString): string {
  try {
    return fromBytes(p.fs.readFile(path));
  } catch (error) {
    if (error instanceof SysError) return '';
    throw error;
  }
}

/** A variable that a file of settings sets on a line of its own. */
const settingOf = (text: string, name: string): string => new RegExp(`^[ \\t]*${name}=(["']?)(.*)\\1[ \\t]*$`, 'm').exec(text)?.[2] ?? '';

/** The pid file that the configuration names outside comments, as the script's awk finds it. */
function pidFileOf(conf: string): string {
  const lines = conf.split('\n').filter((line) => !/^\s*#/.test(line));
  const words = lines
    .join('\n')
    .split(/[;{}]/)
    .map((record) => record.trim().split(/\s+/));
  return words.find(([first]) => first === 'pid')?.[1] ?? '/run/nginx.pid';
}

const pidIn = (p: Process, pidFile: string): number => Number(/^\s*(\d+)/.exec(textOf(p, pidFile))?.[1] ?? 0);
const alive = (p: Process, pid: number): Process | undefined =>
  p.kernel.inNamespace(p.ns).find((one) => one.pid === pid && one.status === undefined);

/** The master, as start-stop-daemon finds it by pid file and name. */
function running(p: Process, pidFile: string): Process | undefined {
  const found = alive(p, pidIn(p, pidFile));
  return found?.command === NAME ? found : undefined;
}

/** start-stop-daemon --retry: one signal after the other, each with its patience; a second more is always waited. Says whether it is gone. */
function* stop(p: Process, pidFile: string, schedule: string): Step<boolean> {
  const master = running(p, pidFile);
  if (master !== undefined) {
    for (const [, name = '', seconds] of schedule.matchAll(/-?(?:SIG)?([A-Z0-9]+)\/(\d+)/g)) {
      if (master.status !== undefined) break;
      const which = SIGNALS[name as keyof typeof SIGNALS];
      if (which === undefined) return false;
      try {
        yield* p.kill(master.pid, which);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        yield* p.write(2, `start-stop-daemon: warning: failed to kill ${master.pid}: ${error.message}\n`);
      }
      const deadline = p.now() + Number(seconds);
      while (master.status === undefined && p.now() < deadline) yield { ready: () => master.status !== undefined, deadline };
    }
  }
  yield* p.sleep(1);
  return master === undefined || master.status !== undefined;
}

/** LSB's status of a daemon with a pid file: 0 it runs, 1 it is dead and left its file, 3 it does not run, 4 nobody can say. */
function* status(p: Process, pidFile: string, log: ReturnType<typeof logs>): Step<number> {
  if (p.fs.exists(pidFile) && !p.fs.can(pidFile, 4)) {
    yield* log.say(`could not access PID file for ${NAME}`, false);
    return 4;
  }
  const pid = pidIn(p, pidFile);
  const runs = alive(p, pid) !== undefined;
  yield* log.say(`${NAME} is ${runs ? '' : 'not '}running`, runs);
  return runs ? 0 : pid === 0 ? 3 : 1;
}
