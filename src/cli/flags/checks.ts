import { ramInBytes, SizeError } from '../format/size.ts';
import { csvRecord } from './csv.ts';
import { parseMount } from './mount.ts';

type Answer = { readonly value: string } | { readonly error: string };

/** Checks a value with one of Docker's named validators; may rewrite it. An unknown name is a mistake in the data. Source: docker/cli opts/. */
export function check(name: string, value: string): Answer {
  const checker = CHECKS[name];
  if (!checker) throw new Error(`no flag check named ${name}: please report`);
  return checker(value);
}

export function isCheck(name: string): boolean {
  return Object.hasOwn(CHECKS, name);
}

const CHECKS: Readonly<Record<string, (value: string) => Answer>> = {
  attach: (value) => {
    const stream = value.toLowerCase();
    if (stream === 'stdin' || stream === 'stdout' || stream === 'stderr') return { value: stream };
    return { error: 'valid streams are STDIN, STDOUT and STDERR' };
  },
  env: (value) => (value === '' || value.startsWith('=') ? { error: `invalid environment variable: ${value}` } : { value }),
  label: (value) => {
    const key = value.split('=')[0]!.replace(/^[ \t]+/, '');
    if (key === '') return { error: `invalid label '${value}': empty name` };
    return /[ \t]/.test(key) ? { error: `label '${key}' contains whitespaces` } : { value };
  },
  host: (value) => {
    const at = value.search(/[=:]/);
    const ip = value.slice(at + 1).replace(/^\[(.*)\]$/, '$1');
    if (at <= 0) return { error: `bad format for add-host: ${JSON.stringify(value)}` };
    if (ip !== 'host-gateway' && !isIp(ip)) return { error: `invalid IP address in add-host: ${JSON.stringify(ip)}` };
    return { value: `${value.slice(0, at)}:${ip}` };
  },
  ip: (value) => (isIp(value.trim()) ? { value: value.trim() } : { error: `IP address is not correctly formatted: ${value}` }),
  'dns-search': (value) => {
    const domain = value.trim();
    if (domain === '.') return { value: domain };
    const ok = /[a-zA-Z]/.test(domain) && /^(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?\.?)+$/.test(domain) && domain.length < 255;
    return ok ? { value: domain } : { error: `${domain} is not a valid domain` };
  },
  link: (value) => {
    if (value === '') return { error: 'empty string specified for links' };
    return value.split(':').length > 2 ? { error: `bad format for links: ${value}` } : { value };
  },
  sysctl: (value) => {
    const key = value.split('=')[0]!;
    const known = SYSCTLS.has(key) || /^(?:net\.|fs\.mqueue\.)/.test(key);
    return value.includes('=') && known ? { value } : { error: `sysctl '${value}' is not allowed` };
  },
  ulimit: checkUlimit,
  mount: (value) => {
    const mount = parseMount(value);
    return typeof mount === 'string' ? { error: mount } : { value };
  },
  'throttle-bps': (value) => {
    const [path, rate] = splitDevice(value);
    if (rate === undefined) return { error: `bad format: ${value}` };
    if (!path.startsWith('/dev/')) return { error: `bad format for device path: ${value}` };
    const wrong = `invalid rate for device: ${value}. The correct format is <device-path>:<number>[<unit>]. Number must be a positive integer. Unit is optional and can be kb, mb, or gb`;
    try {
      return ramInBytes(rate) < 0 ? { error: wrong } : { value };
    } catch (error) {
      if (error instanceof SizeError) return { error: wrong };
      throw error;
    }
  },
  'throttle-iops': (value) => {
    const [path, rate] = splitDevice(value);
    if (rate === undefined) return { error: `bad format: ${value}` };
    if (!path.startsWith('/dev/')) return { error: `bad format for device path: ${value}` };
    if (!/^\d+$/.test(rate))
      return {
        error: `invalid rate for device: ${value}. The correct format is <device-path>:<number>. Number must be a positive integer`,
      };
    return { value };
  },
  'weight-device': (value) => {
    const [path, weight] = splitDevice(value);
    if (weight === undefined) return { error: `bad format: ${value}` };
    if (!path.startsWith('/dev/')) return { error: `bad format for device path: ${value}` };
    const n = /^\d+$/.test(weight) ? Number(weight) : -1;
    return n < 0 || (n > 0 && (n < 10 || n > 1000)) ? { error: `invalid weight for device: ${value}` } : { value };
  },
  'device-cgroup-rule': (value) =>
    /^[acb] ([0-9]+|\*):([0-9]+|\*) [rwm]{1,3}$/.test(value) ? { value } : { error: `invalid device cgroup format '${value}'` },
  gpu: (value) => {
    const error = gpuProblem(value);
    return error === undefined ? { value } : { error };
  },
};

/** Source: docker/cli opts/gpus.go. */
function gpuProblem(value: string): string | undefined {
  const record = csvRecord(value);
  if ('error' in record) return record.error;
  const seen = new Set<string>();
  for (const field of record.fields) {
    const at = field.indexOf('=');
    const key = at < 0 ? 'count' : field.slice(0, at);
    const given = field.slice(at + 1);
    if (seen.has(key)) return `gpu request key '${key}' can be specified only once`;
    seen.add(key);
    if (!['count', 'driver', 'device', 'capabilities', 'options'].includes(key)) return `unexpected key '${key}' in '${field}'`;
    if (key === 'count' && given !== 'all' && !/^[+-]?\d+$/.test(given))
      return `invalid count (${given}): value must be either "all" or an integer: invalid syntax`;
  }
  return undefined;
}

const SYSCTLS = new Set([
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
]);

function splitDevice(value: string): [string, string | undefined] {
  const at = value.indexOf(':');
  return at <= 0 ? [value, undefined] : [value.slice(0, at), value.slice(at + 1)];
}

function isIp(text: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return text.split('.').every((part) => Number(part) < 256 && String(Number(part)) === part);
  if (!/^[0-9a-fA-F:.]+$/.test(text) || !text.includes(':')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = text.split(':').filter((g) => g !== '');
  return groups.every((g) => /^[0-9a-fA-F]{1,4}$/.test(g)) && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
}

const ULIMITS = new Set('core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' '));

function checkUlimit(value: string): Answer {
  const at = value.indexOf('=');
  if (at < 0) return { error: `invalid ulimit argument: ${value}` };
  const name = value.slice(0, at);
  const limits = value.slice(at + 1).split(':');
  if (!ULIMITS.has(name)) return { error: `invalid ulimit type: ${name}` };
  if (limits.length > 2)
    return { error: `too many limit value arguments - ${value.slice(at + 1)}, can only have up to two, \`soft[:hard]\`` };
  for (const limit of limits)
    if (!/^[+-]?\d+$/.test(limit)) return { error: `strconv.ParseInt: parsing ${JSON.stringify(limit)}: invalid syntax` };
  const [soft, hard] = limits.map(Number) as [number, number | undefined];
  if (hard !== undefined && hard !== -1 && (soft === -1 || soft > hard))
    return { error: `ulimit soft limit must be less than or equal to hard limit: ${soft} > ${hard}` };
  return { value };
}
