import { expect, it } from 'vitest';
import { explain, type GradeInput, grade } from '../../index.ts';
import { base, big, dangling, image, left, machine, right, stranger, twin } from '../../testdata/machine.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';

const id = 'sha256:1111222233334444';
const full = image(
  'full',
  ['full:1', 'full:latest'],
  [
    { name: 'key', files: { '/k': 9 }, texts: { '/k': 'a s3cret here' } },
    { name: 'gone', files: { '/k': -1, '/app/run': 9 } },
  ],
  {
    config: {
      Cmd: ['sh'],
      Env: ['PATH=/bin', 'MODE=fast', 'EMPTY='],
      ExposedPorts: ['80/tcp', '443/tcp'],
      Labels: { version: '1.4', 'base.digest': 'sha256:feed' },
      User: '',
      Healthcheck: { Test: ['CMD-SHELL', 'wget -q localhost'], Interval: 60e9, Retries: 3 },
    },
    history: [
      { createdBy: 'RUN make', comment: 'buildkit', empty: false },
      { createdBy: 'ENV MODE=fast', comment: '', empty: true },
    ],
    platform: 'linux/arm64',
    author: 'Ada',
    stat: (path) => (path === '/app/run' ? { path, kind: 'file', size: 9, mode: 0o755, uid: 1000, gid: 1000 } : undefined),
  },
);
const pulled = image('pulled', ['pulled:1'], [{ name: 'p', files: { '/p': 1 } }], { digests: ['other@sha256:dead', 'pulled@sha256:feed'] });
const moved = { ...left, id, refs: ['moved:1'] };

const marker = { path: '/d', kind: 'opaque', size: 0, mode: 0o644, uid: 0, gid: 0 } as const;
const replaced = image('replaced', ['replaced:1'], []);
const opaque = { ...replaced, layers: [{ ...left.layers[0]!, entries: () => [marker] }] };

const after = machine([left, right, base, twin, stranger, dangling, big, full, pulled, moved, opaque]);
const input: GradeInput = { before: machine([base, left, { ...right, refs: ['moved:1'] }]), after, turns: [] };

const table: readonly Row[] = [
  ['image-exists', { image: 'left:1' }, true],
  ['image-exists', { image: 'none:1' }, ['There is no image named `none:1`.', '没有名为 `none:1` 的镜像。']],
  [
    'image-exists',
    { image: 'full:2' },
    ['There is no image named `full:2`; there is `full:1`, `full:latest`.', '没有名为 `full:2` 的镜像，有的是 `full:1`, `full:latest`。'],
  ],
  ['image-absent', { image: 'none:1' }, true],
  ['image-absent', { image: 'moved:1' }, ['`moved:1` exists: it is 111122223333.', '还有 `moved:1`：它是 111122223333。']],
  ['image-count', { count: 11 }, true],
  ['image-count', { count: 1 }, ['11 images exist; 1 is wanted.', '现有 11 个镜像，要求 1 个。']],
  ['dangling-count', { count: 1 }, true],
  ['dangling-count', { count: 0 }, ['1 image has no name; 0 are wanted.', '有 1 个镜像没有名字，要求 0 个。']],
  ['same-id', { a: 'full:1', b: 'full:latest' }, true],
  [
    'same-id',
    { a: 'left:1', b: 'moved:1' },
    ['`left:1` is 696d61676520, `moved:1` is 111122223333.', '`left:1` 是 696d61676520，`moved:1` 是 111122223333。'],
  ],
  ['different-id', { a: 'left:1', b: 'right:1' }, true],
  [
    'different-id',
    { a: 'left:1', b: 'left:1' },
    ['`left:1` and `left:1` are one and the same image, 696d61676520.', '`left:1` 和 `left:1` 是同一个镜像：696d61676520。'],
  ],
  ['image-refs', { image: 'full:1', refs: ['full:latest', 'full:1'] }, true],
  [
    'image-refs',
    { image: 'full:1', refs: ['full:1'] },
    ['That image is named `full:1`, `full:latest`; `full:1` is wanted.', '这个镜像的名字是 `full:1`, `full:latest`，要求 `full:1`。'],
  ],
  ['image-unchanged', { image: 'left:1' }, true],
  ['image-unchanged', { image: 'full:1' }, ['At the start there was no `full:1`.', '开始时没有 `full:1`。']],
  [
    'image-unchanged',
    { image: 'moved:1' },
    ['`moved:1` is 111122223333 now; at the start it was 696d61676520.', '`moved:1` 现在是 111122223333，开始时是 696d61676520。'],
  ],
  ['image-platform', { image: 'full:1', platform: 'linux/arm64' }, true],
  [
    'image-platform',
    { image: 'left:1', platform: 'linux/arm64' },
    ['`left:1` is for linux/amd64; linux/arm64 is wanted.', '`left:1` 面向 linux/amd64，要求 linux/arm64。'],
  ],
  ['layers-count', { image: 'left:1', count: 3 }, true],
  ['layers-count', { image: 'stranger:1', count: 2 }, ['`stranger:1` has 1 layer; 2 are wanted.', '`stranger:1` 有 1 层，要求 2 层。']],
  ['layers-on-base', { image: 'left:1', base: 'base:1' }, true],
  [
    'layers-on-base',
    { image: 'stranger:1', base: 'base:1' },
    [
      '`stranger:1` does not start with the layers of `base:1`: layer 1 is 6f74, not 6262.',
      '`stranger:1` 不是从 `base:1` 的各层开始的：第 1 层是 6f74，不是 6262。',
    ],
  ],
  [
    'layers-on-base',
    { image: 'base:1', base: 'left:1' },
    ['`base:1` has 2 layers; `left:1` alone has 3.', '`base:1` 只有 2 层，而 `left:1` 自己就有 3 层。'],
  ],
  ['layers-added', { image: 'left:1', base: 'base:1', count: 1 }, true],
  [
    'layers-added',
    { image: 'left:1', base: 'base:1', count: 2 },
    ['`left:1` has 1 layer over `base:1`; 2 are wanted.', '`left:1` 在 `base:1` 之上有 1 层，要求 2 层。'],
  ],
  ['layers-at-most', { image: 'left:1', base: 'base:1', count: 1 }, true],
  ['layers-at-most', { image: 'base:1', base: 'base:1', count: 0 }, true],
  [
    'layers-at-most',
    { image: 'left:1', base: 'base:1', count: 0 },
    ['`left:1` has 1 layer over `base:1`; at most 0 are wanted.', '`left:1` 在 `base:1` 之上有 1 层，要求最多 0 层。'],
  ],
  [
    'layers-at-most',
    { image: 'stranger:1', base: 'base:1', count: 9 },
    [
      '`stranger:1` does not start with the layers of `base:1`: layer 1 is 6f74, not 6262.',
      '`stranger:1` 不是从 `base:1` 的各层开始的：第 1 层是 6f74，不是 6262。',
    ],
  ],
  ['layers-common-prefix', { a: 'left:1', b: 'right:1', but: 1 }, true],
  ['layers-common-prefix', { a: 'left:1', b: 'twin:1', but: 0 }, true],
  [
    'layers-common-prefix',
    { a: 'left:1', b: 'twin:1', but: 1 },
    ['`left:1` and `twin:1` share all 3 layers, the last one too.', '`left:1` 与 `twin:1` 的 3 层全部相同，连最后一层也一样。'],
  ],
  [
    'layers-common-prefix',
    { a: 'left:1', b: 'stranger:1', but: 1 },
    ['`left:1` and `stranger:1` share no layer at all.', '`left:1` 与 `stranger:1` 没有一层相同。'],
  ],
  [
    'layers-common-prefix',
    { a: 'left:1', b: 'base:1', but: 1 },
    [
      '`left:1` (3 layers) and `base:1` (2 layers) share their first 2; all but the last 1 should be shared.',
      '`left:1`（3 层）与 `base:1`（2 层）从底部起共用 2 层；除了最后 1 层，都应当共用。',
    ],
  ],
  ['unique-size', { image: 'right:1', below: 8 }, true],
  [
    'unique-size',
    { image: 'big:1', below: 1000 },
    [
      '20\u202f001 bytes of `big:1` belong to it alone; below 1\u202f000 are wanted.',
      '`big:1` 独有 20\u202f001 字节，要求少于 1\u202f000。',
    ],
  ],
  ['size-below', { image: 'full:1', below: 20 }, true],
  [
    'size-below',
    { image: 'big:1', below: 20_000 },
    [
      '`big:1` has 1\u202f020\u202f031 bytes; fewer than 20\u202f000 are wanted.',
      '`big:1` 有 1\u202f020\u202f031 字节，要求少于 20\u202f000。',
    ],
  ],
  ['size-ratio', { image: 'full:1', of: 'big:1', percent: 1 }, true],
  [
    'size-ratio',
    { image: 'base:1', of: 'big:1', percent: 50 },
    [
      '`base:1` has 1\u202f000\u202f030 bytes, 98.1 % of the 1\u202f020\u202f031 of `big:1`; at most 50 % are wanted.',
      '`base:1` 有 1\u202f000\u202f030 字节，是 `big:1`（1\u202f020\u202f031 字节）的 98.1%，要求不超过 50%。',
    ],
  ],
  ['layer-has', { image: 'left:1', layer: -1, path: '/a' }, true],
  ['layer-has', { image: 'left:1', layer: 1, path: '/a' }, ['Layer 1 of `left:1` has no entry for /a.', '`left:1` 的第 1 层里没有 /a。']],
  [
    'layer-has',
    { image: 'left:1', layer: 9, path: '/a' },
    ['`left:1` has 3 layers, so there is no layer 9.', '`left:1` 只有 3 层，没有第 9 层。'],
  ],
  [
    'layer-has',
    { image: 'right:1', layer: -1, path: '/etc/motd' },
    ['Layer 3 of `right:1` has no entry for /etc/motd.', '`right:1` 的第 3 层里没有 /etc/motd。'],
  ],
  ['layer-has', { image: 'replaced:1', layer: -1, path: '/d/.wh..wh..opq' }, true],
  [
    'layer-has',
    { image: 'replaced:1', layer: -1, path: '/d' },
    ['Layer 1 of `replaced:1` has no entry for /d.', '`replaced:1` 的第 1 层里没有 /d。'],
  ],
  ['layer-whiteout', { image: 'right:1', layer: -1, path: '/etc/motd' }, true],
  [
    'layer-whiteout',
    { image: 'left:1', layer: -1, path: '/etc/motd' },
    ['Layer 3 of `left:1` holds no whiteout for /etc/motd.', '`left:1` 的第 3 层里没有 /etc/motd 的白障。'],
  ],
  ['fs-has', { image: 'left:1', path: '/a' }, true],
  ['fs-has', { image: 'right:1', path: '/etc/motd' }, ['/etc/motd cannot be found in `right:1`.', '`right:1` 里找不到 /etc/motd。']],
  ['fs-absent', { image: 'right:1', path: '/etc/motd' }, true],
  ['fs-absent', { image: 'left:1', path: '/a' }, ['/a exists in `left:1`.', '`left:1` 里有 /a。']],
  ['fs-content', { image: 'left:1', path: '/a', text: 'apple' }, true],
  [
    'fs-content',
    { image: 'left:1', path: '/a', text: 'pear\n' },
    ['/a in `left:1` reads "apple\\n", not "pear\\n".', '`left:1` 里 /a 的内容是 "apple\\n"，不是 "pear\\n"。'],
  ],
  ['fs-mode', { image: 'full:1', path: '/app/run', mode: '755' }, true],
  [
    'fs-mode',
    { image: 'full:1', path: '/app/run', mode: '0644' },
    ['/app/run in `full:1` has mode 0755; 0644 is wanted.', '`full:1` 里 /app/run 的权限是 0755，要求 0644。'],
  ],
  ['fs-owner', { image: 'full:1', path: '/app/run', owner: '1000:1000' }, true],
  [
    'fs-owner',
    { image: 'full:1', path: '/app/run', owner: '0:0' },
    ['/app/run in `full:1` belongs to 1000:1000; 0:0 is wanted.', '`full:1` 里 /app/run 属于 1000:1000，要求 0:0。'],
  ],
  ['fs-only', { image: 'pulled:1', paths: ['/p'] }, true],
  ['fs-only', { image: 'pulled:1', paths: ['/p', '/q'] }, ['/q cannot be found in `pulled:1`.', '`pulled:1` 里找不到 /q。']],
  [
    'fs-only',
    { image: 'left:1', paths: ['/a'] },
    ['`left:1` has 2 files more than wanted, such as /bin/sh.', '`left:1` 里比要求多 2 个文件，例如 /bin/sh。'],
  ],
  ['bytes-absent', { image: 'full:1', text: 'zebra' }, true],
  [
    'bytes-absent',
    { image: 'full:1', text: 's3cret' },
    ['"s3cret" stands in layer 1 of `full:1`, in /k.', '"s3cret" 在 `full:1` 的第 1 层里，文件是 /k。'],
  ],
  [
    'bytes-absent',
    { image: 'full:1', text: 'MODE=fast' },
    ['"MODE=fast" stands in the config of `full:1`.', '"MODE=fast" 在 `full:1` 的配置里。'],
  ],
  [
    'bytes-absent',
    { image: 'full:1', text: 'version=1.4' },
    ['"version=1.4" stands in the config of `full:1`.', '"version=1.4" 在 `full:1` 的配置里。'],
  ],
  [
    'bytes-absent',
    { image: 'full:1', text: 'RUN make' },
    ['"RUN make" stands in the history of `full:1`.', '"RUN make" 在 `full:1` 的历史里。'],
  ],
  ['bytes-present', { image: 'full:1', text: 's3cret' }, true],
  ['bytes-present', { image: 'full:1', text: 'Ada' }, true],
  ['bytes-present', { image: 'full:1', text: 'zebra' }, ['"zebra" stands nowhere in `full:1`.', '"zebra" 不在 `full:1` 的任何地方。']],
  ['config-equals', { image: 'left:1', field: 'Cmd', value: ['sh'] }, true],
  ['config-equals', { image: 'left:1', field: 'WorkingDir', value: ['/srv'] }, true],
  ['config-equals', { image: 'left:1', field: 'Entrypoint', value: [] }, true],
  ['config-equals', { image: 'full:1', field: 'ExposedPorts', value: ['443/tcp', '80/tcp'] }, true],
  ['config-equals', { image: 'full:1', field: 'User', value: [] }, true],
  [
    'config-equals',
    { image: 'left:1', field: 'Entrypoint', value: ['sh'] },
    ['Entrypoint of `left:1` is empty; ["sh"] is wanted.', '`left:1` 的 Entrypoint 是空的，要求 ["sh"]。'],
  ],
  [
    'config-equals',
    { image: 'left:1', field: 'Cmd', value: ['sh', '-c'] },
    ['Cmd of `left:1` is ["sh"]; ["sh","-c"] is wanted.', '`left:1` 的 Cmd 是 ["sh"]，要求 ["sh","-c"]。'],
  ],
  ['config-lacks', { image: 'full:1', field: 'User' }, true],
  ['config-lacks', { image: 'full:1', field: 'Entrypoint' }, true],
  [
    'config-lacks',
    { image: 'full:1', field: 'Cmd' },
    ['Cmd of `full:1` is ["sh"]; it should be empty.', '`full:1` 的 Cmd 是 ["sh"]，应当为空。'],
  ],
  ['config-env', { image: 'full:1', name: 'MODE', value: 'fast' }, true],
  ['config-env', { image: 'full:1', name: 'EMPTY', value: '' }, true],
  [
    'config-env',
    { image: 'full:1', name: 'MODE', value: 'slow' },
    ['MODE is "fast" in the environment of `full:1`; "slow" is wanted.', '`full:1` 的环境变量 MODE 是 "fast"，要求 "slow"。'],
  ],
  [
    'config-env',
    { image: 'full:1', name: 'MOD', value: 'E' },
    ['`full:1` does not set the variable MOD.', '`full:1` 没有设置环境变量 MOD。'],
  ],
  ['config-no-env', { image: 'full:1', name: 'TOKEN' }, true],
  [
    'config-no-env',
    { image: 'full:1', name: 'EMPTY' },
    ['`full:1` sets the variable EMPTY to "".', '`full:1` 把环境变量 EMPTY 设成了 ""。'],
  ],
  ['config-label', { image: 'full:1', label: 'version', value: '1.4' }, true],
  [
    'config-label',
    { image: 'full:1', label: 'version', value: '2' },
    ['The label version of `full:1` is "1.4"; "2" is wanted.', '`full:1` 的 label version 是 "1.4"，要求 "2"。'],
  ],
  ['config-label', { image: 'full:1', label: 'other', value: '2' }, ['`full:1` has no label other.', '`full:1` 没有 label other。']],
  ['config-label-is-digest', { image: 'full:1', label: 'base.digest', reference: 'pulled:1' }, true],
  [
    'config-label-is-digest',
    { image: 'full:1', label: 'version', reference: 'pulled:1' },
    ['The label version of `full:1` is "1.4"; "sha256:feed" is wanted.', '`full:1` 的 label version 是 "1.4"，要求 "sha256:feed"。'],
  ],
  [
    'config-label-is-digest',
    { image: 'full:1', label: 'none', reference: 'pulled:1' },
    ['`full:1` has no label none.', '`full:1` 没有 label none。'],
  ],
  [
    'config-label-is-digest',
    { image: 'full:1', label: 'version', reference: 'left:1' },
    [
      '`left:1` has no digest of a registry: it was neither pulled nor pushed.',
      '`left:1` 没有仓库里的摘要：既不是拉取来的，也没有推送过。',
    ],
  ],
  ['config-healthcheck', { image: 'full:1', field: 'interval', value: '1m' }, true],
  ['config-healthcheck', { image: 'full:1', field: 'retries', value: 3 }, true],
  ['config-healthcheck', { image: 'full:1', field: 'test', value: 'CMD-SHELL wget -q localhost' }, true],
  [
    'config-healthcheck',
    { image: 'full:1', field: 'interval', value: '5s' },
    ['The interval of the health check of `full:1` is "60s"; "5s" is wanted.', '`full:1` 健康检查的 interval 是 "60s"，要求 "5s"。'],
  ],
  [
    'config-healthcheck',
    { image: 'full:1', field: 'timeout', value: '5s' },
    [
      'The health check of `full:1` leaves timeout to the engine; "5s" is wanted.',
      '`full:1` 的健康检查没有写 timeout，由引擎决定；要求 "5s"。',
    ],
  ],
  ['config-healthcheck', { image: 'left:1', field: 'retries', value: 3 }, ['`left:1` has no health check.', '`left:1` 没有健康检查。']],
  ['history-rows', { image: 'left:1', count: 3 }, true],
  [
    'history-rows',
    { image: 'stranger:1', count: 2 },
    ['The history of `stranger:1` has 1 row; 2 are wanted.', '`stranger:1` 的历史有 1 行，要求 2 行。'],
  ],
  ['history-contains', { image: 'full:1', text: 'buildkit' }, true],
  [
    'history-contains',
    { image: 'left:1', text: 'zzz' },
    ['No row of the history of `left:1` contains "zzz".', '`left:1` 的历史里没有一行含有 "zzz"。'],
  ],
  ['history-lacks', { image: 'left:1', text: 'zzz' }, true],
  [
    'history-lacks',
    { image: 'full:1', text: 'MODE' },
    ['The history of `full:1` contains "MODE": "ENV MODE=fast".', '`full:1` 的历史里有 "MODE"："ENV MODE=fast"。'],
  ],
];

const rules: Readonly<Record<string, RegExp>> = {
  'GRD-10': /^(image|same|different|dangling)-/,
  'GRD-11': /^(layers|layer|unique|size)-/,
  'GRD-13': /^fs-/,
  'GRD-14': /^(bytes|history)-/,
  'GRD-15': /^config-/,
};
const about = (rule: string): readonly Row[] => table.filter(([check]) => rules[rule]?.test(check));

it.each(about('GRD-10'))('GRD-10 %s %j', (...row) => expectRow(input, row));
it.each(about('GRD-11'))('GRD-11 %s %j', (...row) => expectRow(input, row));
it.each(about('GRD-13'))('GRD-13 %s %j', (...row) => expectRow(input, row));
it.each(about('GRD-14'))('GRD-14 %s %j', (...row) => expectRow(input, row));
it.each(about('GRD-15'))('GRD-15 %s %j', (...row) => expectRow(input, row));

it('LES-10 every check of images is met and unmet, and each says when the image is missing', () => {
  expectWhole('image', table);
  expect(Object.keys(rules).flatMap(about)).toHaveLength(table.length);
  for (const [check, params] of table) {
    const names = ['image', 'a'].filter((name) => name in params);
    for (const name of check === 'image-absent' ? [] : names) {
      const asked = { ...params, [name]: 'none:1' };
      expectRow(input, [check, asked, ['There is no image named `none:1`.', '没有名为 `none:1` 的镜像。']]);
    }
  }
});

it('LES-10 the evidence names the image, and the layers and paths where there are some', () => {
  const evidenceOf = (check: string, params: Record<string, unknown>) => {
    const goal = { id: 'g', say: { en: '', zh: '' }, check, with: params };
    const { finding } = grade({ exercise: { id: 'x', goals: [goal], traps: [] }, input }).goals[0]!;
    expect(explain(finding, 'en')).not.toMatch(/\{\w+/);
    return finding.evidence;
  };
  expect(evidenceOf('bytes-absent', { image: 'full:1', text: 's3cret' })).toEqual({
    image: full.id,
    layers: [full.layers[0]?.diffID],
    paths: ['/k'],
  });
  expect(evidenceOf('fs-only', { image: 'left:1', paths: ['/a'] })).toEqual({ image: left.id, paths: ['/bin/sh', '/etc/motd'] });
  expect(evidenceOf('layers-at-most', { image: 'left:1', base: 'base:1', count: 0 })).toEqual({
    image: left.id,
    layers: [left.layers[2]?.diffID],
  });
  expect(evidenceOf('layers-count', { image: 'left:1', count: 9 })).toEqual({ image: left.id });
});
