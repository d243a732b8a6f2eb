import { it } from 'vitest';
import type { GradeInput } from '../../index.ts';
import { machine } from '../../testdata/machine.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';
import { container } from '../../testdata/running.ts';

const volume = (name: string, anonymous: boolean, files: Readonly<Record<string, string>> = {}) => ({
  name,
  anonymous,
  text: (path: string) => files[path],
});
const after = machine([], [container('web', { networks: ['app', 'bridge'] }), container('alone', { networks: [] })], {
  volumes: [volume('data', false, { '/note': 'kept\n' }), volume('ab12', true)],
  networks: ['app', 'other', 'bridge'].map((name) => ({ name, driver: 'bridge' })),
});
const input: GradeInput = { before: machine([]), after, turns: [] };

const table: readonly Row[] = [
  ['volume-exists', { volume: 'data' }, true],
  ['volume-exists', { volume: 'none' }, ['There is no volume named `none`.', '没有名为 `none` 的卷。']],
  ['volume-absent', { volume: 'none' }, true],
  ['volume-absent', { volume: 'data' }, ['There is a volume named `data`.', '有名为 `data` 的卷。']],
  ['volume-count', { count: 2 }, true],
  ['volume-count', { count: 1 }, ['There are 2 volumes, 1 of them anonymous; 1 wanted.', '现有 2 个卷，其中 1 个是匿名卷；要求 1 个。']],
  ['volume-file', { volume: 'data', path: '/note', text: 'kept' }, true],
  [
    'volume-file',
    { volume: 'data', path: '/note', text: 'lost' },
    ['/note in the volume `data` reads "kept\\n", not "lost".', '卷 `data` 里 /note 的内容是 "kept\\n"，不是 "lost"。'],
  ],
  [
    'volume-file',
    { volume: 'data', path: '/x', text: 'lost' },
    ['No file /x can be read in the volume `data`.', '卷 `data` 里读不到文件 /x。'],
  ],
  ['network-exists', { network: 'app' }, true],
  ['network-exists', { network: 'none' }, ['There is no network named `none`.', '没有名为 `none` 的网络。']],
  ['container-network', { container: 'web', network: 'app' }, true],
  [
    'container-network',
    { container: 'web', network: 'other' },
    ['`web` is connected to `app`, `bridge`; `other` is wanted.', '`web` 连接的网络是 `app`, `bridge`，要求 `other`。'],
  ],
  [
    'container-network',
    { container: 'alone', network: 'app' },
    ['`alone` is connected to no network; `app` is wanted.', '`alone` 没有连接任何网络，要求 `app`。'],
  ],
  ['container-network', { container: 'web', network: 'none' }, ['There is no network named `none`.', '没有名为 `none` 的网络。']],
];

it.each(table)('GRC-20 %s %j', (...row) => expectRow(input, row));

it('GRC-20 every check of volumes and networks is met and unmet somewhere in the table', () => expectWhole('volume', table));
