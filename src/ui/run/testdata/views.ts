// Containers as the engine tells them, by hand for the picture's tests.
import type { ContainerRunView, ContainerView, ProcessView } from '../../session/view/index.ts';

export const START = 1_767_225_600;

export const process = (pid: number, ppid: number, argv: readonly string[], more: Partial<ProcessView> = {}): ProcessView => ({
  pid,
  ppid,
  user: 'root',
  cwd: '/',
  argv,
  command: argv[0]?.split('/').at(-1) ?? '',
  state: 'sleeping',
  joined: false,
  handles: [],
  ignores: [],
  listens: [],
  ...more,
});

const plain: ContainerRunView = {
  id: 'aa'.repeat(32),
  name: 'c1',
  imageRef: 'busybox',
  state: 'running',
  exitCode: 0,
  error: '',
  oomKilled: false,
  startedAt: START,
  restartCount: 0,
  restartPolicy: 'no',
  argv: ['sleep', '1000'],
  own: { cmd: ['sleep', '1000'] },
  image: { cmd: ['sh'] },
  shell: ['/bin/sh', '-c'],
  init: false,
  tty: false,
  user: '',
  cwd: '/',
  stopSignal: 'SIGTERM',
  stopTimeout: 10,
  processes: [process(1, 0, ['sleep', '1000'])],
  events: [{ at: START, kind: 'start', again: false }],
  ports: [],
  mounts: [],
  networks: [{ name: 'bridge', driver: 'bridge', address: '172.17.0.2' }],
  memory: 0,
  readonlyRoot: false,
};

/** A web server that handles its signal, with a volume, a published port and a health check. */
export const web: ContainerRunView = {
  ...plain,
  id: 'bb'.repeat(32),
  name: 'web',
  imageRef: 'nginx',
  argv: ['/docker-entrypoint.sh', 'nginx', '-g', 'daemon off;'],
  own: { entrypoint: ['/docker-entrypoint.sh'], cmd: ['nginx', '-g', 'daemon off;'] },
  image: { entrypoint: ['/docker-entrypoint.sh'], cmd: ['nginx', '-g', 'daemon off;'] },
  stopSignal: 'SIGQUIT',
  processes: [
    process(1, 0, ['nginx: master process nginx -g daemon off;'], { command: 'nginx', handles: ['HUP', 'INT', 'QUIT', 'TERM', 'WINCH'], listens: [80] }),
    process(29, 1, ['nginx: worker process'], { user: 'nginx' }),
    process(60, 0, ['sh'], { joined: true, cwd: '/srv' }),
  ],
  events: [
    { at: START, kind: 'start', again: false },
    { at: START + 2, kind: 'probe', end: START + 2, exitCode: 1, output: '', streak: 0, status: 'starting', forgiven: true },
    { at: START + 4, kind: 'probe', end: START + 4, exitCode: 0, output: '', streak: 0, status: 'healthy', forgiven: false },
    { at: START + 6, kind: 'probe', end: START + 6, exitCode: 0, output: '', streak: 0, status: 'healthy', forgiven: false },
    { at: START + 7, kind: 'exec', argv: ['sh'] },
    { at: START + 8, kind: 'probe', end: START + 8, exitCode: 1, output: '', streak: 1, status: 'healthy', forgiven: false },
    { at: START + 9, kind: 'signal', signal: 'HUP', pid: 1, command: 'nginx', from: 60, outcome: 'handled' },
  ],
  health: { status: 'healthy', streak: 1, command: 'curl -f localhost', interval: 2, timeout: 30, startPeriod: 3, retries: 3 },
  ports: [
    { port: 80, protocol: 'tcp', host: { address: '0.0.0.0', port: 8080, open: true }, listener: 1 },
    { port: 81, protocol: 'tcp', host: { address: '0.0.0.0', port: 8081, open: true } },
    { port: 9000, protocol: 'tcp', host: { address: '127.0.0.1', port: 9000, open: true }, listener: 60, loopback: true },
    { port: 443, protocol: 'tcp' },
  ],
  mounts: [
    {
      type: 'volume',
      target: '/data',
      source: 'data',
      anonymous: false,
      writable: true,
      files: 2,
      bytes: 1300,
      entries: [
        { path: '/new', kind: 'file', size: 1000, fromImage: false },
        { path: '/old', kind: 'file', size: 300, fromImage: true },
      ],
      sharedWith: ['backup'],
    },
    { type: 'bind', target: '/src', source: '/root/app', anonymous: false, writable: false, files: 1, bytes: 84, entries: [{ path: '/Dockerfile', kind: 'file', size: 84, fromImage: false }], sharedWith: [] },
    { type: 'tmpfs', target: '/tmp', source: '', anonymous: false, writable: true, files: 0, bytes: 0, entries: [], sharedWith: [] },
  ],
};

export const webLayer: ContainerView = {
  id: web.id,
  name: 'web',
  image: 'sha256:00',
  imageRef: 'nginx',
  state: 'running',
  status: 'Up 9 seconds',
  size: 4,
  changes: [{ kind: 'A', path: '/var/run/nginx.pid', entryKind: 'file', size: 4 }],
} as unknown as ContainerView;

/** A shell form that keeps a shell as PID 1: it was stopped and had to be killed. */
export const deaf: ContainerRunView = {
  ...plain,
  name: 'deaf',
  state: 'exited',
  exitCode: 137,
  argv: ['/bin/sh', '-c', 'app; true', 'run', 'fast'],
  own: { entrypoint: ['/bin/sh', '-c', 'app; true'], cmd: ['run', 'fast'] },
  image: { entrypoint: ['/bin/sh', '-c', 'app; true'], cmd: ['serve'] },
  events: [
    { at: START, kind: 'start', again: false },
    { at: START + 5, kind: 'grace', seconds: 10 },
    { at: START + 5, kind: 'signal', signal: 'TERM', pid: 1, command: 'sh', from: 'engine', outcome: 'unheard' },
    { at: START + 15, kind: 'signal', signal: 'KILL', pid: 1, command: 'sh', from: 'engine', outcome: 'ended' },
    { at: START + 15, kind: 'exit', exitCode: 137, signal: 'KILL', oom: false },
  ],
  processes: [process(1, 0, ['/bin/sh', '-c', 'app; true', 'run', 'fast'], { state: 'ended' }), process(7, 1, ['app'])],
};

/** It ends at once, again and again, and in the end for memory. */
export const looping: ContainerRunView = {
  ...plain,
  name: 'looping',
  state: 'restarting',
  restartPolicy: 'always',
  restartCount: 2,
  exitCode: 137,
  memory: 8_388_608,
  processes: [],
  events: [
    { at: START, kind: 'start', again: false },
    { at: START + 1, kind: 'exit', exitCode: 3, oom: false },
    { at: START + 1, kind: 'restart', delay: 0.1 },
    { at: START + 1.1, kind: 'start', again: true },
    { at: START + 2.1, kind: 'oom' },
    { at: START + 2.1, kind: 'exit', exitCode: 137, signal: 'KILL', oom: true },
    { at: START + 2.1, kind: 'restart', delay: 0.2 },
  ],
};
