import { expect, test } from 'vitest';
import { type Job, ServiceMachine } from '../../testing/service.ts';
import { programs as nginx } from '../nginx/index.ts';
import { programs } from './index.ts';
import { logs } from './log.ts';

const CONF = `user nobody;
worker_processes 1;
# pid /run/other.pid;
pid /run/nginx.pid;
events { worker_connections 64; }
http {
  access_log /dev/null;
  server { listen 80; location / { return 200 "up\\n"; } }
}
`;
const FILES = {
  '/usr/sbin/nginx': '*nginx',
  '/usr/sbin/service': '*host-tools',
  '/etc/init.d/nginx': '*init-script',
  '/etc/init.d/own': '#!/bin/sh\necho "own $1 [$TERM] [$HOME]"\n',
  '/etc/init.d/picky': '#!/bin/sh\necho "Usage: picky {start}" >&2\nexit 1\n',
  '/etc/init.d/nobody': '*init-script',
  '/etc/init.d/README': 'text',
  '/etc/nginx/nginx.conf': CONF,
  '/run/keep': '',
  '/var/log/nginx/keep': '',
  '/var/lib/nginx/keep': '',
  '/var/lib/dpkg/status': 'Package: init-system-helpers\nStatus: install ok installed\nVersion: 1.65.2+deb12u1\n\n',
};
const machine = (files: Readonly<Record<string, string>> = {}) => new ServiceMachine({ ...nginx, ...programs }, { ...FILES, ...files });

/** One command to its end, which may take some virtual seconds. */
async function say(m: ServiceMachine, line: string): Promise<string> {
  const job: Job = m.start(['/bin/sh', '-c', line]);
  for (let tries = 0; tries < 40 && job.code() === undefined; tries++) await m.settle(1);
  return `${job.out}${job.err}[${job.code()}]`;
}

/** What a Debian 12 with nginx 1.22 answered, line by line. */
const RECORDED: readonly (readonly [line: string, answer: string])[] = [
  ['service nginx status', 'nginx is not running ... failed!\n[3]'],
  ['service nginx start', 'Starting nginx: nginx.\n[0]'],
  ['service nginx status', 'nginx is running.\n[0]'],
  ['service nginx start', 'Starting nginx: nginx.\n[0]'],
  ['service nginx reload', 'Reloading nginx configuration: nginx.\n[0]'],
  ['service nginx restart', 'Restarting nginx: nginx.\n[0]'],
  ['service nginx stop', 'Stopping nginx: nginx.\n[0]'],
  ['service nginx stop', 'Stopping nginx: nginx.\n[0]'],
  ['service nginx status', 'nginx is not running ... failed!\n[3]'],
  ['service nginx', 'Usage: nginx {start|stop|restart|reload|force-reload|status|configtest|rotate|upgrade}\n[3]'],
  ['service nginx frobnicate', 'Usage: nginx {start|stop|restart|reload|force-reload|status|configtest|rotate|upgrade}\n[3]'],
  ['service nope start', 'nope: unrecognized service\n[1]'],
  ['service', 'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n[1]'],
  ['service --version', 'service ver. 1.65.2+deb12u1\n[0]'],
  ['service --help', 'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n[0]'],
  ['/etc/init.d/nginx start', 'Starting nginx: nginx.\n[0]'],
  ['service nginx configtest', 'Testing nginx configuration:.\n[0]'],
  ['service nginx rotate', 'Re-opening nginx log files: nginx.\n[0]'],
  ['service nginx force-reload', 'Reloading nginx configuration: nginx.\n[0]'],
  ['service nginx --full-restart', 'Stopping nginx: nginx.\nStarting nginx: nginx.\n[0]'],
  ["echo 'oops;' >> /etc/nginx/nginx.conf; service nginx configtest", 'Testing nginx configuration: failed!\n[1]'],
  ['service nginx reload', 'Reloading nginx configuration: nginx failed!\n[1]'],
  ['service nginx restart', 'Restarting nginx: nginx failed!\n[1]'],
  ['service nginx status', 'nginx is running.\n[0]'],
  ['service nginx stop', 'Stopping nginx: nginx.\n[0]'],
  ['service nginx start', 'Starting nginx: nginx failed!\n[1]'],
];

test('SRV-20 service and the init script of nginx say and do what those of Debian 12 do', async () => {
  const m = machine();
  for (const [line, answer] of RECORDED) expect([line, await say(m, line)]).toEqual([line, answer]);
});

test('SRV-20 what the script starts serves, and another process serves after a restart', async () => {
  const m = machine();
  await say(m, 'service nginx start');
  const first = await say(m, 'cat /run/nginx.pid');
  expect(await say(m, 'wget -qO- http://127.0.0.1/')).toBe('up\n[0]');
  await say(m, 'service nginx restart');
  expect(await say(m, 'wget -qO- http://127.0.0.1/')).toBe('up\n[0]');
  expect(await say(m, 'cat /run/nginx.pid')).not.toBe(first);
  await say(m, 'service nginx stop');
  expect(await say(m, 'test -e /run/nginx.pid')).toBe('[1]');
  expect(await say(m, 'wget -qO- http://127.0.0.1/')).toContain('Connection refused');
});

test('SRV-21 a script runs in / with an environment of its own; all are asked, those that know no status are marked', async () => {
  const m = machine();
  expect(await say(m, 'TERM=xterm HOME=/root service own go')).toBe('own go [xterm] []\n[0]');
  await say(m, 'service nginx start');
  expect(await say(m, 'service --status-all 2>&1')).toBe(' [ + ]  nginx\n [ - ]  nobody\n [ + ]  own\n [ ? ]  picky\n[0]');
  expect(await say(m, 'service nobody start')).toBe('/etc/init.d/nobody: not simulated by Strata\n[126]');
  expect(await say(m, 'service README start')).toBe('README: unrecognized service\n[1]');
});

test('SRV-22 Ubuntu has words of its own, with colours on a terminal', async () => {
  const m = machine({ '/etc/os-release': 'ID=ubuntu\nVERSION_ID="22.04"\n' });
  const recorded: readonly (readonly [string, string])[] = [
    ['service nginx status', ' * nginx is not running\n[3]'],
    ['service nginx start', ' * Starting nginx nginx\n   ...done.\n[0]'],
    ['service nginx status', ' * nginx is running\n[0]'],
    ['service nginx configtest', ' * Testing nginx configuration\n   ...done.\n[0]'],
    [
      "service nginx stop; echo 'oops;' >> /etc/nginx/nginx.conf; service nginx start",
      ' * Stopping nginx nginx\n   ...done.\n * Starting nginx nginx\n   ...fail!\n[1]',
    ],
  ];
  for (const [line, answer] of recorded) expect([line, await say(m, line)]).toEqual([line, answer]);
  const written: string[] = [];
  const log = (version: string) =>
    m.do(function* (p) {
      p.env.set('TERM', 'xterm');
      p.fs.writeFile('/etc/os-release', new TextEncoder().encode(`ID=ubuntu\nVERSION_ID="${version}"\n`));
      p.isatty = () => true;
      p.io.at = () => ({ columns: 80 }) as ReturnType<typeof p.io.at>;
      p.write = function* (_, data) {
        written.push(String(data));
      };
      const { begin, end, say: tell } = logs(p);
      yield* begin('Starting nginx', 'nginx');
      yield* end(0);
      yield* begin('Testing nginx configuration');
      yield* end(1);
      yield* tell('nginx is not running', false);
    });
  log('22.04');
  log('24.04');
  await m.settle();
  expect(written.join('')).toBe(
    [['\x1b[39;49m'], ['\x1b[0m']]
      .map(
        ([normal]) =>
          ` * Starting nginx nginx       \x1b[80G \r\x1b[74G[ OK ]\n * Testing nginx configuration       \x1b[80G \r\x1b[74G[\x1b[31mfail${normal}]\n \x1b[31m*${normal} nginx is not running\n`,
      )
      .join(''),
  );
});
