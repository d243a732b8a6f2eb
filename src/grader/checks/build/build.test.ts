import { it } from 'vitest';
import { type BuildFacts, emptyMachine, type GradeInput } from '../../index.ts';
import { image, left, machine, right, stranger } from '../../testdata/machine.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';

const many = image('many', ['many:1'], []);
const builds: readonly BuildFacts[] = [
  { number: 1, image: left.id, steps: [{ text: 'RUN npm ci', state: 'ran' }], context: { sent: ['big'], files: 1, bytes: 900_000 } },
  { number: 2, image: right.id, steps: [] },
  {
    number: 3,
    image: left.id,
    steps: [
      { text: 'ENV npm=1', state: 'none' },
      { text: 'RUN npm ci', state: 'cached' },
      { text: 'COPY . .', state: 'ran' },
      { text: 'RUN npm test', state: 'ran' },
    ],
    context: { sent: ['package.json', 'src/a.js'], files: 2, bytes: 4200 },
  },
  { number: 4, image: many.id, steps: [], context: { sent: ['a', 'b'], files: 900, bytes: 1 } },
  { number: 5, steps: [{ text: 'RUN false', state: 'ran' }] },
];
const input: GradeInput = {
  before: emptyMachine,
  after: machine([left, right, stranger, many], [], { builds: () => builds, cacheRecords: () => 1 }),
  turns: [],
};
const empty: GradeInput = { ...input, after: emptyMachine };

const table: readonly Row[] = [
  ['step-cached', { image: 'left:1', step: 'npm', cached: true }, true],
  ['step-cached', { image: 'left:1', step: 'COPY', cached: 'false' }, true],
  [
    'step-cached',
    { image: 'left:1', step: 'COPY', cached: 'true' },
    ['In the last build of `left:1` (no. 3), `COPY . .` was run anew.', '`left:1` 最近一次构建（第 3 次）重新执行了 `COPY . .`。'],
  ],
  [
    'step-cached',
    { image: 'left:1', step: 'npm', cached: false },
    [
      'In the last build of `left:1` (no. 3), `RUN npm ci` came from the cache.',
      '`left:1` 最近一次构建（第 3 次）里，`RUN npm ci` 来自缓存。',
    ],
  ],
  [
    'step-cached',
    { image: 'left:1', step: 'ENV', cached: true },
    ['The last build of `left:1` (no. 3) has no step that contains `ENV`.', '`left:1` 最近一次构建（第 3 次）里没有含有 `ENV` 的步骤。'],
  ],
  [
    'step-cached',
    { image: 'stranger:1', step: 'RUN', cached: true },
    ['No build that is remembered made this `stranger:1`.', '记得的构建里没有产生这个 `stranger:1` 的。'],
  ],
  ['step-cached', { image: 'none:1', step: 'RUN', cached: true }, ['There is no image named `none:1`.', '没有名为 `none:1` 的镜像。']],
  ['steps-run-at-most', { image: 'left:1', count: 2 }, true],
  [
    'steps-run-at-most',
    { image: 'left:1', count: 1 },
    [
      'The last build of `left:1` (no. 3) ran 2 steps, `COPY . .` first; at most 1 should run.',
      '`left:1` 最近一次构建（第 3 次）执行了 2 个步骤，第一个是 `COPY . .`；要求最多执行 1 个。',
    ],
  ],
  ['context-sent', { image: 'left:1', path: 'src' }, true],
  ['context-sent', { image: 'left:1', path: './package.json' }, true],
  [
    'context-sent',
    { image: 'left:1', path: 'sr' },
    ['The last build of `left:1` (no. 3) was sent 2 files, and not sr.', '`left:1` 最近一次构建（第 3 次）收到 2 个文件，其中没有 sr。'],
  ],
  [
    'context-sent',
    { image: 'many:1', path: 'c' },
    [
      'The last build of `many:1` (no. 4) was sent 900 files: too many to tell whether c is one of them.',
      '`many:1` 最近一次构建（第 4 次）收到 900 个文件，多得看不出其中有没有 c。',
    ],
  ],
  ['context-not-sent', { image: 'left:1', path: 'big' }, true],
  [
    'context-not-sent',
    { image: 'left:1', path: '/src/' },
    ['The last build of `left:1` (no. 3) was sent src/a.js.', '`left:1` 最近一次构建（第 3 次）收到了 src/a.js。'],
  ],
  [
    'context-not-sent',
    { image: 'many:1', path: 'c' },
    [
      'The last build of `many:1` (no. 4) was sent 900 files: too many to tell whether c is one of them.',
      '`many:1` 最近一次构建（第 4 次）收到 900 个文件，多得看不出其中有没有 c。',
    ],
  ],
  [
    'context-not-sent',
    { image: 'right:1', path: 'big' },
    [
      'The last build of `right:1` (no. 2) had no directory of this machine as its context.',
      '`right:1` 最近一次构建（第 2 次）的上下文不是这台机器上的目录。',
    ],
  ],
  ['context-below', { image: 'left:1', below: 5000 }, true],
  [
    'context-below',
    { image: 'left:1', below: 4200 },
    [
      'The last build of `left:1` (no. 3) was sent 4\u202f200 bytes in 2 files; fewer than 4\u202f200 bytes are wanted.',
      '`left:1` 最近一次构建（第 3 次）收到 2 个文件，共 4\u202f200 字节；要求少于 4\u202f200 字节。',
    ],
  ],
  ['cache-empty', {}, ['The build cache has 1 record.', '构建缓存里有 1 条记录。']],
];

it.each(table)('GRD-20 %s %j', (...row) => expectRow(input, row));

it('GRD-23 the cache is empty when it has no records', () => {
  expectRow(empty, ['cache-empty', {}, true]);
  expectWhole('build', [...table, ['cache-empty', {}, true]]);
});
