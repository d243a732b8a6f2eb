import { expect, test } from 'vitest';
import { SIGNALS } from '../../kernel/index.ts';
import { ServiceMachine } from '../../testing/service.ts';
import { fetchHttp, textOf } from '../http/index.ts';
import { programs } from './index.ts';

const CONF = `ServerRoot "/usr/local/apache2"
Listen 80
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule dir_module modules/mod_dir.so
<IfModule unixd_module>
User nobody
</IfModule>
<Directory />
    AllowOverride none
    Require all denied
</Directory>
DocumentRoot "/usr/local/apache2/htdocs"
<Directory "/usr/local/apache2/htdocs">
    Options FollowSymLinks
    Require all granted
</Directory>
<IfModule dir_module>
    DirectoryIndex index.html
</IfModule>
ErrorLog /proc/self/fd/2
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
CustomLog /proc/self/fd/1 common
`;
const FILES = {
  '/usr/local/apache2/conf/httpd.conf': CONF,
  '/usr/local/apache2/htdocs/index.html': '<html><body><h1>It works!</h1></body></html>\n',
  '/usr/local/apache2/htdocs/d/x.txt': 'x',
  '/usr/local/apache2/logs/keep': '',
};
const ENV = { HTTPD_VERSION: '2.4.62' };

async function ask(m: ServiceMachine, path: string, method = 'GET'): Promise<string> {
  const answer = m.do(function* (p) {
    const { status, headers, body } = yield* fetchHttp(p, { url: `http://127.0.0.1${path}`, method });
    return `${status} ${headers.map(([name, value]) => `${name}=${value}`).join('|')} ${textOf(body)}`;
  });
  await m.settle(2);
  return (answer.value ?? 'no answer').replace(/Date=[^|]*/, 'Date');
}
const undated = (text: string): string => text.replace(/^\[\w{3} [^\]]*\]/gm, '[T]').replace(/\[\d\d\/[^\]]*\]/g, '[T]');

test('SRV-8 httpd serves, logs and stops gracefully as the real one', async () => {
  const m = new ServiceMachine(programs, FILES);
  const job = m.start(['httpd', '-DFOREGROUND'], { env: ENV });
  await m.settle();
  expect(undated(job.err)).toMatch(
    /^(AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using [\d.]+\. Set the 'ServerName' directive globally to suppress this message\n){2}\[T\] \[mpm_event:notice\] \[pid 2:tid 2\] AH00489: Apache\/2\.4\.62 \(Unix\) configured -- resuming normal operations\n\[T\] \[core:notice\] \[pid 2:tid 2\] AH00094: Command line: 'httpd -D FOREGROUND'\n$/,
  );
  expect(await ask(m, '/')).toMatch(
    /^200 Date\|Server=Apache\/2\.4\.62 \(Unix\)\|Last-Modified=Tue, 14 Nov 2023 22:13:20 GMT\|ETag="2d-[0-9a-f]+"\|Accept-Ranges=bytes\|Content-Length=45\|Connection=close\|Content-Type=text\/html <html>/,
  );
  expect(await ask(m, '/nope')).toContain(
    '404 Date|Server=Apache/2.4.62 (Unix)|Content-Length=236|Connection=close|Content-Type=text/html; charset=iso-8859-1 <!DOCTYPE HTML PUBLIC',
  );
  expect(await ask(m, '/d')).toContain('Location=http://127.0.0.1/d/|Content-Length=');
  expect(await ask(m, '/d/')).toContain("<p>You don't have permission to access this resource.</p>");
  expect(await ask(m, '/', 'PUT')).toContain('405 Date|Server=Apache/2.4.62 (Unix)|Allow=OPTIONS,HEAD,GET,POST,TRACE|Content-Length=260');
  expect(undated(job.out)).toContain('127.0.0.1 - - [T] "GET /nope HTTP/1.1" 404 236\n');
  const second = await m.run(['httpd', '-DFOREGROUND'], { env: ENV });
  expect(second.out).toBe('httpd (pid 2) already running\n');
  m.signal(job, SIGNALS.WINCH);
  await m.settle();
  expect([job.code(), undated(job.err)]).toEqual([0, expect.stringContaining('AH00492: caught SIGWINCH, shutting down gracefully\n')]);
});

test('SRV-9 httpd refuses configurations with its words, and a port that is taken', async () => {
  const refused = async (text: string): Promise<string> =>
    (await new ServiceMachine(programs, { ...FILES, '/c': text }).run(['httpd', '-t', '-f', '/c'], { env: ENV })).err;
  expect(await refused('Foo bar\n')).toBe(
    "AH00526: Syntax error on line 1 of /c:\nInvalid command 'Foo', perhaps misspelled or defined by a module not included in the server configuration\n",
  );
  expect(await refused('<Directory /x>\n')).toBe('httpd: Syntax error on line 1 of /c: /c:1: <Directory> was not closed.\n');
  expect(await refused('Listen 80\n')).toBe('AH00534: httpd: Configuration error: No MPM loaded.\n');
  const m = new ServiceMachine(programs, { ...FILES, '/c': CONF.replace('Listen 80', 'Listen 80\nPidFile /tmp.pid') });
  m.start(['httpd', '-DFOREGROUND'], { env: ENV });
  await m.settle();
  const second = await m.run(['httpd', '-DFOREGROUND', '-f', '/c'], { env: ENV });
  expect([second.code(), second.err]).toEqual([
    1,
    expect.stringContaining(
      '(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:80\nno listening sockets available, shutting down\nAH00015: Unable to open logs\n',
    ),
  ]);
});
