import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeText, SIGNALS } from '../../kernel/index.ts';
import { ServiceMachine } from '../../testing/service.ts';
import { fetchHttp, textOf } from '../http/index.ts';
import { programs as redis } from '../redis/index.ts';
import { programs } from './index.ts';

const ENV = { PYTHON_VERSION: '3.11.7', REDIS_VERSION: '7.4.1' };
const data = (name: string): string => readFileSync(new URL(`./testdata/${name}`, import.meta.url), 'utf8');
const SITE = '/usr/lib/python3.11/site-packages';

async function run(source: string, args: readonly string[] = []): Promise<string> {
  const job = await new ServiceMachine(programs, { '/app/a.py': source }).run(['python', 'a.py', ...args], { env: ENV, cwd: '/app' });
  return decodeText(`${job.out}${job.err}${job.code()}`);
}
async function ask(m: ServiceMachine, url: string, method = 'GET', body = ''): Promise<string> {
  const answer = m.do(function* (p) {
    const got = yield* fetchHttp(p, { url, method, ...(body === '' ? {} : { body, headers: [['Content-Type', 'application/json']] }) });
    return `${got.status} ${got.headers
      .map(([name, value]) => `${name}: ${value}`)
      .filter((line) => !line.startsWith('Date'))
      .join('|')} ${textOf(got.body)}`;
  });
  await m.settle(3);
  return answer.value ?? 'no answer';
}

test('PYE-1 the language and the common modules print what CPython 3.11 prints', async () => {
  const m = new ServiceMachine(programs, { '/app/core.py': data('core.py') });
  const job = await m.run(['python', '/app/core.py'], { env: ENV, cwd: '/app' });
  expect(decodeText(job.out + job.err)).toBe(data('core.expected'));
});

test('PYE-2 errors: tracebacks with their marks, syntax errors, exit statuses', async () => {
  expect(await run('def f(x):\n    return x + 1\nprint("a")\nf("s")\n')).toBe(
    'a\nTraceback (most recent call last):\n  File "/app/a.py", line 4, in <module>\n    f("s")\n  File "/app/a.py", line 2, in f\n    return x + 1\n           ~~^~~\nTypeError: can only concatenate str (not "int") to str\n1',
  );
  expect(await run('print "x"\n')).toBe(
    '  File "/app/a.py", line 1\n    print "x"\n    ^^^^^^^^^\nSyntaxError: Missing parentheses in call to \'print\'. Did you mean print(...)?\n1',
  );
  expect(await run('if 1:\nprint(1)\n')).toBe(
    '  File "/app/a.py", line 2\n    print(1)\n    ^\nIndentationError: expected an indented block after \'if\' statement on line 1\n1',
  );
  expect(await run('import nosuch\n')).toBe(
    'Traceback (most recent call last):\n  File "/app/a.py", line 1, in <module>\n    import nosuch\nModuleNotFoundError: No module named \'nosuch\'\n1',
  );
  expect(await run('import flask\n')).toContain("ModuleNotFoundError: No module named 'flask'\n1");
  expect(await run('import asyncio\n')).toContain("ImportError: strata: the module 'asyncio' is not simulated\n1");
  expect(await run('try:\n    1/0\nexcept Exception as e:\n    raise ValueError("x") from e\n')).toBe(
    'Traceback (most recent call last):\n  File "/app/a.py", line 2, in <module>\n    1/0\n    ~^~\nZeroDivisionError: division by zero\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File "/app/a.py", line 4, in <module>\n    raise ValueError("x") from e\nValueError: x\n1',
  );
  expect(await run('import sys\nsys.exit(3)\n')).toBe('3');
  expect(await run('import sys\nsys.exit("bye")\n')).toBe('bye\n1');
  expect(await run('pritn(1)\n')).toContain("NameError: name 'pritn' is not defined. Did you mean: 'print'?\n1");
  const m = new ServiceMachine(programs);
  expect((await m.run(['python', 'no.py'], { env: ENV })).err).toBe(
    "python: can't open file '/no.py': [Errno 2] No such file or directory\n",
  );
  expect((await m.run(['python', '--version'], { env: ENV })).out).toBe('Python 3.11.7\n');
  expect((await m.run(['python', '-c', 'import sys; print(sys.argv)', 'x'], { env: ENV })).out).toBe("['-c', 'x']\n");
  expect((await m.run(['python', '-'], { env: ENV, stdin: 'print(6*7)\n' })).out).toBe('42\n');
  expect((await m.run(['python', '-m', 'nosuch'], { env: ENV })).err).toBe('/usr/bin/python: No module named nosuch\n');
  expect((await m.run(['python', '-m', 'json.tool'], { env: ENV, stdin: '{"a":[1]}' })).out).toBe('{\n    "a": [\n        1\n    ]\n}\n');
});

test('PYE-3 everything is bounded: loops can be interrupted, recursion and memory end in exceptions', async () => {
  const m = new ServiceMachine(programs);
  const loop = m.start(['python', '-c', 'while True: pass'], { env: ENV });
  await m.settle(0.2);
  m.signal(loop, SIGNALS.INT);
  await m.settle(0.2);
  expect([loop.code(), loop.err]).toEqual([
    130,
    'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nKeyboardInterrupt\n',
  ]);
  expect(await run('x = []\nwhile True:\n    x += [0] * 100000\n')).toContain('MemoryError\n1');
  expect(await run('print(9 ** 9 ** 9)\n')).toContain('MemoryError\n1');
  expect(await run('import re\nre.match("(a+)+$", "a" * 40 + "b")\n')).toContain(
    'RuntimeError: strata: this regular expression takes too many steps on this text\n1',
  );
});

test('PYE-4 signals reach handlers, and a sleep goes on after them', async () => {
  const m = new ServiceMachine(programs, {
    '/a.py':
      'import signal, sys, time\ndef stop(n, f):\n    print("got", n, flush=True)\n    sys.exit(0)\nsignal.signal(signal.SIGTERM, stop)\nprint("ready", flush=True)\ntime.sleep(1000)\n',
  });
  const job = m.start(['python', 'a.py'], { env: ENV });
  await m.settle();
  m.signal(job, SIGNALS.TERM);
  await m.settle();
  expect([job.out, job.code()]).toEqual(['ready\ngot 15\n', 0]);
});

test('PYE-5 what is printed to a file or pipe is held back until there is enough of it, unless -u or PYTHONUNBUFFERED', async () => {
  const m = new ServiceMachine(programs, { '/a.py': 'import time\nprint("hi")\ntime.sleep(1000)\n' });
  const held = m.start(['python', 'a.py'], { env: ENV });
  const shown = m.start(['python', '-u', 'a.py'], { env: ENV });
  await m.settle();
  expect([held.out, shown.out]).toEqual(['', 'hi\n']);
});

const COUNTER = `import time
import redis
from flask import Flask

app = Flask(__name__)
cache = redis.Redis(host='localhost', port=6379)

def get_hit_count():
    retries = 5
    while True:
        try:
            return cache.incr('hits')
        except redis.exceptions.ConnectionError as exc:
            if retries == 0:
                raise exc
            retries -= 1
            time.sleep(0.5)

@app.route('/')
def hello():
    count = get_hit_count()
    return f'Hello World! I have been seen {count} times.\\n'

@app.route('/user/<int:n>', methods=['POST'])
def user(n):
    from flask import request, jsonify
    return jsonify(n=n, got=request.json), 201

@app.route('/boom')
def boom():
    return 1 / 0

if __name__ == '__main__':
    app.run(host='0.0.0.0', port=80)
`;

test('PYE-6 a Flask application with redis serves, counts, logs and ends as the real ones do', async () => {
  const files = {
    '/etc/hosts': '127.0.0.1 localhost\n',
    '/app/app.py': COUNTER,
    [`${SITE}/flask/__init__.py`]: '',
    [`${SITE}/redis/__init__.py`]: '',
    [`${SITE}/flask-3.0.3.dist-info/METADATA`]: '',
    [`${SITE}/werkzeug-3.0.4.dist-info/METADATA`]: '',
  };
  const m = new ServiceMachine({ ...programs, ...redis }, files);
  const job = m.start(['python', 'app.py'], { env: ENV, cwd: '/app' });
  await m.settle();
  expect(job.out).toBe(" * Serving Flask app 'app'\n * Debug mode: off\n");
  expect(job.err).toContain(
    '\x1b[31m\x1b[1mWARNING: This is a development server. Do not use it in a production deployment. Use a production WSGI server instead.\x1b[0m\n * Running on all addresses (0.0.0.0)\n * Running on http://127.0.0.1:80\n',
  );
  m.start(['redis-server'], { env: ENV });
  await m.settle();
  const first = await ask(m, 'http://127.0.0.1/');
  expect(first).toBe(
    '200 Server: Werkzeug/3.0.4 Python/3.11.7|Content-Type: text/html; charset=utf-8|Content-Length: 41|Connection: close Hello World! I have been seen 1 times.\n'.replace(
      '41',
      '39',
    ),
  );
  expect(await ask(m, 'http://127.0.0.1/')).toContain('seen 2 times');
  expect(await ask(m, 'http://127.0.0.1/user/7', 'POST', '{"a": 1}')).toContain('{"got":{"a":1},"n":7}\n');
  expect(await ask(m, 'http://127.0.0.1/nope')).toContain(
    '404 Server: Werkzeug/3.0.4 Python/3.11.7|Content-Type: text/html; charset=utf-8|Content-Length: 207|Connection: close <!doctype html>',
  );
  expect(await ask(m, 'http://127.0.0.1/boom')).toContain('<h1>Internal Server Error</h1>');
  expect(job.err).toMatch(/127\.0\.0\.1 - - \[\d\d\/\w{3}\/2025 \d\d:\d\d:\d\d\] "GET \/ HTTP\/1\.1" 200 -\n/);
  expect(job.err).toContain('"\x1b[33mGET /nope HTTP/1.1\x1b[0m" 404 -\n');
  expect(job.err).toContain('ZeroDivisionError: division by zero\n');
  m.signal(job, SIGNALS.INT);
  await m.settle();
  expect(job.code()).toBe(0);
});

test('PYE-7 http.server serves files and directories', async () => {
  const m = new ServiceMachine(programs, { '/srv/a.txt': 'x\n', '/srv/d/index.html': '<p>i</p>' });
  const job = m.start(['python', '-u', '-m', 'http.server', '8000'], { env: ENV, cwd: '/srv' });
  await m.settle();
  expect(job.out + job.err).toBe('Serving HTTP on 0.0.0.0 port 8000 (http://0.0.0.0:8000/) ...\n');
  expect(await ask(m, 'http://127.0.0.1:8000/')).toContain('<li><a href="a.txt">a.txt</a></li>\n<li><a href="d/">d/</a></li>');
  expect(await ask(m, 'http://127.0.0.1:8000/d/')).toContain('Content-Length: 8|');
  expect(await ask(m, 'http://127.0.0.1:8000/no')).toContain('<p>Message: File not found.</p>');
  expect(job.err).toContain('code 404, message File not found\n');
  m.signal(job, SIGNALS.INT);
  await m.settle();
  expect([job.code(), job.out]).toEqual([0, expect.stringContaining('\nKeyboard interrupt received, exiting.\n')]);
});
