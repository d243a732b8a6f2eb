import { encodeText, TURN } from '../../../kernel/index.ts';
import { civilFrom, DAYS, MONTHS, utcSeconds } from '../../busybox/dates/index.ts';
import type { Routine } from '../../coroutine/index.ts';
import { kernelRelease, osRelease } from '../../service/index.ts';
import { PyException } from '../exceptions.ts';
import { fileObject, OutputFile } from '../files.ts';
import { dictOf } from '../hash.ts';
import type { Interpreter } from '../interpreter.ts';
import { nativeModule, realNumber } from '../natives.ts';
import { traceback } from '../traceback.ts';
import { PyClass, PyList, type PyModule, PyTuple, TUPLE, type Value } from '../values.ts';

const compilers: Readonly<Record<string, string>> = {
  '8': 'GCC 4.9.2',
  '9': 'GCC 6.3.0 20170516',
  '10': 'GCC 8.3.0',
  '11': 'GCC 10.2.1 20210110',
  '12': 'GCC 12.2.0',
  '13': 'GCC 14.2.0',
};

/** What `python` tells of itself in the first line of its prompt. */
export function versionText(py: Interpreter): string {
  const compiler = compilers[osRelease(py.p, 'VERSION_ID') ?? ''] ?? (osRelease(py.p, 'ID') === 'alpine' ? 'GCC 14.2.0' : 'GCC 12.2.0');
  return `${py.version.join('.')} (main, Nov 18 2025, 05:56:11) [${compiler}]`;
}

const VERSION_INFO = new PyClass('sys.version_info', [TUPLE]);

export function sysModule(py: Interpreter): PyModule {
  const [major, minor, micro] = py.version.map((each) => BigInt(each));
  const info = new PyTuple([major!, minor!, micro!, 'final', 0n], VERSION_INFO);
  for (const [name, value] of Object.entries({ major, minor, micro })) info.attrs!.set(name, value!);
  const stdin = fileObject(new OutputFile(py, 0, '<stdin>', 'r', 'block'));
  const modules = dictOf([]);
  return nativeModule(
    'sys',
    {
      exit: (_, [code]) => {
        throw py.error('SystemExit', ...(code === undefined ? [] : [code]));
      },
      getrecursionlimit: () => 1000n,
      setrecursionlimit: () => null,
      getsizeof: () => 64n,
      exc_info: () => {
        const handling = py.frames.findLast((each) => each.handling !== undefined)?.handling;
        return new PyTuple(handling === undefined ? [null, null, null] : [handling.cls, handling, null]);
      },
      getdefaultencoding: () => 'utf-8',
      getfilesystemencoding: () => 'utf-8',
      intern: (_, [text]) => text!,
    },
    {
      argv: new PyList([...py.argv]),
      version: versionText(py),
      version_info: info,
      platform: 'linux',
      executable: py.p.executable,
      prefix: py.prefix,
      path: new PyList([...py.path]),
      modules,
      stdin,
      stdout: fileObject(py.stdout),
      stderr: fileObject(py.stderr),
      maxsize: 9_223_372_036_854_775_807n,
      byteorder: 'little',
      hexversion: (major! << 24n) | (minor! << 16n) | (micro! << 8n) | 0xf0n,
      implementation: new PyTuple(['cpython']),
    },
  );
}

/** Sleeps in virtual time; signals are handled meanwhile, and the rest is slept after them (PEP 475). */
export function* sleep(py: Interpreter, seconds: number): Routine<void> {
  const until = py.p.now() + seconds;
  while (py.p.now() < until) {
    const woken = yield { ready: () => false, deadline: until };
    if (woken === 'signal') yield* py.signals();
  }
  if (seconds <= 0) yield TURN;
}

const STRUCT_TIME = new PyClass('time.struct_time', [TUPLE]);
const two = (value: number): string => String(value).padStart(2, '0');

/** strftime for UTC, for the fields that are known. */
export function formatDate(format: string, seconds: number): string {
  const c = civilFrom(seconds);
  const hour = c.hour % 12 === 0 ? 12 : c.hour % 12;
  const fields: Readonly<Record<string, string>> = {
    Y: String(c.year), m: two(c.month + 1), d: two(c.day), H: two(c.hour), M: two(c.minute), S: two(c.second), y: two(c.year % 100), j: String(c.yearday + 1).padStart(3, '0'), a: DAYS[c.weekday]!.slice(0, 3), A: DAYS[c.weekday]!, b: MONTHS[c.month]!.slice(0, 3), B: MONTHS[c.month]!,
    I: two(hour), p: c.hour < 12 ? 'AM' : 'PM', Z: 'UTC', z: '+0000', w: String(c.weekday), f: String(Math.floor((seconds - Math.floor(seconds)) * 1e6)).padStart(6, '0'), s: String(Math.floor(seconds)), e: String(c.day).padStart(2), '%': '%',
  }; // biome-ignore format: a table
  return format
    .replace(/%c/g, '%a %b %e %H:%M:%S %Y')
    .replace(/%x/g, '%m/%d/%y')
    .replace(/%X|%T/g, '%H:%M:%S')
    .replace(/%F/g, '%Y-%m-%d')
    .replace(/%([a-zA-Z%])/g, (all, letter: string) => fields[letter] ?? all);
}

export function timeModule(py: Interpreter): PyModule {
  const parts = (seconds: number): Value => {
    const c = civilFrom(seconds);
    const items = [c.year, c.month + 1, c.day, c.hour, c.minute, c.second, (c.weekday + 6) % 7, c.yearday + 1, 0].map((each) =>
      BigInt(each),
    );
    const tuple = new PyTuple(items, STRUCT_TIME);
    for (const [index, name] of ['tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst'].entries())
      tuple.attrs!.set(name, items[index]!);
    return tuple;
  };
  const secondsOf = (value: Value | undefined): number => {
    if (!(value instanceof PyTuple)) return py.p.now();
    const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = value.items.map(Number);
    return utcSeconds({ year, month: month - 1, day, hour, minute, second });
  };
  return nativeModule(
    'time',
    {
      time: () => py.p.now(),
      time_ns: () => BigInt(Math.floor(py.p.now() * 1e9)),
      monotonic: () => py.p.now() - py.p.started,
      perf_counter: () => py.p.now() - py.p.started,
      process_time: () => py.p.now() - py.p.started,
      *sleep(_, [seconds]) {
        const amount = realNumber(py, seconds);
        if (amount < 0) throw py.error('ValueError', 'sleep length must be non-negative');
        yield* sleep(py, amount);
        return null;
      },
      strftime: (_, [format, when]) => formatDate(String(format), secondsOf(when)),
      gmtime: (_, [seconds]) => parts(seconds === undefined || seconds === null ? py.p.now() : realNumber(py, seconds)),
      localtime: (_, [seconds]) => parts(seconds === undefined || seconds === null ? py.p.now() : realNumber(py, seconds)),
      mktime: (_, [when]) => secondsOf(when),
      ctime: (_, [seconds]) => formatDate('%a %b %e %H:%M:%S %Y', seconds === undefined ? py.p.now() : realNumber(py, seconds)),
      asctime: (_, [when]) => formatDate('%a %b %e %H:%M:%S %Y', secondsOf(when)),
      _parts: (_, [seconds]) => parts(realNumber(py, seconds)),
      _seconds: (_, [when]) => BigInt(secondsOf(when)),
      _format: (_, [format, seconds]) => formatDate(String(format), realNumber(py, seconds)),
    },
    { timezone: 0n, tzname: new PyTuple(['UTC', 'UTC']) },
  );
}

export function platformModule(py: Interpreter): PyModule {
  const release = kernelRelease(py.p);
  return nativeModule('platform', {
    python_version: () => py.version.join('.'),
    system: () => 'Linux',
    node: () => py.p.ns.hostname,
    release: () => release,
    machine: () => 'x86_64',
    processor: () => '',
    platform: () => `Linux-${release}-x86_64-with-glibc2.36`,
    python_implementation: () => 'CPython',
  });
}

export function tracebackModule(py: Interpreter): PyModule {
  const current = function* (): Routine<string> {
    const handling = py.frames.findLast((each) => each.handling !== undefined)?.handling;
    return handling === undefined ? 'NoneType: None\n' : yield* traceback(py, handling);
  };
  return nativeModule('traceback', {
    *print_exc() {
      yield* py.stderr.write(encodeText(yield* current()));
      return null;
    },
    *format_exc() {
      return yield* current();
    },
    *print_exception(_, args) {
      const exception = args.find((each) => each instanceof PyException);
      if (exception instanceof PyException) yield* py.stderr.write(encodeText(yield* traceback(py, exception)));
      return null;
    },
  });
}
