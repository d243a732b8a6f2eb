import { expect, test } from 'vitest';
import { appletNames } from '../../shell/applets.ts';
import { runIn } from '../../testing/machine.ts';
import { programs } from '../index.ts';

test('APF-8 busybox names every applet of the recorded build', () => {
  const { stdout } = runIn(programs, ['busybox']);
  const names = stdout.split('Currently defined functions:\n')[1]!.trim().split(/,\s+/);
  expect(names).toEqual(appletNames);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(73);
  expect(runIn(programs, ['busybox', '--list']).stdout).toBe(`${appletNames.join('\n')}\n`);
});

test('APF-8 a name that is no applet ends with 127, one without a simulation with 1', () => {
  expect(runIn(programs, ['busybox', 'nosuch'])).toMatchObject({ stdout: '', stderr: 'nosuch: applet not found\n', code: 127 });
  expect(runIn(programs, ['busybox', 'vi', 'x'])).toMatchObject({ stdout: '', stderr: 'vi: not simulated by Strata\n', code: 1 });
  expect(runIn(programs, ['busybox', '--help', 'pwd']).stderr).toContain('Usage: pwd\n');
});

test('APF-8 every applet answers --help and an empty command line without crashing', () => {
  for (const name of appletNames) {
    if (['init', 'linuxrc', 'yes', 'cat', 'watch', 'top'].includes(name)) continue;
    const { stderr, stdout, code } = runIn(programs, ['busybox', name, '--help'], { stdin: '' });
    expect(`${name} ${code} ${stdout}${stderr}`).not.toContain('undefined');
    runIn(programs, ['timeout', '5', 'busybox', name], { stdin: '' });
  }
});

test('APF-9 output that is held back comes before a complaint', () => {
  const { stdout } = runIn(programs, ['sh', '-c', 'exec 2>&1; cd /tmp; mkdir a; rm -v a/x; rmdir -v a b; find a b c -maxdepth 0']);
  expect(stdout).toBe(
    "rm: can't remove 'a/x': No such file or directory\nrmdir: removing directory, 'a'\nrmdir: removing directory, 'b'\n" +
      "rmdir: 'b': No such file or directory\nfind: a: No such file or directory\nfind: b: No such file or directory\nfind: c: No such file or directory\n",
  );
});

test('APF-10 directories are read in name order', () => {
  const { stdout } = runIn(programs, ['sh', '-c', 'cd /tmp; mkdir d; touch d/b d/a d/c; find d; tar c d | tar t']);
  expect(stdout).toBe('d\nd/a\nd/b\nd/c\nd/\nd/a\nd/b\nd/c\n');
});

test('APF-11 compressed formats that nothing can compute are refused by name', () => {
  const { stdout } = runIn(programs, ['sh', '-c', "exec 2>&1; cd /tmp; echo x >f; bzip2 f; printf 'BZh91AY' | bunzip2; xz -d <f"]);
  expect(stdout).toBe(
    'bzip2: bzip2 compression is not simulated by Strata\nbunzip2: bzip2 decompression is not simulated by Strata\nxz: invalid magic\n',
  );
});

test('APF-8 busybox --install links every applet to the executable and leaves what is there', () => {
  const { stdout } = runIn(programs, [
    'sh',
    '-c',
    'exec 2>&1; cd /tmp; mkdir b; echo mine >b/ls; busybox --install -s b; ls b | wc -l; cat b/ls; readlink b/cp',
  ]);
  expect(stdout).toBe('269\nmine\n/bin/busybox\n');
});

test('APF-13 a script keeps the name of its file; ps shows it in braces before the command line', () => {
  const script =
    "cd /tmp; printf '#!/bin/sh\\ncat /proc/$$/comm; ps -o comm,args | grep [{]clock; sleep 0; cat /proc/self/comm\\n' > clock.sh; chmod +x clock.sh; ./clock.sh";
  expect(runIn(programs, ['sh', '-c', script]).stdout).toBe('clock.sh\nclock.sh         {clock.sh} /bin/sh ./clock.sh\ncat\n');
});
