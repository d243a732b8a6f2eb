import '../../testing/preload.ts';
import { expect, test } from 'vitest';
import { runLines } from '../../../cli/machine/run-lines.ts';
import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';

// Recorded from coreutils 9.1 and sed 4.9 with LC_ALL=C, in a directory that holds a directory d and a file f.
const RECORDED: readonly (readonly [command: string, message: string])[] = [
  ['cat no', 'cat: no: No such file or directory'],
  ['head no', "head: cannot open 'no' for reading: No such file or directory"],
  ['tail no', "tail: cannot open 'no' for reading: No such file or directory"],
  ['sort no', 'sort: cannot read: no: No such file or directory'],
  ['wc -l no', 'wc: no: No such file or directory'],
  ['ls no', "ls: cannot access 'no': No such file or directory"],
  ['rm no', "rm: cannot remove 'no': No such file or directory"],
  ['rm d', "rm: cannot remove 'd': Is a directory"],
  ['rmdir no', "rmdir: failed to remove 'no': No such file or directory"],
  ['mkdir d', "mkdir: cannot create directory 'd': File exists"],
  ['cp no x', "cp: cannot stat 'no': No such file or directory"],
  ['cp d x', "cp: -r not specified; omitting directory 'd'"],
  ['cp f a/b', "cp: cannot create regular file 'a/b': No such file or directory"],
  ['mv no x', "mv: cannot stat 'no': No such file or directory"],
  ['chmod 644 no', "chmod: cannot access 'no': No such file or directory"],
  ['touch a/b', "touch: cannot touch 'a/b': No such file or directory"],
  ['touch -r none a', "touch: failed to get attributes of 'none': No such file or directory"],
  ['sed p no', "sed: can't read no: No such file or directory"],
  ['grep x no', 'grep: no: No such file or directory'],
  // Not recorded: a tool of coreutils that there is none of here says so, and does not speak of applets.
  ['ln -s $(command -v cat) install; ./install a b', 'strata: install is not simulated'],
];

test.each(RECORDED)('APF-12 on the host, %s', async (command, message) => {
  const session = new Session(newWorld({ seed: 1, now: 1_767_225_600 }));
  const { output } = await runLines(session, `mkdir -p /w/d; cd /w; touch f; ${command}`);
  expect(output).toBe(`${message}\n`);
});
