import { expect, test } from 'vitest';
import { gnuArguments } from './gnu-options.ts';

test.each([
  ['ls', ['--all', '--human-readable', 'x'], ['-a', '-h', 'x']],
  ['head', ['--lines=3', '--bytes', '4', 'f'], ['-n', '3', '-c', '4', 'f']],
  ['rm', ['--recursive', '--', '--force'], ['-r', '--', '--force']],
  ['sed', ['--in-place=.bak', '--expression', 's/a/b/'], ['-i.bak', '-e', 's/a/b/']],
  ['date', ['--utc', '--rfc-3339=seconds'], ['-u', '+%F %T+00:00']],
  ['grep', ['--color=auto', '--nosuch', 'x'], ['--nosuch', 'x']],
  ['printf', ['--lines=3'], ['--lines=3']],
])('APG-1 %s %j', (name, given, wanted) => {
  expect(gnuArguments(name, given)).toEqual(wanted);
});
