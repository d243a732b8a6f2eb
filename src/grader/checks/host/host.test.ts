import { it } from 'vitest';
import { emptyMachine, type GradeInput, type HostFacts } from '../../index.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';

const texts: Readonly<Record<string, string>> = {
  '/etc/docker/daemon.json': '{"mtu": 1400, "debug": false}',
  '/root/a.txt': 'one\ntwo\n',
  '/root/empty': '',
};
const host: HostFacts = {
  stat: (path) =>
    path in texts || path === '/root' || path === '/web.tar' || path === '/plain.tar'
      ? { path, kind: 'file', size: 1, mode: 0o644, uid: 0, gid: 0 }
      : undefined,
  text: (path) => texts[path],
  archive: (path) =>
    path === '/web.tar'
      ? { members: ['manifest.json', 'blobs/', './blobs/abc'], refs: ['web:1', 'shop:2'] }
      : path === '/plain.tar'
        ? { members: ['a'], refs: [] }
        : undefined,
  settings: () => ({
    debug: true,
    'insecure-registries': ['r:5000'],
    features: { 'containerd-snapshotter': true },
    'log-opts': { 'a.b': 'c' },
  }),
};
const input: GradeInput = { before: emptyMachine, after: { ...emptyMachine, host }, turns: [] };
const missing = ['/no does not exist on the machine.', '机器上没有 /no。'] as const;

const table: readonly Row[] = [
  ['host-has', { path: '/root/a.txt' }, true],
  ['host-has', { path: '/no' }, missing],
  ['host-absent', { path: '/no' }, true],
  ['host-absent', { path: '/root' }, ['/root exists on the machine.', '机器上有 /root。']],
  ['host-file', { path: '/root/a.txt', text: 'one\ntwo' }, true],
  ['host-file', { path: '/root/empty', text: '' }, true],
  [
    'host-file',
    { path: '/root/a.txt', text: 'one' },
    ['/root/a.txt reads "one\\ntwo\\n", not "one".', '/root/a.txt 的内容是 "one\\ntwo\\n"，不是 "one"。'],
  ],
  ['host-file', { path: '/root', text: 'one' }, ['/root is no regular file.', '/root 不是普通文件。']],
  ['host-file', { path: '/no', text: 'one' }, missing],
  ['host-file-contains', { path: '/root/a.txt', text: 'tw' }, true],
  ['host-file-contains', { path: '/root/a.txt', text: 'six' }, ['/root/a.txt does not contain "six".', '/root/a.txt 里没有 "six"。']],
  ['host-file-lacks', { path: '/root/a.txt', text: 'six' }, true],
  ['host-file-lacks', { path: '/root/a.txt', text: 'two' }, ['/root/a.txt contains "two" in line 2.', '/root/a.txt 的第 2 行有 "two"。']],
  ['host-file-lacks', { path: '/no', text: 'two' }, missing],
  ['archive-has', { path: '/web.tar', member: 'manifest.json' }, true],
  ['archive-has', { path: '/web.tar', member: 'blobs/abc' }, true],
  ['archive-has', { path: '/web.tar', member: '/blobs' }, true],
  [
    'archive-has',
    { path: '/web.tar', member: 'repositories' },
    ['The archive /web.tar has 3 members, none named repositories.', '归档 /web.tar 有 3 个成员，没有叫 repositories 的。'],
  ],
  ['archive-has', { path: '/root/a.txt', member: 'a' }, ['/root/a.txt is no tar archive.', '/root/a.txt 不是 tar 归档。']],
  ['archive-refs', { path: '/web.tar', refs: ['shop:2', 'web:1'] }, true],
  ['archive-refs', { path: '/plain.tar', refs: [] }, true],
  [
    'archive-refs',
    { path: '/web.tar', refs: ['web:1'] },
    [
      'The names in the archive /web.tar are `shop:2`, `web:1`; `web:1` is wanted.',
      '归档 /web.tar 里的名字是 `shop:2`, `web:1`，要求 `web:1`。',
    ],
  ],
  [
    'archive-refs',
    { path: '/plain.tar', refs: ['web:1'] },
    ['The archive /plain.tar names no image; `web:1` is wanted.', '归档 /plain.tar 里没有镜像名字，要求 `web:1`。'],
  ],
  ['archive-refs', { path: '/no', refs: ['web:1'] }, missing],
  ['daemon-setting', { key: 'debug', value: true }, true],
  ['daemon-setting', { key: 'insecure-registries', value: ['r:5000'] }, true],
  ['daemon-setting', { key: 'features.containerd-snapshotter', value: true }, true],
  ['daemon-setting', { key: 'log-opts.a.b', value: 'c' }, true],
  [
    'daemon-setting',
    { key: 'debug', value: 1 },
    ['The engine runs with debug set to true; 1 is wanted.', '引擎运行时 debug 是 true，要求 1。'],
  ],
  [
    'daemon-setting',
    { key: 'mtu', value: 1400 },
    [
      '/etc/docker/daemon.json says so, but the engine has not read mtu yet: it reads the file when it starts.',
      '/etc/docker/daemon.json 里已经写了，但引擎还没有读到 mtu：它只在启动时读这个文件。',
    ],
  ],
  [
    'daemon-setting',
    { key: 'features.x', value: false },
    ['The engine runs without the setting features.x; false is wanted.', '引擎运行时没有 features.x 这项设置，要求 false。'],
  ],
];

it.each(table)('LES-10 %s %j', (...row) => expectRow(input, row));

it('LES-10 every check of the host is met and unmet', () => expectWhole('host', table));
