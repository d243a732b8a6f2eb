// Python's own modules, and the few others that come with an implementation when they are installed.
// Knows which there are and how each is made; refuses to know how programs import them.
import type { Routine } from '../../coroutine/index.ts';
import { runSource } from '../imports.ts';
import type { Interpreter } from '../interpreter.ts';
import { library } from '../library/index.ts';
import { PyModule, type Value } from '../values.ts';
import { jsonModule } from './json.ts';
import { mathModule, randomModule } from './numbers.ts';
import { osModule, pathModule } from './os.ts';
import { reModule } from './re.ts';
import { signalModule, socketModule, strataModule } from './sockets.ts';
import { platformModule, sysModule, timeModule, tracebackModule } from './system.ts';

const NATIVE: Readonly<Record<string, (py: Interpreter) => PyModule>> = {
  sys: sysModule,
  os: osModule,
  'os.path': pathModule,
  posixpath: pathModule,
  time: timeModule,
  math: mathModule,
  random: randomModule,
  socket: socketModule,
  signal: signalModule,
  json: jsonModule,
  re: reModule,
  platform: platformModule,
  traceback: tracebackModule,
  _strata: strataModule,
};

/** Names that are found only when they are installed in site-packages. */
export const INSTALLED: ReadonlySet<string> = new Set(['flask', 'redis', 'werkzeug']);

/** Modules that a real Python has and this one does not. */
export const KNOWN_MISSING: ReadonlySet<string> = new Set(
  'argparse array ast asyncio atexit bisect bz2 calendar cgi cmath cmd code codecs concurrent configparser csv ctypes curses decimal difflib dis email fileinput fractions ftplib gc getopt getpass gettext glob gzip hashlib heapq hmac html http.cookies imaplib importlib inspect ipaddress keyword linecache locale logging.config logging.handlers lzma mimetypes mmap multiprocessing numbers operator optparse pdb pickle pkgutil poplib pprint profile pty pwd grp queue quopri resource runpy sched secrets select selectors shelve shlex smtplib sqlite3 ssl stat statistics struct subprocess sysconfig syslog tarfile telnetlib tempfile termios test threading timeit tkinter token tokenize tomllib types unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg xml xmlrpc zipfile zipimport zlib zoneinfo cryptography django fastapi numpy pandas requests sqlalchemy uvicorn gunicorn psycopg2 pymysql mysql pymongo celery scipy matplotlib tensorflow torch PIL yaml jinja2 pydantic starlette aiohttp httpx boto3 pytest'.split(
    ' ',
  ),
);

/** A module that comes with the interpreter; undefined when there is none of this name. */
export function* builtInModule(py: Interpreter, name: string): Routine<PyModule | undefined> {
  const native = Object.hasOwn(NATIVE, name) ? NATIVE[name] : undefined;
  if (native !== undefined) return native(py);
  const source = Object.hasOwn(library, name) ? library[name] : undefined;
  if (source === undefined) return undefined;
  const names = new Map<string, Value>([
    ['__name__', name],
    ['__strata__', true],
  ]);
  const module = new PyModule(name, names);
  py.modules.set(name, module);
  yield* runSource(py, source, `<strata ${name}>`, module);
  return module;
}
