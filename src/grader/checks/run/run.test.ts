import { expect, it } from 'vitest';
import type { GradeInput } from '../../index.ts';
import { left, machine, right } from '../../testdata/machine.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';
import { run } from '../../testdata/running.ts';

const before = machine([left], [], { runs: [run(1, { stdout: 'early\n', exit: 9, argv: ['early'], oom: true })] });
const { exit: _, ...still } = run(7, { imageRef: 'big:1', oom: true });
const after = machine([left, right], [], {
  runs: [
    ...before.runs,
    run(2, { stdout: 'one\nhello world\ntwo\n' }),
    run(3, { image: left.id, imageRef: 'sha256:ab', argv: ['greet', 'Bob'], stdout: 'hello Bob\n', exit: 3 }),
    run(4, { image: left.id, again: true, exit: 4, stdout: 'again\n' }),
    run(5, { imageRef: 'moved:1', stdout: '', exit: 0 }),
    run(6, { imageRef: 'right:1', argv: ['nope'], stdout: '', exit: 127, refused: true }),
    still,
  ],
});
const input: GradeInput = { before, after, turns: [] };

const table: readonly Row[] = [
  ['ran', { image: 'left:1', stdout: 'hello world' }, true],
  ['ran', { image: 'left:1', stdout: 'hello world\ntwo\n' }, true],
  ['ran', { image: 'left:1', stdout: 'hello Bob' }, true],
  [
    'ran',
    { image: 'left:1', stdout: 'hello' },
    [
      'No run of `left:1` has printed "hello"; the last one printed "again".',
      '`left:1` 的运行都没有打印过 "hello"，最近一次打印的是 "again"。',
    ],
  ],
  [
    'ran',
    { image: 'left:1', stdout: 'early' },
    [
      'No run of `left:1` has printed "early"; the last one printed "again".',
      '`left:1` 的运行都没有打印过 "early"，最近一次打印的是 "again"。',
    ],
  ],
  [
    'ran',
    { image: 'none:1', stdout: 'hello' },
    ['No container of `none:1` has been run since the start.', '开始以来还没有用 `none:1` 运行过容器。'],
  ],
  [
    'ran',
    { image: 'moved:1', stdout: 'hello' },
    [
      'No run of `moved:1` has printed "hello"; the last one printed nothing (exit code 0).',
      '`moved:1` 的运行都没有打印过 "hello"，最近一次什么也没有打印（退出码 0）。',
    ],
  ],
  ['ran-contains', { image: 'left:1', text: 'llo wor' }, true],
  [
    'ran-contains',
    { image: 'left:1', text: 'zzz' },
    [
      'No run of `left:1` has printed "zzz"; the last one printed "again".',
      '`left:1` 的运行都没有打印过 "zzz"，最近一次打印的是 "again"。',
    ],
  ],
  ['ran-exit', { image: 'left:1', code: 3 }, true],
  ['ran-exit', { image: 'right:1', code: 127 }, true],
  [
    'ran-exit',
    { image: 'left:1', code: 9 },
    ['The last run of `left:1` ended with exit code 4; 9 is wanted.', '`left:1` 最近一次运行的退出码是 4，要求 9。'],
  ],
  [
    'ran-exit',
    { image: 'big:1', code: 0 },
    ['The last run of `big:1` still goes on; an end with exit code 0 is wanted.', '`big:1` 最近一次运行还没有结束，要求以退出码 0 结束。'],
  ],
  ['ran-argv', { image: 'left:1', argv: ['greet', 'Bob'] }, true],
  [
    'ran-argv',
    { image: 'left:1', argv: ['Bob'] },
    [
      'The last run of `left:1` started `["greet","world"]`; `["Bob"]` is wanted.',
      '`left:1` 最近一次运行启动的是 `["greet","world"]`，要求 `["Bob"]`。',
    ],
  ],
  [
    'ran-argv',
    { image: 'right:1', argv: ['nope'] },
    [
      'The last run of `right:1` could not start `["nope"]` (exit code 127); `["nope"]` is wanted.',
      '`right:1` 最近一次运行没能启动 `["nope"]`（退出码 127），要求 `["nope"]`。',
    ],
  ],
  ['ran-count', { image: 'left:1', least: 2 }, true],
  [
    'ran-count',
    { image: 'left:1', least: 3 },
    ['`left:1` has been run 2 times since the start; at least 3 wanted.', '开始以来 `left:1` 运行过 2 次，要求至少 3 次。'],
  ],
  [
    'ran-count',
    { image: 'right:1', least: 1 },
    ['`right:1` has been run 0 times since the start; at least 1 wanted.', '开始以来 `right:1` 运行过 0 次，要求至少 1 次。'],
  ],
  ['ran-oom', { image: 'big:1' }, true],
  [
    'ran-oom',
    { image: 'left:1' },
    ['In 3 runs of `left:1` nothing was killed for want of memory.', '`left:1` 的 3 次运行里都没有进程因内存不足被杀死。'],
  ],
];

it.each(table)('GRC-10 %s %j', (...row) => expectRow(input, row));

it('GRC-10 every check of runs is met and unmet somewhere in the table', () => expectWhole('run', table));

it('GRC-11 an image that was run counts under the name it was run by, also after the name has moved on', () => {
  const moved = { ...input, after: machine([{ ...right, refs: ['left:1'] }], [], { runs: after.runs }) };
  expectRow(moved, ['ran', { image: 'left:1', stdout: 'hello world' }, true]);
  expect(moved.after.images[0]?.id).not.toBe(left.id);
  expectRow(moved, [
    'ran-argv',
    { image: 'left:1', argv: ['greet', 'Bob'] },
    [
      'The last run of `left:1` started `["greet","world"]`; `["greet","Bob"]` is wanted.',
      '`left:1` 最近一次运行启动的是 `["greet","world"]`，要求 `["greet","Bob"]`。',
    ],
  ]);
});

it('GRC-14 whole lines are compared, in any place and one after another', () => {
  for (const stdout of ['one', 'one\nhello world', ' hello world\n']) expectRow(input, ['ran', { image: 'left:1', stdout }, true]);
  for (const stdout of ['one\ntwo', 'hello worl']) {
    const wanted = JSON.stringify(stdout);
    expectRow(input, [
      'ran',
      { image: 'left:1', stdout },
      [
        `No run of \`left:1\` has printed ${wanted}; the last one printed "again".`,
        `\`left:1\` 的运行都没有打印过 ${wanted}，最近一次打印的是 "again"。`,
      ],
    ]);
  }
});
