import { encodeText, type Process, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import { userByName } from '../accounts.ts';
import type { Call } from '../applet.ts';
import { formatTime, localTime, parseZone } from '../dates/index.ts';
import { spawn } from '../execute.ts';
import { unsigned } from '../numbers.ts';
import { become } from './environment.ts';
import { told32Bits } from './host.ts';
import { duration } from './sleep.ts';

const CAPABILITIES =
  'chown,dac_override,fowner,fsetid,kill,setgid,setuid,setpcap,net_bind_service,net_raw,sys_chroot,mknod,audit_write,setfcap';

const processOf = (a: Call, pid: number): Process | undefined => a.p.kernel.inNamespace(a.p.ns).find((process) => process.pid === pid);

/** renice: priorities change nothing here, but who may change them does. */
export function* renice(a: Call): Run {
  const words = [...a.args];
  const relative = words[0] === '-n';
  if (relative) words.shift();
  const priority = words.shift() ?? a.showUsage();
  if (!/^[+-]?\d+$/.test(priority)) a.die(`invalid number '${priority}'`);
  let kind = 'p';
  let status = 0;
  for (const word of words) {
    if (/^-[pgu]$/.test(word)) {
      kind = word[1]!;
      continue;
    }
    if (kind === 'u' && userByName(a.p, word) === undefined && unsigned(word) === undefined) {
      yield* a.complain(`unknown user ${word}`);
      status = 1;
      continue;
    }
    if (kind === 'u') continue;
    const pid = unsigned(word);
    if (pid === undefined) {
      yield* a.complain(`invalid number '${word}'`);
      status = 1;
    } else if (processOf(a, pid) === undefined && pid !== 0) {
      yield* a.complain(`${relative ? 'getpriority' : 'setpriority'}: No such process`);
      status = 1;
    } else if (Number(priority) < 0 && a.p.credentials.uid !== 0) {
      yield* a.complain('setpriority: Permission denied');
      status = 1;
    }
  }
  return status;
}

/** ionice [-c 1-3] [-n 0-7] [-t] { -p PID | PROG ARGS }. */
export function* ionice(a: Call): Run {
  const o = a.options('+n:c:pt');
  const [first] = o.rest;
  if (!o.has('c') && !o.has('n')) {
    if (first !== undefined && unsigned(first) === undefined) a.die(`invalid number '${first}'`);
    yield* a.line('none: prio 0');
    return 0;
  }
  if (first === undefined) a.showUsage();
  return o.has('p') ? 0 : yield* become(a, o.rest);
}

/** taskset [-ap] [HEXMASK | -c LIST] { PID | PROG ARGS }. */
export function* taskset(a: Call): Run {
  const o = a.options('+pac', { min: 1 });
  if (o.has('p')) {
    const text = o.rest.at(-1)!;
    const pid = unsigned(text) ?? a.die(`invalid number '${text}'`);
    if (processOf(a, pid) === undefined) a.die(`can't get pid ${pid}'s affinity: No such process`);
    yield* a.line(o.has('c') ? `pid ${pid}'s current affinity list: 0,1` : `pid ${pid}'s current affinity mask: 3`);
    return 0;
  }
  const [mask, ...argv] = o.rest as [string, ...string[]];
  if (argv.length === 0) a.showUsage();
  if (!(o.has('c') ? /^\d+([-,]\d+)*$/ : /^(0x)?[0-9a-fA-F]+$/).test(mask)) a.die(`bad affinity '${mask}'`);
  if (!o.has('c') && (Number.parseInt(mask, 16) & 3) === 0) a.die("can't set pid 0's affinity: Invalid argument");
  return yield* become(a, argv);
}

/** setpriv: shows the privileges of a container's process, or runs a program with them. */
export function* setpriv(a: Call): Run {
  const o = a.options('+d', {
    long: {
      dump: { as: 'd' },
      nnp: { as: 'nnp' },
      'no-new-privs': { as: 'nnp' },
      'inh-caps': { as: 'inh', arg: 'required' },
      'ambient-caps': { as: 'ambient', arg: 'required' },
    },
  });
  if (o.has('inh') || o.has('ambient')) return a.die('capabilities are not simulated by Strata');
  if (o.has('d')) {
    const { uid, gid, groups } = a.p.credentials;
    yield* a.print(
      `uid: ${uid}\neuid: ${uid}\ngid: ${gid}\negid: ${gid}\nSupplementary groups: ${groups.length === 0 ? '[none]' : groups.join(',')}\n`,
    );
    yield* a.print(
      `no_new_privs: 0\nInheritable capabilities: [none]\nAmbient capabilities: [none]\nCapability bounding set: ${CAPABILITIES}\n`,
    );
    return 0;
  }
  if (o.rest.length === 0) a.showUsage();
  return yield* become(a, o.rest);
}

/** setsid [-c] PROG ARGS. */
export function* setsid(a: Call): Run {
  const o = a.options('+c', { min: 1 });
  yield* a.flush();
  if (a.p.group === a.p.id) {
    const child = a.p.fork(function* (process) {
      process.session = process.id;
      process.group = process.id;
      return yield* become(new (a.constructor as typeof Call)(process, a.name, a.args), o.rest);
    });
    void child;
    yield TURN;
    return 0;
  }
  a.p.session = a.p.id;
  a.p.group = a.p.id;
  return yield* become(a, o.rest);
}

/** linux32 and linux64: run a program (a shell without one) that is told another machine name. */
export function* personality(a: Call): Run {
  if (a.name === 'linux32') told32Bits.add(a.p);
  return yield* become(a, a.args.length === 0 ? ['/bin/sh'] : a.args);
}

/** watch [-n SEC] [-t] PROG ARGS: runs it again and again on a cleared screen until it is ended. */
export function* watch(a: Call): Run {
  const o = a.options('+dtn:x', { min: 1 });
  const text = o.value('n') ?? '2';
  const period = duration(text) ?? a.die(`invalid number '${text}'`);
  const command = o.rest.join(' ');
  const columns = a.p.kernel.ttyOf(a.p)?.columns ?? 80;
  for (;;) {
    yield* a.print('\x1b[H\x1b[J');
    if (!o.has('t')) {
      const time = formatTime('%Y-%m-%d %H:%M:%S', localTime(a.p.now(), parseZone(a.p.env.get('TZ'))));
      const left = `Every ${period.toFixed(1)}s: ${encodeText(command)}`.slice(0, columns);
      yield* a.line(`${left}${time.padStart(Math.max(time.length + 1, columns - left.length))}\n`);
    }
    yield* a.flush();
    yield* runShell(a, command);
    yield* a.p.sleep(Math.max(0.1, period));
  }
}

function* runShell(a: Call, command: string): Step<void> {
  const child = spawn(a.p, ['sh', '-c', command], function* () {
    return 127;
  });
  for (;;) {
    try {
      yield* a.p.waitpid(child.pid);
      return;
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
    }
  }
}
