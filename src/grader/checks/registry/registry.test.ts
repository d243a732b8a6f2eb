import { it } from 'vitest';
import type { GradeInput, PushFacts } from '../../index.ts';
import { left, machine, right } from '../../testdata/machine.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';
import { registry } from '../../testdata/running.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const one = { digest: digest('1'), layers: [digest('a'), digest('b')] };
const push = (number: number, reference: string, ...sizes: readonly number[]): PushFacts => ({
  number,
  reference,
  blobs: sizes.map((size, index) => ({ digest: digest(String(index)), size })),
});

const HOST = 'localhost:5000';
const before = machine([], [], {
  registries: registry({ [`${HOST}/web:1`]: one, [`${HOST}/web:prod`]: one }),
  pushes: [push(1, `${HOST}/web:1`, 5000)],
});
const after = machine([{ ...left, digests: [`${HOST}/left@${digest('1')}`] }, right], [], {
  registries: registry({
    [`${HOST}/web:1`]: one,
    [`${HOST}/web:prod`]: { digest: digest('2'), layers: [digest('b'), digest('c')], platforms: ['linux/arm64', 'linux/amd64'] },
    [`${HOST}/web:same`]: one,
  }),
  pushes: [...before.pushes, push(2, `${HOST}/web:prod`, 9999, 9999), push(3, `${HOST}/web:prod`, 2000, 345)],
});
const input: GradeInput = { before, after, turns: [] };
const ref = (tag: string) => `${HOST}/web:${tag}`;

const table: readonly Row[] = [
  ['registry-has', { reference: ref('1') }, true],
  [
    'registry-has',
    { reference: ref('9') },
    [
      'The registry has no `localhost:5000/web:9`; the tags there are: 1, prod, same.',
      '仓库里没有 `localhost:5000/web:9`，现有的标签是：1, prod, same。',
    ],
  ],
  [
    'registry-has',
    { reference: `${HOST}/shop:1` },
    [
      'The registry has no repository `localhost:5000/shop`, so no `localhost:5000/shop:1` either.',
      '仓库里没有 `localhost:5000/shop` 这个镜像库，也就没有 `localhost:5000/shop:1`。',
    ],
  ],
  [
    'registry-has',
    { reference: 'localhost:6000/web:1' },
    ['No registry answers at `localhost:6000`.', '`localhost:6000` 上没有仓库应答。'],
  ],
  [
    'registry-has',
    { reference: 'learner/web:1' },
    ['Nothing has been pushed to `learner/web` on Docker Hub.', '还没有向 Docker Hub 的 `learner/web` 推送过任何东西。'],
  ],
  [
    'registry-tags',
    { repository: 'learner/web', tags: [] },
    ['Nothing has been pushed to `learner/web` on Docker Hub.', '还没有向 Docker Hub 的 `learner/web` 推送过任何东西。'],
  ],
  ['registry-lacks', { reference: ref('9') }, true],
  ['registry-lacks', { reference: 'localhost:6000/web:1' }, true],
  [
    'registry-lacks',
    { reference: ref('1') },
    ['The registry has `localhost:5000/web:1`: sha256:111111111111.', '仓库里有 `localhost:5000/web:1`：sha256:111111111111。'],
  ],
  ['registry-same-digest', { a: ref('1'), b: ref('same') }, true],
  [
    'registry-same-digest',
    { a: ref('1'), b: ref('prod') },
    [
      '`localhost:5000/web:1` is sha256:111111111111, `localhost:5000/web:prod` is sha256:222222222222: two manifests.',
      '`localhost:5000/web:1` 是 sha256:111111111111，`localhost:5000/web:prod` 是 sha256:222222222222：两份不同的清单。',
    ],
  ],
  ['registry-other-digest', { a: ref('1'), b: ref('prod') }, true],
  [
    'registry-other-digest',
    { a: ref('1'), b: ref('same') },
    [
      '`localhost:5000/web:1` and `localhost:5000/web:same` are one manifest, sha256:111111111111.',
      '`localhost:5000/web:1` 和 `localhost:5000/web:same` 是同一份清单：sha256:111111111111。',
    ],
  ],
  ['registry-digest-is-start', { reference: ref('1') }, true],
  [
    'registry-digest-is-start',
    { reference: ref('prod') },
    [
      '`localhost:5000/web:prod` was sha256:111111111111 at the start and is sha256:222222222222 now.',
      '`localhost:5000/web:prod` 开始时是 sha256:111111111111，现在是 sha256:222222222222。',
    ],
  ],
  [
    'registry-digest-is-start',
    { reference: ref('same') },
    ['The registry had no `localhost:5000/web:same` at the start.', '开始时仓库里没有 `localhost:5000/web:same`。'],
  ],
  ['registry-platforms', { reference: ref('prod'), platforms: ['linux/amd64', 'linux/arm64'] }, true],
  ['registry-platforms', { reference: ref('prod'), platforms: ['linux/arm64/v8', 'linux/amd64'] }, true],
  ['registry-platforms', { reference: ref('1'), platforms: ['linux/amd64'] }, true],
  [
    'registry-platforms',
    { reference: ref('1'), platforms: ['linux/arm64', 'linux/amd64'] },
    [
      '`localhost:5000/web:1` has the platforms linux/amd64; linux/amd64, linux/arm64 is wanted.',
      '`localhost:5000/web:1` 有的平台是 linux/amd64，要求 linux/amd64, linux/arm64。',
    ],
  ],
  ['registry-tags', { repository: `${HOST}/web`, tags: ['same', 'prod', '1'] }, true],
  [
    'registry-tags',
    { repository: `${HOST}/web`, tags: ['1', '2'] },
    ['The repository `localhost:5000/web` does not have the tags `2`.', '`localhost:5000/web` 没有标签 `2`。'],
  ],
  [
    'registry-tags',
    { repository: `${HOST}/web`, tags: ['1'] },
    ['The repository `localhost:5000/web` also has the tags `prod`, `same`.', '`localhost:5000/web` 还有标签 `prod`, `same`。'],
  ],
  [
    'registry-tags',
    { repository: `${HOST}/shop`, tags: ['1'] },
    ['The registry has no repository `localhost:5000/shop`.', '仓库里没有 `localhost:5000/shop` 这个镜像库。'],
  ],
  [
    'registry-tags',
    { repository: 'localhost:6000/web', tags: ['1'] },
    ['No registry answers at `localhost:6000`.', '`localhost:6000` 上没有仓库应答。'],
  ],
  ['registry-shares-layers', { a: ref('1'), b: ref('prod'), least: 1 }, true],
  [
    'registry-shares-layers',
    { a: ref('1'), b: ref('prod'), least: 2 },
    [
      '`localhost:5000/web:1` and `localhost:5000/web:prod` share 1 layer blob; at least 2 wanted.',
      '`localhost:5000/web:1` 与 `localhost:5000/web:prod` 共用 1 个层 blob，要求至少 2 个。',
    ],
  ],
  ['push-bytes-below', { reference: ref('prod'), below: 2346 }, true],
  [
    'push-bytes-below',
    { reference: ref('prod'), below: 2345 },
    [
      'The last push to `localhost:5000/web:prod` sent 2\u202f345 bytes of layers and configs; below 2\u202f345 are wanted.',
      '最近一次推送 `localhost:5000/web:prod` 发送了 2\u202f345 字节的层与配置，要求少于 2\u202f345。',
    ],
  ],
  [
    'push-bytes-below',
    { reference: ref('1'), below: 9999 },
    ['No push to `localhost:5000/web:1` has succeeded since the start.', '开始以来还没有成功推送过 `localhost:5000/web:1`。'],
  ],
  ['push-blobs-at-most', { reference: ref('prod'), count: 2 }, true],
  [
    'push-blobs-at-most',
    { reference: ref('prod'), count: 1 },
    [
      'The last push to `localhost:5000/web:prod` sent 2 blobs; at most 1 wanted.',
      '最近一次推送 `localhost:5000/web:prod` 发送了 2 个 blob，要求不超过 1 个。',
    ],
  ],
  ['image-from-registry', { image: 'left:1', reference: ref('1') }, true],
  [
    'image-from-registry',
    { image: 'left:1', reference: ref('prod') },
    [
      '`left:1` has the digest sha256:111111111111; `localhost:5000/web:prod` is sha256:222222222222.',
      '`left:1` 的摘要是 sha256:111111111111；`localhost:5000/web:prod` 是 sha256:222222222222。',
    ],
  ],
  [
    'image-from-registry',
    { image: 'right:1', reference: ref('1') },
    [
      '`right:1` has no digest of a registry; `localhost:5000/web:1` is sha256:111111111111.',
      '`right:1` 没有仓库里的摘要；`localhost:5000/web:1` 是 sha256:111111111111。',
    ],
  ],
];

it.each(table)('GRC-25 %s %j', (...row) => expectRow(input, row));

it('GRC-25 every check of registries is met and unmet somewhere in the table', () => expectWhole('registry', table));
