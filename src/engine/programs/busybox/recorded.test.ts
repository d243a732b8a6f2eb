import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runIn } from '../../testing/machine.ts';
import { programs } from '../index.ts';

// Each testdata file begins with the rule it tests; then come command lines after `$ ` with what the recorded build printed for
// them, one after the other in one shell, standard error included. `\c` stands where the last line has no newline.
const here = new URL('./', import.meta.url);

interface Recorded {
  readonly command: string;
  readonly output: string;
}

function read(text: string): Recorded[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((block) => ({ command: block.slice(0, block.indexOf('\n')), output: block.slice(block.indexOf('\n') + 1).replace(/\\c\n$/, '') }));
}

for (const area of ['files', 'system', 'archive', 'net']) {
  const folder = new URL(`${area}/testdata/`, here);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    test(`${text.slice(2, text.indexOf('\n'))}`, () => {
      const recorded = read(text);
      const script = ['exec 2>&1', 'cd /tmp', ...recorded.map(({ command }, i) => `echo "@@@@${i}"\n${command}`)].join('\n');
      const { stdout, stderr } = runIn(programs, ['sh', '-c', script], { maxTurns: 20_000_000 });
      const said = (stdout + stderr).split(/@@@@\d+\n/).slice(1);
      expect(recorded.map(({ command }, i) => ({ command, output: said[i] }))).toEqual(recorded);
    });
  }
}
