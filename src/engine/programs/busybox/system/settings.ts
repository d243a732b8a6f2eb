import { type ByteString, fromBytes, type Run, type Step, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

const ROOT = '/proc/sys';

/** sysctl [-enq] { -a | -p [FILE]… | [-w] [KEY[=VALUE]]… }: what /proc/sys holds; containers may not write it. */
export function* sysctl(a: Call): Run {
  const o = a.options('neapwq');
  const quiet = o.has('n');
  if (o.has('p')) {
    for (const file of o.rest.length === 0 ? ['/etc/sysctl.conf'] : o.rest) {
      try {
        a.p.fs.readFile(file);
      } catch (error) {
        yield* a.complainOf(file, error);
      }
    }
    return 0;
  }
  if (o.has('a')) return yield* below(a, ROOT, quiet);
  let status = 0;
  for (const word of o.rest) {
    const at = word.indexOf('=');
    const key = at < 0 ? word : word.slice(0, at);
    const path = `${ROOT}/${key.replaceAll('.', '/')}`;
    if (!a.p.fs.exists(path)) {
      if (!o.has('e')) yield* a.complain(`error: '${at < 0 ? key.replaceAll('.', '/') : key}' is an unknown key`);
      status = 1;
    } else if (at >= 0) {
      yield* a.complain(`error setting key '${key}': Read-only file system`);
      status = 1;
    } else yield* show(a, path, quiet);
  }
  return status;
}

function* below(a: Call, dir: ByteString, quiet: boolean): Run {
  for (const name of a.p.fs.readdir(dir)) {
    const path = `${dir}/${name}`;
    if (a.p.fs.stat(path).kind === 'dir') yield* below(a, path, quiet);
    else yield* show(a, path, quiet);
  }
  return 0;
}

function* show(a: Call, path: ByteString, quiet: boolean): Step<void> {
  const key = path.slice(ROOT.length + 1).replaceAll('/', '.');
  for (const line of fromBytes(a.p.fs.readFile(path)).replace(/\n$/, '').split('\n')) yield* a.line(quiet ? line : `${key} = ${line}`);
}

/** stty [-a|g] [-F DEVICE] [SETTING]…: the size and the usual settings of a terminal; changing them does nothing. */
export function* stty(a: Call): Run {
  const o = a.options('+agF:', { args: a.args.filter((word) => !/^-[a-z]{3,}/.test(word)) });
  const device = o.value('F');
  let isTty = a.p.isatty(0);
  if (device !== undefined) {
    try {
      const fd = a.p.fs.open(device, { read: true });
      isTty = a.p.isatty(fd);
      a.p.io.close(fd);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      a.die(`can't open '${device}': ${error.message}`);
    }
  }
  if (!isTty) a.die(`${device ?? 'standard input'}: Inappropriate ioctl for device`);
  const tty = a.p.kernel.ttyOf(a.p);
  const rows = tty?.rows ?? 24;
  const columns = tty?.columns ?? 80;
  if (o.rest.includes('size')) yield* a.line(`${rows} ${columns}`);
  else if (o.rest.length === 0) {
    yield* a.line(o.has('a') ? `speed 38400 baud; rows ${rows}; columns ${columns};` : 'speed 38400 baud;');
  }
  return 0;
}

/** crond, crontab: nothing in the image is scheduled, and no spool exists. */
export function* crontab(a: Call): Run {
  const o = a.options('u:c:lerd');
  if (o.rest.length === 0 && !o.has('l') && !o.has('e') && !o.has('r')) a.showUsage();
  const [file] = o.rest;
  if (file !== undefined && file !== '-') {
    try {
      a.p.fs.readFile(file);
    } catch (error) {
      a.dieOf(`can't open '${file}'`, error);
    }
  }
  const spool = o.value('c') ?? '/var/spool/cron/crontabs';
  if (!a.p.fs.exists(spool)) a.die(`can't change directory to '${spool}': No such file or directory`);
  return a.die('schedules are not simulated by Strata');
}
