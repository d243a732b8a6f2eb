import { expect, test } from 'vitest';
import { SIGNALS } from '../../kernel/index.ts';
import { ServiceMachine } from '../../testing/service.ts';
import { fetchHttp, textOf } from '../http/index.ts';
import { programs } from './index.ts';

const CONF = `user nobody;
worker_processes 2;
pid /run/nginx.pid;
error_log /dev/stderr notice;
events { worker_connections 64; }
http {
  include mime.types;
  default_type application/octet-stream;
  log_format main '$remote_addr "$request" $status $body_bytes_sent';
  access_log /dev/stdout main;
  server {
    listen 80;
    root /srv;
    location /r { return 302 http://x/y; }
    location /t { return 200 "hello $arg_who\\n"; }
    location /al/ { alias /srv/; }
    location /deny { deny all; }
    location ~* \\.(png|jpg)$ { return 403; }
    location = /exact { return 204; }
    location /px/ { proxy_pass http://127.0.0.1:81/; }
    location /spa { try_files $uri /index.html; }
    error_page 404 /missing.html;
  }
  server { listen 81; server_name back; location / { return 200 "back:$uri:$http_host"; } }
}
`;
const FILES = {
  '/etc/nginx/nginx.conf': CONF,
  '/etc/nginx/mime.types': 'types { text/html html htm; text/plain txt; }',
  '/srv/index.html': '<h1>hi</h1>\n',
  '/srv/a.txt': 'x\n',
  '/srv/d/deep/x.txt': 'y',
  '/run/keep': '',
  '/var/cache/nginx/keep': '',
  '/var/log/nginx/keep': '',
};
const ENV = { NGINX_VERSION: '1.27.3' };

function machine(files: Readonly<Record<string, string>> = {}): ServiceMachine {
  return new ServiceMachine(programs, { ...FILES, ...files });
}
async function ask(m: ServiceMachine, path: string, method = 'GET', headers: [string, string][] = []): Promise<string> {
  const answer = m.do(function* (p) {
    const { status, headers: got, body } = yield* fetchHttp(p, { url: `http://127.0.0.1${path}`, method, headers });
    return `${status} ${got.map(([name, value]) => `${name}=${value}`).join('|')} ${textOf(body)}`;
  });
  await m.settle(2);
  return (answer.value ?? 'no answer').replace(/Date=[^|]*/, 'Date');
}

test('SRV-1 nginx serves files, directories, redirects and errors with the fields and pages of the real one', async () => {
  const m = machine();
  const job = m.start(['nginx', '-g', 'daemon off;'], { env: ENV });
  await m.settle();
  expect(await ask(m, '/')).toBe(
    '200 Server=nginx/1.27.3|Date|Content-Type=text/html|Content-Length=12|Last-Modified=Tue, 14 Nov 2023 22:13:20 GMT|Connection=close|ETag="6553f100-c"|Accept-Ranges=bytes <h1>hi</h1>\n',
  );
  expect(await ask(m, '/d')).toContain(
    '301 Server=nginx/1.27.3|Date|Content-Type=text/html|Content-Length=169|Location=http://127.0.0.1/d/|Connection=close',
  );
  expect(await ask(m, '/d/')).toContain('<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx/1.27.3</center>');
  expect(await ask(m, '/nope')).toContain('404 ');
  expect(await ask(m, '/r')).toContain(
    '302 Server=nginx/1.27.3|Date|Content-Type=text/html|Content-Length=145|Connection=close|Location=http://x/y',
  );
  expect(await ask(m, '/t?who=me')).toContain('application/octet-stream|Content-Length=9|Connection=close hello me\n');
  expect(await ask(m, '/al/a.txt')).toContain('Content-Type=text/plain|Content-Length=2');
  expect(await ask(m, '/deny')).toContain('403 ');
  expect(await ask(m, '/x.PNG')).toContain('403 ');
  expect(await ask(m, '/exact')).toBe('204 Server=nginx/1.27.3|Date|Connection=close ');
  expect(await ask(m, '/spa/any')).toContain('200 ');
  expect(await ask(m, '/index.html', 'POST')).toContain('405 Not Allowed</h1>');
  expect(await ask(m, '/', 'HEAD')).toContain('Content-Length=12');
  expect(await ask(m, '/', 'GET', [['If-None-Match', '"6553f100-c"']])).toBe(
    '304 Server=nginx/1.27.3|Date|Last-Modified=Tue, 14 Nov 2023 22:13:20 GMT|Connection=close|ETag="6553f100-c" ',
  );
  expect(await ask(m, '/', 'GET', [['Range', 'bytes=0-3']])).toContain('Content-Range=bytes 0-3/12 <h1>');
  expect(await ask(m, '/px/abc?d')).toContain('back:/abc:127.0.0.1:81');
  expect(await ask(m, '/../x')).toContain('400 Bad Request');
  expect(job.out).toContain('127.0.0.1 "GET /nope HTTP/1.1" 404 153\n');
  expect(job.err).toContain(
    '[error] 3#3: *3 directory index of "/srv/d/" is forbidden, client: 127.0.0.1, server: , request: "GET /d/ HTTP/1.1", host: "127.0.0.1"\n',
  );
});

test('SRV-2 nginx has a master and workers, and does what signals ask: quit, terminate, reload, reopen', async () => {
  const m = machine();
  const job = m.start(['nginx', '-g', 'daemon off;'], { env: ENV });
  await m.settle();
  const pid = job.process.pid;
  const titles = (): string[] =>
    m.kernel
      .inNamespace(m.ns)
      .filter(({ status }) => status === undefined)
      .map((each) => each.argv.join(' '));
  expect(titles().slice(1)).toEqual(['nginx: master process nginx -g daemon off;', 'nginx: worker process', 'nginx: worker process']);
  expect(m.text('/run/nginx.pid')).toBe(`${pid}\n`);
  const reload = await m.run(['nginx', '-s', 'reload'], { env: ENV });
  expect([reload.code(), reload.err, m.text('/var/log/nginx/error.log').replace(/^\S+ \S+/, 'T')]).toEqual([
    0,
    '',
    'T [notice] 5#5: signal process started\n',
  ]);
  await m.settle();
  expect(job.err).toContain(`[notice] ${pid}#${pid}: signal 1 (SIGHUP) received from 5, reconfiguring`);
  expect(titles().slice(1)).toHaveLength(3);
  m.signal(job, SIGNALS.QUIT);
  await m.settle();
  expect(job.code()).toBe(0);
  expect(job.err).toContain(`[notice] ${pid}#${pid}: signal 3 (SIGQUIT) received, shutting down`);
  expect(job.err).toMatch(/worker process \d+ exited with code 0\n.*notice\] 2#2: exit\n$/);
});

test('SRV-3 without "daemon off" nginx goes on as a daemon and its first process ends', async () => {
  const m = machine();
  const job = m.start(['nginx'], { env: ENV });
  await m.settle();
  expect(job.code()).toBe(0);
  expect(await ask(m, '/')).toContain('200 ');
  const second = await m.run(['nginx'], { env: ENV });
  expect(second.code()).toBe(1);
  expect(second.err).toContain('nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\n');
  expect(second.err).toContain('nginx: [emerg] still could not bind()\n');
});

const REFUSED: readonly (readonly [string, string])[] = [
  ['foo bar;', 'unknown directive "foo" in /c:2'],
  ['http { server { listen 8 }\n}', 'unexpected "}" in /c:2'],
  ['http {', 'unexpected end of file, expecting "}" in /c:2'],
  ['}', 'unexpected "}" in /c:2'],
  ['server { }', '"server" directive is not allowed here in /c:2'],
  ['http { root; }', 'invalid number of arguments in "root" directive in /c:2'],
  ['http { server { location / { proxy_pass http://nosuchapp:80/; } } }', 'host not found in upstream "nosuchapp" in /c:2'],
  ['http { server { listen 81; listen 81; } }', 'a duplicate listen 0.0.0.0:81 in /c:2'],
  ['http { include nosuch.conf; }', 'open() "/nosuch.conf" failed (2: No such file or directory) in /c:2'],
  ['http { server { location / { } location / { } } }', 'duplicate location "/" in /c:2'],
  ['http { server { listen abc:zz; } }', 'invalid port in "abc:zz" of the "listen" directive in /c:2'],
  ['worker_processes x;', '"worker_processes" directive invalid value in /c:2'],
  ['http { root /a; root /b; }', '"root" directive is duplicate in /c:2'],
  ['http { log_format main "$nosuch"; }', 'unknown "nosuch" variable'],
  ['user nosuch;', 'getpwnam("nosuch") failed in /c:2'],
  ['http { server { location / { return 200 "abc; } } }', 'unexpected end of file, expecting ";" or "}" in /c:2'],
  ['http { gzip maybe; }', 'invalid value "maybe" in "gzip" directive, it must be "on" or "off" in /c:2'],
  ['http { proxy_pass http://a; }', '"proxy_pass" directive is not allowed here in /c:2'],
  ['http { server { location / { fastcgi_pass a:9000; } } }', 'strata: "fastcgi_pass" directive is not simulated in /c:2'],
];

test('SRV-4 nginx -t refuses what the real one refuses, with file and line', async () => {
  for (const [line, message] of REFUSED) {
    const m = machine({ '/c': `events{}\n${line}` });
    const { err, code } = await m.run(['nginx', '-t', '-c', '/c'], { env: { NGINX_VERSION: '1.27.3' } });
    expect([line, err.split('\n').find((each) => each.startsWith('nginx: [emerg]')), code()]).toEqual([
      line,
      `nginx: [emerg] ${message}`,
      1,
    ]);
    expect(err).toContain('nginx: configuration file /c test failed\n');
  }
  const fine = await machine().run(['nginx', '-t'], { env: ENV });
  expect([fine.err, fine.code()]).toEqual([
    'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n',
    0,
  ]);
});
