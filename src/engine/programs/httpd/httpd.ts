import {
  decodeText,
  encodeText,
  errnoNumber,
  fromBytes,
  type Process,
  type Run,
  SIGNALS,
  type Signal,
  type Step,
  SysError,
  toBytes,
} from '../../kernel/index.ts';
import { civilFrom, DAYS, MONTHS } from '../busybox/dates/index.ts';
import { accountNamed, daemonise, groupNamed, installedVersion, openLog, osRelease } from '../service/index.ts';
import { child, type Service } from './child.ts';
import { type Directive, HttpdProblem, HttpdReader, lastOf } from './config.ts';
import { sitesOf } from './site.ts';

interface Build {
  readonly command: string;
  readonly version: string;
  readonly system: string;
  readonly root: string;
  readonly config: string;
}

function buildOf(p: Process): Build {
  const { version, official } = installedVersion(p, 'HTTPD_VERSION', ['apache2', 'apache2-bin'], '2.4.66');
  const debian = !official && p.fs.exists('/etc/apache2/apache2.conf');
  const name = p.argv[0]?.split('/').at(-1) ?? 'httpd';
  const command = /apache2/.test(name) || debian ? 'apache2' : 'httpd';
  const system = debian ? (osRelease(p, 'ID') === 'ubuntu' ? 'Ubuntu' : 'Debian') : 'Unix';
  return debian
    ? { command, version, system, root: '/etc/apache2', config: 'apache2.conf' }
    : { command, version, system, root: '/usr/local/apache2', config: 'conf/httpd.conf' };
}

/** The programs `httpd` and `apache2`. */
export function* httpd(p: Process): Run {
  const build = buildOf(p);
  const args = p.argv.slice(1).map(decodeText);
  const defines: string[] = [];
  let [root, config, action, test] = [build.root, undefined as string | undefined, 'start', false];
  for (let i = 0; i < args.length; i++) {
    const [, letter = '', rest = ''] = /^-(.)(.*)$/.exec(args[i]!) ?? [];
    const value = (): string => (rest !== '' ? rest : (args[++i] ?? ''));
    if (letter === 'v' || letter === 'V') {
      yield* p.write(1, `Server version: Apache/${build.version} (${build.system})\nServer built:   Jan 24 2025 00:05:44\n`);
      return 0;
    }
    if (letter === 't') test = true;
    else if (letter === 'D') defines.push(value());
    else if (letter === 'd') root = value();
    else if (letter === 'f') config = value();
    else if (letter === 'k') action = value();
    else if (letter === 'X') defines.push('FOREGROUND');
    else if (letter === 'e' || letter === 'E') value();
    else {
      const known = 'CcSLlhTM'.includes(letter) && letter !== '';
      yield* p.write(
        2,
        known
          ? `strata: ${build.command} -${letter} is not simulated\n`
          : `Usage: ${build.command} [-D name] [-d directory] [-f file]\n               [-C "directive"] [-c "directive"]\n               [-k start|restart|graceful|graceful-stop|stop]\n               [-v] [-V] [-h] [-l] [-L] [-t] [-T] [-S] [-X]\n`,
      );
      return 1;
    }
  }
  const reader = new HttpdReader(p, build.command, root, defines);
  const read = (): readonly Directive[] => reader.read(reader.absolute(config ?? build.config));
  try {
    const directives = read();
    if (![...reader.modules.keys()].some((name) => name.startsWith('mpm_')))
      throw new HttpdProblem(`AH00534: ${build.command}: Configuration error: No MPM loaded.`);
    yield* nameNotice(p, build, directives, test ? 1 : 2);
    if (test) {
      yield* p.write(2, 'Syntax OK\n');
      return 0;
    }
    const pidFile = reader.absolute(lastOf(directives, 'pidfile')?.[0] ?? 'logs/httpd.pid');
    const running = pidIn(p, pidFile);
    if (action !== 'start') return yield* control(p, build, action, running);
    if (running !== undefined) {
      yield* p.write(1, `httpd (pid ${running}) already running\n`);
      return 0;
    }
    const service = makeService(p, build, reader, directives);
    const cycle = (own: Process): Run => parent(own, build, service, pidFile, () => makeService(own, build, reader, read(), service));
    if (defines.some((name) => name === 'FOREGROUND' || name === 'NO_DETACH' || name === 'DEBUG')) return yield* cycle(p);
    daemonise(p, cycle);
    return 0;
  } catch (error) {
    if (!(error instanceof HttpdProblem)) throw error;
    yield* p.write(2, `${encodeText(error.message)}\n`);
    return 1;
  }
}

function pidIn(p: Process, path: string): number | undefined {
  if (!p.fs.exists(encodeText(path))) return undefined;
  const pid = Number(fromBytes(p.fs.readFile(encodeText(path))).trim());
  return p.kernel.inNamespace(p.ns).some((each) => each.pid === pid && each !== p && each.status === undefined) ? pid : undefined;
}

/** AH00558: the name of the machine is not in the configuration. */
function* nameNotice(p: Process, { command }: Build, directives: readonly Directive[], times: number): Step<void> {
  if (lastOf(directives, 'servername') !== undefined) return;
  const address = (yield* p.net.resolve(p.ns.hostname)) ?? '127.0.1.1';
  const text = `AH00558: ${command}: Could not reliably determine the server's fully qualified domain name, using ${address}. Set the 'ServerName' directive globally to suppress this message\n`;
  yield* p.write(2, text.repeat(times));
}

function* control(p: Process, build: Build, action: string, running: number | undefined): Run {
  const signal = { stop: SIGNALS.TERM, restart: SIGNALS.HUP, graceful: SIGNALS.USR1, 'graceful-stop': SIGNALS.WINCH }[action as 'stop'];
  if (signal === undefined) {
    yield* p.write(2, `Usage: ${build.command} [-k start|restart|graceful|graceful-stop|stop]\n`);
    return 1;
  }
  if (running === undefined) {
    yield* p.write(1, `httpd (no pid file) not running\n`);
    return action.includes('stop') ? 0 : 1;
  }
  yield* p.kill(running, signal);
  return 0;
}

/** Opens sockets and logs. `old`: what a running server has open already. Throws HttpdProblem. */
function makeService(p: Process, build: Build, reader: HttpdReader, directives: readonly Directive[], old?: Service): Service {
  const ports = directives.filter(({ name }) => name === 'listen').map(({ args }) => /^(?:(.*):)?(\d+)$/.exec(args[0]!));
  if (ports.length === 0) throw new HttpdProblem('no listening sockets available, shutting down');
  const sockets = ports.map((found) => {
    const port = Number(found?.[2]);
    const kept = old?.sockets.find((each) => each.port === port);
    if (kept !== undefined) return kept;
    try {
      return { port, fd: p.net.listen(port, found?.[1] ?? '0.0.0.0') };
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      const where = (address: string): string =>
        `(${errnoNumber(error.errno)})${error.message}: AH00072: make_sock: could not bind to address ${address}:${port}\n`;
      throw new HttpdProblem(
        `${found?.[1] === undefined ? where('[::]') + where('0.0.0.0') : where(found[1])}no listening sockets available, shutting down\nAH00015: Unable to open logs`,
      );
    }
  });
  const open = (path: string): number => {
    try {
      return openLog(p, encodeText(reader.absolute(path)));
    } catch (error) {
      if (error instanceof SysError)
        throw new HttpdProblem(
          `(${errnoNumber(error.errno)})${error.message}: AH00091: ${build.command}: could not open error log file ${reader.absolute(path)}.\nAH00015: Unable to open logs`,
        );
      throw error;
    }
  };
  const errorFd = open(lastOf(directives, 'errorlog')?.[0] ?? 'logs/error_log');
  const formats = new Map(directives.filter(({ name }) => name === 'logformat').map(({ args }) => [args[1] ?? '', args[0]!]));
  const all = [...directives, ...directives.filter(({ name }) => name === 'virtualhost').flatMap(({ block }) => block ?? [])];
  const access = all
    .filter(({ name }) => name === 'customlog')
    .map(({ args }) => ({ fd: open(args[0]!), format: formats.get(args[1] ?? '') ?? args[1] ?? '%h %l %u %t "%r" %>s %b' }));
  const userName = lastOf(directives, 'user')?.[0];
  const account = p.credentials.uid !== 0 || userName === undefined ? undefined : accountNamed(p, userName.replace(/^#/, ''));
  if (p.credentials.uid === 0 && userName !== undefined && account === undefined)
    throw new HttpdProblem(`AH00543: ${build.command}: bad user name ${userName}`);
  const groupName = lastOf(directives, 'group')?.[0];
  const gid = groupName === undefined ? undefined : groupNamed(p, groupName);
  return {
    sites: sitesOf(directives, (path) => reader.absolute(path)),
    sockets,
    user: account === undefined ? undefined : { ...account, gid: gid ?? account.gid },
    banner:
      lastOf(directives, 'servertokens')?.[0]?.toLowerCase().startsWith('prod') === true
        ? 'Apache'
        : `Apache/${build.version} (${build.system})`,
    access,
    errors: (own, module, level, text) => {
      const now = own.now();
      const c = civilFrom(now);
      const two = (value: number): string => String(value).padStart(2, '0');
      const micro = String(Math.floor((now % 1) * 1e6)).padStart(6, '0');
      const time = `${DAYS[c.weekday]!.slice(0, 3)} ${MONTHS[c.month]!.slice(0, 3)} ${two(c.day)} ${two(c.hour)}:${two(c.minute)}:${two(c.second)}.${micro} ${c.year}`;
      try {
        own.io.at(errorFd).write(new TextEncoder().encode(`[${time}] [${module}:${level}] [pid ${own.pid}:tid ${own.pid}] ${text}\n`), now);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
      }
    },
  };
}

const CHILDREN = 3;

/** The parent: keeps children running and does what signals ask (mpm_event). */
function* parent(p: Process, build: Build, first: Service, pidFile: string, remake: () => Service): Run {
  let service = first;
  try {
    p.fs.writeFile(encodeText(pidFile), toBytes(`${p.pid}\n`));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    service.errors(p, 'core', 'error', `(${errnoNumber(error.errno)})${error.message}: AH00099: could not create ${pidFile}`);
    service.errors(p, 'core', 'error', `AH00100: ${build.command}: could not log pid to file ${pidFile}`);
    return 1;
  }
  for (const signal of [SIGNALS.TERM, SIGNALS.INT, SIGNALS.HUP, SIGNALS.USR1, SIGNALS.WINCH, SIGNALS.CHLD])
    p.setDisposition(signal, 'catch');
  const children = new Set<number>();
  const say = (text: string, module = 'mpm_event'): void => service.errors(p, module, 'notice', text);
  const begin = (): void => {
    say(`AH00489: ${service.banner} configured -- resuming normal operations`);
    say(`AH00094: Command line: '${p.argv.join(' ').replace(/-DFOREGROUND/, '-D FOREGROUND')}'`, 'core');
    for (let i = 0; i < CHILDREN; i++) children.add(p.fork((own) => child(own, service)).pid);
  };
  const tell = function* (signal: Signal): Step<void> {
    for (const pid of children)
      if (p.kernel.inNamespace(p.ns).some((each) => each.pid === pid && each.status === undefined)) yield* p.kill(pid, signal);
  };
  begin();
  for (;;) {
    yield { ready: () => p.caught.length > 0 };
    const signal = p.caught.shift()!;
    if (signal === SIGNALS.CHLD) {
      while (p.children.size > 0) {
        const ended = yield* p.waitpid(-1, { nohang: true });
        if (ended === undefined) break;
        if (!children.delete(ended.pid)) continue;
        if (ended.status.kind === 'signaled')
          service.errors(
            p,
            'core',
            'notice',
            `AH00052: child pid ${ended.pid} exit signal ${ended.status.signal === 9 ? 'Killed' : 'Terminated'} (${ended.status.signal})`,
          );
        children.add(p.fork((own) => child(own, service)).pid);
      }
      continue;
    }
    if (signal === SIGNALS.HUP || signal === SIGNALS.USR1) {
      say(
        signal === SIGNALS.HUP ? 'AH00494: SIGHUP received.  Attempting to restart' : 'AH00493: SIGUSR1 received.  Doing graceful restart',
      );
      yield* tell(signal);
      children.clear();
      try {
        service = remake();
      } catch (error) {
        if (!(error instanceof HttpdProblem)) throw error;
        service.errors(p, 'core', 'error', error.message);
        return 1;
      }
      begin();
      continue;
    }
    for (const { fd } of service.sockets) p.io.close(fd);
    yield* tell(signal === SIGNALS.WINCH ? SIGNALS.WINCH : SIGNALS.TERM);
    while (children.size > 0) {
      const ended = yield* p.waitpid(-1, { nohang: true });
      if (ended !== undefined) children.delete(ended.pid);
      else yield { ready: () => p.caught.includes(SIGNALS.CHLD), uninterruptible: true, deadline: p.now() + 10 };
      p.caught.length = 0;
    }
    say(signal === SIGNALS.WINCH ? 'AH00492: caught SIGWINCH, shutting down gracefully' : 'AH00491: caught SIGTERM, shutting down');
    if (p.fs.exists(encodeText(pidFile))) p.fs.unlink(encodeText(pidFile));
    return 0;
  }
}

/** `apachectl` and `apache2ctl`: actions by word. */
export function* apachectl(p: Process): Run {
  const [action = 'start', ...rest] = p.argv.slice(1);
  const command = p.fs.exists('/usr/sbin/apache2') ? '/usr/sbin/apache2' : '/usr/local/apache2/bin/httpd';
  const words: Readonly<Record<string, readonly string[]>> = {
    start: ['-k', 'start'],
    stop: ['-k', 'stop'],
    restart: ['-k', 'restart'],
    graceful: ['-k', 'graceful'],
    'graceful-stop': ['-k', 'graceful-stop'],
    configtest: ['-t'],
  };
  return yield* p.execve(command, [command, ...(words[action] ?? [action]), ...rest], p.env);
}
