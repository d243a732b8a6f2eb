import { expect, it } from 'vitest';
import { type GradeInput, grade } from '../../index.ts';
import { machine } from '../../testdata/machine.ts';
import { expectRow, expectWhole, type Row } from '../../testdata/rows.ts';

const turns: GradeInput['turns'] = [
  { number: 1, line: 'docker  rmi web:1', exit: 1, output: 'Error response from daemon: conflict\r\n' },
  { number: 2, line: ' docker images', exit: 0, output: '\x1b[1;31mREPOSITORY\x1b[0m   TAG\r\nweb          1\r\n' },
  { number: 4, line: 'docker rmi -f web:1', exit: 0, output: 'Untagged: web:1\n' },
  { number: 5, line: 'cat big', exit: 0, output: `${'x'.repeat(8192)}end` },
];
const input: GradeInput = { before: machine([]), after: machine([]), turns };

const table: readonly Row[] = [
  ['turn-exit', { begins: 'docker rmi', code: 1 }, true],
  ['turn-exit', { begins: 'docker rmi', code: 0 }, true],
  [
    'turn-exit',
    { begins: 'docker images', code: 2 },
    ['`docker images` ended with exit code 0; 2 is wanted.', '`docker images` 的退出码是 0，要求 2。'],
  ],
  [
    'turn-exit',
    { begins: 'docker ps', code: 0 },
    ['No command that begins with `docker ps` has been run since the start.', '开始以来还没有执行过以 `docker ps` 开头的命令。'],
  ],
  ['output-contains', { begins: 'docker', text: 'conflict' }, true],
  ['output-contains', { begins: 'docker images', text: 'REPOSITORY   TAG\nweb' }, true],
  [
    'output-contains',
    { begins: 'docker rmi', text: 'Deleted' },
    ['`docker rmi -f web:1` did not show "Deleted".', '`docker rmi -f web:1` 没有显示 "Deleted"。'],
  ],
  ['output-contains', { begins: 'cat big', text: 'end' }, ['`cat big` did not show "end".', '`cat big` 没有显示 "end"。']],
  [
    'output-contains',
    { begins: 'docker ps', text: 'web' },
    ['No command that begins with `docker ps` has been run since the start.', '开始以来还没有执行过以 `docker ps` 开头的命令。'],
  ],
];

it.each(table)('GRC-15 %s %j', (...row) => expectRow(input, row));

it('GRC-15 every check of commands is met and unmet somewhere in the table', () => expectWhole('command', table));

it('GRC-15 the evidence is the number of the command', () => {
  const goal = { id: 'g', say: { en: '', zh: '' }, check: 'turn-exit', with: { begins: 'docker rmi', code: 0 } };
  expect(grade({ exercise: { id: 'x', traps: [], goals: [goal] }, input }).goals[0]?.finding.evidence).toEqual({ turn: 4 });
});

const lines = (line: string): GradeInput => ({ ...input, turns: [{ number: 1, line, exit: 1, output: 'exit code: 3' }] });

it.each([
  'docker build .',
  'cd app && docker build .',
  'cd app; docker  build .',
  'true || docker build .',
  'A=1 B="two words" docker build .',
  "printf 'a; b\\n' > Dockerfile; S=$(cat sums); docker build .",
])('GRC-15 %j has a command that begins with docker build', (line) =>
  expectRow(lines(line), ['output-contains', { begins: 'docker build', text: 'exit code: 3' }, true]),
);

it.each(['echo "a; docker build ."', "echo 'a && docker build .'", 'echo docker build .'])('GRC-15 %j has none', (line) =>
  expectRow(lines(line), [
    'output-contains',
    { begins: 'docker build', text: 'exit code: 3' },
    ['No command that begins with `docker build` has been run since the start.', '开始以来还没有执行过以 `docker build` 开头的命令。'],
  ]),
);
