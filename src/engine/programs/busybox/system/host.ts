import { encodeText, fromBytes, type Process, type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { resolveHost } from '../net/resolve.ts';

/** hostname [-sidf] [NAME | -F FILE]. Setting it needs a capability that containers do not have. */
export function* hostname(a: Call): Run {
  const o = a.options('dfisF:v', { max: 1 });
  const name = encodeText(a.p.ns.hostname);
  if (o.rest.length > 0 || o.has('F')) {
    if (o.has('F')) {
      try {
        a.p.fs.stat(o.value('F')!);
      } catch (error) {
        a.dieOf(`can't open '${o.value('F')}'`, error);
      }
    }
    return a.die('sethostname: Operation not permitted');
  }
  if (o.has('s')) {
    yield* a.line(name.split('.')[0]!);
    return 0;
  }
  if (!o.has('f') && !o.has('i') && !o.has('d') && a.name !== 'dnsdomainname') {
    yield* a.line(name);
    return 0;
  }
  const address = (yield* resolveHost(a.p, name)) ?? a.die(`${name}: Host name lookup failure`);
  if (o.has('i')) yield* a.line(address.address);
  else if (o.has('f')) yield* a.line(address.name);
  else if (address.name.includes('.')) yield* a.line(address.name.slice(address.name.indexOf('.') + 1));
  return 0;
}

/** Processes that linux32 started; what they start sees the same. */
export const told32Bits = new WeakSet<Process>();

function sees32Bits(process: Process | undefined): boolean {
  return process !== undefined && (told32Bits.has(process) || sees32Bits(process.parent));
}

/** What a processor calls itself, by the architecture whose code runs. */
const MACHINES: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  '386': 'x86_64',
  arm64: 'aarch64',
  arm: 'armv7l',
  mips64le: 'mips64',
};

/** uname [-amnrspvio]. The release is the one /proc/version tells. */
export function* uname(a: Call): Run {
  const o = a.options('snrvmpioa', { max: 0 });
  let release = 'unknown';
  let version = '#1 SMP PREEMPT_DYNAMIC';
  try {
    const words = fromBytes(a.p.fs.readFile('/proc/version')).trim().split(' ');
    release = words[2] ?? release;
    const at = words.findIndex((word) => word.startsWith('#'));
    if (at > 0) version = words.slice(at).join(' ');
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  const machine = sees32Bits(a.p) ? 'i686' : (MACHINES[a.p.architecture] ?? a.p.architecture);
  const parts: readonly [string, string][] = [
    ['s', 'Linux'],
    ['n', encodeText(a.p.ns.hostname)],
    ['r', release],
    ['v', version],
    ['m', machine],
    ['p', 'unknown'],
    ['i', 'unknown'],
    ['o', 'GNU/Linux'],
  ];
  const all = o.has('a');
  const chosen = parts.filter(([key]) => (all ? key !== 'p' && key !== 'i' : o.has(key)));
  yield* a.line((chosen.length === 0 ? [parts[0]!] : chosen).map(([, text]) => text).join(' '));
  return 0;
}
