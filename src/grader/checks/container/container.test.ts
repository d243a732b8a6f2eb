import { expect, it } from 'vitest';
import { type ContainerFacts, type GradeInput, grade } from '../../index.ts';
import { base, left, machine, right } from '../../testdata/machine.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';
import { container, run } from '../../testdata/running.ts';

const web = container('web', {
  image: left.id,
  env: ['MODE=prod', 'EMPTY='],
  labels: { team: 'blue' },
  memory: 67_108_864,
  health: { status: 'unhealthy', streak: 3 },
  mounts: [{ path: '/data', kind: 'volume', source: 'data' }],
  ports: [{ port: '80/tcp', host: 8080 }],
  exposed: ['443/tcp'],
  pid1: { argv: ['nginx', '-g', 'daemon off;'], uid: 1000, gid: 50 },
  argv: ['/start.sh', 'nginx'],
  restarted: true,
  files: { '/srv/index.html': 'hello\n' },
  logs: () => 'starting\nready\n',
  changes: () => [
    { kind: 'C', path: '/srv' },
    { kind: 'A', path: '/srv/new' },
    { kind: 'D', path: '/etc/motd' },
  ],
});
const job = container('job', { state: 'exited', exit: 137, oom: true, user: 'app' });
const idle = container('idle', { state: 'created', image: right.id });
const kept = container('kept');

const early = run(1, { container: 'job', stopped: 5 });
const before = machine([base], [kept, container('web'), container('idle')], {
  runs: [early, run(2, { container: 'web' })],
});
const after = machine([left, right, base], [web, job, idle, { ...kept, id: 'id of kept' }], {
  runs: [
    early,
    run(2, { container: 'web', stopped: 10_004, exit: 137 }),
    run(3, { container: 'web', stopped: 40, exit: 0 }),
    run(4, { container: 'gone', stopped: 10_000.4, exit: 137 }),
  ],
});
const input: GradeInput = { before, after, turns: [] };

const table: readonly Row[] = [
  ['container-exists', { container: 'web' }, true],
  ['container-exists', { container: 'none' }, ['There is no container named `none`.', '没有名为 `none` 的容器。']],
  ['container-absent', { container: 'none' }, true],
  ['container-absent', { container: 'job' }, ['There is a container named `job`; it is exited.', '有名为 `job` 的容器，状态是 exited。']],
  ['container-state', { container: 'web', state: 'running' }, true],
  [
    'container-state',
    { container: 'job', state: 'running' },
    ['`job` is exited; running is wanted.', '`job` 的状态是 exited，要求 running。'],
  ],
  ['container-count', { count: 4 }, true],
  ['container-count', { count: 1 }, ['4 containers in all, running or not; 1 wanted.', '现有 4 个容器（不论状态），要求 1 个。']],
  ['containers-in-state', { state: 'running', count: 2 }, true],
  [
    'containers-in-state',
    { state: 'exited', count: 2 },
    ['1 container in state exited; 2 wanted.', '处于 exited 状态的容器有 1 个，要求 2 个。'],
  ],
  ['containers-of', { image: 'left:1', count: 1 }, true],
  [
    'containers-of',
    { image: 'left:1', count: 2 },
    ['1 container made from `left:1`; 2 wanted.', '由 `left:1` 创建的容器有 1 个，要求 2 个。'],
  ],
  ['containers-of', { image: 'none:1', count: 0 }, ['There is no image named `none:1`.', '没有名为 `none:1` 的镜像。']],
  ['container-exit', { container: 'job', code: 137 }, true],
  ['container-exit', { container: 'job', code: 0 }, ['`job` ended with exit code 137; 0 is wanted.', '`job` 的退出码是 137，要求 0。']],
  [
    'container-exit',
    { container: 'web', code: 0 },
    ['`web` is running: it has not ended; an end with exit code 0 is wanted.', '`web` 的状态是 running，还没有结束；要求以退出码 0 结束。'],
  ],
  ['container-of', { container: 'web', image: 'left:1' }, true],
  [
    'container-of',
    { container: 'web', image: 'right:1' },
    [
      '`web` was made from `left:1`; `right:1`, now 696d61676520, is wanted.',
      '`web` 由 `left:1` 创建，要求由 `right:1`（现在是 696d61676520）创建。',
    ],
  ],
  ['container-unchanged', { container: 'kept' }, true],
  [
    'container-unchanged',
    { container: 'job' },
    ['`job` is another container than the one that was there at the start.', '`job` 已不是开始时的那个容器。'],
  ],
  ['container-unchanged', { container: 'idle' }, ['`idle` is created; running is wanted.', '`idle` 的状态是 created，要求 running。']],
  ['container-oom', { container: 'job', oom: true }, true],
  ['container-oom', { container: 'web', oom: 'false' }, true],
  [
    'container-oom',
    { container: 'job', oom: false },
    ['The kernel killed a process in `job` because its memory was used up.', '`job` 里有进程因内存用尽被内核杀死。'],
  ],
  [
    'container-oom',
    { container: 'web', oom: 'true' },
    ['Nothing in `web` was killed for want of memory; its exit code is 0.', '`web` 里没有进程因内存不足被杀死，它的退出码是 0。'],
  ],
  ['container-health', { container: 'web', health: 'unhealthy' }, true],
  ['container-health', { container: 'job', health: 'none' }, true],
  [
    'container-health',
    { container: 'web', health: 'healthy' },
    ['`web` is unhealthy, 3 failed probes in a row; healthy is wanted.', '`web` 的健康状态是 unhealthy（连续失败 3 次），要求 healthy。'],
  ],
  [
    'container-health',
    { container: 'job', health: 'healthy' },
    ['`job` has no health check; healthy is wanted.', '`job` 没有健康检查，要求 healthy。'],
  ],
  ['container-streak', { container: 'web', least: 3 }, true],
  [
    'container-streak',
    { container: 'web', least: 4 },
    ['3 health probes of `web` failed in a row; at least 4 wanted.', '`web` 的健康探测连续失败了 3 次，要求至少 4 次。'],
  ],
  ['container-streak', { container: 'job', least: 1 }, ['`job` has no health check.', '`job` 没有健康检查。']],
  ['container-argv', { container: 'web', argv: ['/start.sh', 'nginx'] }, true],
  [
    'container-argv',
    { container: 'web', argv: ['nginx'] },
    ['`web` starts `["/start.sh","nginx"]`; `["nginx"]` is wanted.', '`web` 启动的是 `["/start.sh","nginx"]`，要求 `["nginx"]`。'],
  ],
  ['container-pid1', { container: 'web', argv: ['nginx', '-g', 'daemon off;'] }, true],
  [
    'container-pid1',
    { container: 'web', argv: ['nginx'] },
    [
      'PID 1 of `web` is `["nginx","-g","daemon off;"]`; `["nginx"]` is wanted.',
      '`web` 的 1 号进程是 `["nginx","-g","daemon off;"]`，要求 `["nginx"]`。',
    ],
  ],
  [
    'container-pid1',
    { container: 'job', argv: ['sh'] },
    ['`job` is exited: nothing in it is PID 1 now.', '`job` 的状态是 exited，现在没有 1 号进程。'],
  ],
  ['container-logs', { container: 'web', text: 'ready' }, true],
  [
    'container-logs',
    { container: 'web', text: 'bye' },
    ['The log of `web` does not have "bye"; its last line is "ready".', '`web` 的日志里没有 "bye"，最后一行是 "ready"。'],
  ],
  [
    'container-logs',
    { container: 'job', text: 'bye' },
    ['`job` has written nothing; "bye" is wanted.', '`job` 没有任何输出，要求有 "bye"。'],
  ],
  ['container-logs-lack', { container: 'web', text: 'bye' }, true],
  ['container-logs-lack', { container: 'web', text: 'ready' }, ['The log of `web` has "ready".', '`web` 的日志里有 "ready"。']],
  ['container-diff', { container: 'web', changes: ['A /srv/new', 'C /srv', 'D /etc/motd'] }, true],
  ['container-diff', { container: 'job', changes: [] }, true],
  [
    'container-diff',
    { container: 'web', changes: ['A /a'] },
    ['`docker diff web` does not list `A /a`.', '`docker diff web` 没有列出 `A /a`。'],
  ],
  [
    'container-diff',
    { container: 'web', changes: ['C /srv'] },
    ['`docker diff web` also lists `A /srv/new`, `D /etc/motd`.', '`docker diff web` 还列出了 `A /srv/new`, `D /etc/motd`。'],
  ],
  ['container-diff-has', { container: 'web', change: 'D /etc/motd' }, true],
  [
    'container-diff-has',
    { container: 'web', change: 'A /x' },
    ['`docker diff web` does not list `A /x`.', '`docker diff web` 没有列出 `A /x`。'],
  ],
  [
    'container-diff-has',
    { container: 'web', change: 'C /etc/motd' },
    ['`docker diff web` lists `D /etc/motd`; `C /etc/motd` is wanted.', '`docker diff web` 列出的是 `D /etc/motd`，要求 `C /etc/motd`。'],
  ],
  ['container-file', { container: 'web', path: '/srv/index.html', text: 'hello' }, true],
  [
    'container-file',
    { container: 'web', path: '/srv/index.html', text: 'bye' },
    ['/srv/index.html in `web` reads "hello\\n", not "bye".', '`web` 里 /srv/index.html 的内容是 "hello\\n"，不是 "bye"。'],
  ],
  ['container-file', { container: 'web', path: '/none', text: '' }, ['No file /none can be read in `web`.', '`web` 里读不到文件 /none。']],
  ['container-file-absent', { container: 'web', path: '/none' }, true],
  [
    'container-file-absent',
    { container: 'web', path: '/srv/index.html' },
    ['/srv/index.html exists in `web`.', '`web` 里有 /srv/index.html。'],
  ],
  ['container-env', { container: 'web', name: 'MODE', value: 'prod' }, true],
  ['container-env', { container: 'web', name: 'EMPTY', value: '' }, true],
  [
    'container-env',
    { container: 'web', name: 'MODE', value: 'test' },
    ['MODE in `web` is "prod"; "test" is wanted.', '`web` 里 MODE 的值是 "prod"，要求 "test"。'],
  ],
  [
    'container-env',
    { container: 'web', name: 'MOD', value: 'test' },
    ['`web` has no variable MOD; MOD="test" is wanted.', '`web` 没有变量 MOD，要求 MOD="test"。'],
  ],
  ['container-user', { container: 'web', user: '1000' }, true],
  ['container-user', { container: 'web', user: 'app:staff' }, true],
  ['container-user', { container: 'web', user: 'app:50' }, true],
  ['container-user', { container: 'job', user: 'app' }, true],
  ['container-user', { container: 'idle', user: 'root' }, true],
  ['container-user', { container: 'idle', user: '0' }, true],
  [
    'container-user',
    { container: 'web', user: '1000:1000' },
    ['PID 1 of `web` runs as 1000:50 (user:group); 1000:1000 is wanted.', '`web` 的 1 号进程以 1000:50（用户:组）运行，要求 1000:1000。'],
  ],
  [
    'container-user',
    { container: 'web', user: 'nobody' },
    ['PID 1 of `web` runs as 1000:50 (user:group); nobody is wanted.', '`web` 的 1 号进程以 1000:50（用户:组）运行，要求 nobody。'],
  ],
  [
    'container-user',
    { container: 'idle', user: 'app' },
    ['`idle` does not run, and its config names the user root; app is wanted.', '`idle` 没有运行，配置里的用户是 root，要求 app。'],
  ],
  ['container-port', { container: 'web', port: '80/tcp', host: 8080 }, true],
  ['container-port', { container: 'web', port: '80', host: 8080 }, true],
  [
    'container-port',
    { container: 'web', port: '80/tcp', host: 80 },
    ['Port 80/tcp of `web` is published at 8080 on the host; 80 is wanted.', '`web` 的端口 80/tcp 发布在主机的 8080 上，要求 80。'],
  ],
  [
    'container-port',
    { container: 'web', port: '8080', host: 8080 },
    ['Port 8080 of the host leads to 80/tcp of `web`, not to 8080/tcp.', '主机的端口 8080 通向 `web` 的 80/tcp，而不是 8080/tcp。'],
  ],
  [
    'container-port',
    { container: 'web', port: '443', host: 443 },
    [
      '`web` declares port 443/tcp but does not publish it; 443 on the host is wanted.',
      '`web` 只声明了端口 443/tcp，没有发布；要求发布在主机的 443 上。',
    ],
  ],
  [
    'container-port',
    { container: 'job', port: '80', host: 80 },
    ['`job` does not publish port 80/tcp; 80 on the host is wanted.', '`job` 没有发布端口 80/tcp，要求发布在主机的 80 上。'],
  ],
  ['container-mount', { container: 'web', path: '/data', kind: 'volume' }, true],
  [
    'container-mount',
    { container: 'web', path: '/data', kind: 'bind' },
    ['At /data in `web` is a mount of kind volume; bind is wanted.', '`web` 的 /data 上是 volume 类型的挂载，要求 bind。'],
  ],
  [
    'container-mount',
    { container: 'web', path: '/db', kind: 'volume' },
    ['`web` has no mount at /db, only at /data; a volume is wanted.', '`web` 的 /db 上没有挂载，只有 /data；要求一个 volume。'],
  ],
  [
    'container-mount',
    { container: 'job', path: '/db', kind: 'tmpfs' },
    ['`job` has no mounts; a tmpfs at /db is wanted.', '`job` 没有任何挂载，要求 /db 上有一个 tmpfs。'],
  ],
  ['container-memory', { container: 'web', least: 1, most: 67_108_864 }, true],
  [
    'container-memory',
    { container: 'web', least: 1, most: 1024 },
    [
      'The memory limit of `web` is 67\u202f108\u202f864 bytes; 1 to 1\u202f024 are wanted.',
      '`web` 的内存上限是 67\u202f108\u202f864 字节，要求 1 到 1\u202f024 字节。',
    ],
  ],
  [
    'container-memory',
    { container: 'job', least: 1, most: 1024 },
    ['`job` has no memory limit; 1 to 1\u202f024 bytes are wanted.', '`job` 没有内存上限，要求 1 到 1\u202f024 字节。'],
  ],
  ['container-restarted', { container: 'web' }, true],
  [
    'container-restarted',
    { container: 'job' },
    ['`job` has not been started again after an end; it is exited.', '`job` 结束之后没有再次启动过，状态是 exited。'],
  ],
  ['container-stopped-within', { container: 'web', ms: 1000 }, true],
  [
    'container-stopped-within',
    { container: 'gone', ms: 1000 },
    [
      'Stopping `gone` took 10000 ms, and it ended with exit code 137; at most 1000 ms are wanted.',
      '停止 `gone` 用了 10000 毫秒，退出码是 137；要求不超过 1000 毫秒。',
    ],
  ],
  [
    'container-stopped-within',
    { container: 'job', ms: 1000 },
    ['No stop of `job` has been asked for and come to its end; it is exited.', '`job` 还没有被请求停止并因此结束过，状态是 exited。'],
  ],
  ['container-stopped-within', { container: 'none', ms: 1000 }, ['There is no container named `none`.', '没有名为 `none` 的容器。']],
  ['container-label', { container: 'web', label: 'team', value: 'blue' }, true],
  [
    'container-label',
    { container: 'web', label: 'team', value: 'red' },
    ['The label team of `web` is "blue"; "red" is wanted.', '`web` 的标签 team 是 "blue"，要求 "red"。'],
  ],
  [
    'container-label',
    { container: 'job', label: 'team', value: 'red' },
    ['`job` has no label team; team="red" is wanted.', '`job` 没有标签 team，要求 team="red"。'],
  ],
];

it.each(table)('GRC-1 %s %j', (...row) => expectRow(input, row));

it('GRC-1 every check of containers is met and unmet somewhere in the table', () => expectWhole('container', table));

it('GRC-2 the evidence names the container, and the paths that were looked at', () => {
  const say = { en: '', zh: '' };
  const found = (check: string, params: Record<string, unknown>) =>
    grade({ exercise: { id: 'x', traps: [], goals: [{ id: 'g', say, check, with: { container: 'web', ...params } }] }, input }).goals[0]
      ?.finding;
  const { id }: ContainerFacts = web;
  expect(found('container-state', { state: 'exited' })?.evidence).toEqual({ container: id });
  expect(found('container-diff', { changes: ['A /x', 'C /srv', 'A /srv/new', 'D /etc/motd'] })?.evidence).toEqual({
    container: id,
    paths: ['/x'],
  });
  expect(found('container-file', { path: '/srv/index.html', text: 'x' })?.evidence).toEqual({ container: id, paths: ['/srv/index.html'] });
});
