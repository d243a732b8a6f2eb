import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { terminalWords } from '../words.ts';
import { plainText } from './plain-text.ts';
import { spoken } from './spoken.ts';
import { transcript, withoutPrompts } from './transcript.ts';

const turn = (number: number, line: string, output: string, exit = 0, terminal = 0) => ({
  number,
  line,
  output,
  exit,
  terminal,
  prompt: '~ $ ',
});

describe('plain text', () => {
  it.each([
    ['colours go', '\x1b[34mblue\x1b[0m\n', ['blue']],
    ['a carriage return draws over', 'abc\rX\n', ['Xbc']],
    ['erasing to the end', 'abcdef\r\x1b[Kxy\n', ['xy']],
    [
      'up, clear and down, as pull bars do',
      '\n\x1b[1A\x1b[2K\ra1: Pulling \r\x1b[1B\x1b[1A\x1b[2K\ra1: Pull complete \r\x1b[1BDigest\n',
      ['a1: Pull complete', 'Digest'],
    ],
    [
      'a build display drawn again',
      '[+] 0.1s (0/1)\n => a\n\x1b[1A\x1b[1A\x1b[0G\x1b[?25l[+] 0.2s (1/1)\n => a done\n\x1b[?25h',
      ['[+] 0.2s (1/1)', ' => a done'],
    ],
    ['wide characters keep their columns', '层层\rab\n', ['ab层']],
    ['links and titles say nothing', '\x1b]0;title\x07x\n', ['x']],
    ['a cleared screen is empty', 'abc\n\x1b[H\x1b[2Jd\n', ['d']],
    ['no blank lines at the end', 'a\n\n\n', ['a']],
  ])('TRM-30 %s', (_, output, expected) => {
    expect(plainText(output)).toEqual(expected);
  });
});

describe('transcript', () => {
  const turns = [turn(1, 'echo hi', 'hi\n'), turn(2, 'cat <<E\nx\nE', 'x\n'), turn(4, 'false', '', 1)];
  it('TRM-31 has prompts, commands, output and exit codes', () => {
    expect(transcript(turns, () => 'strata')).toBe('~ $ echo hi\nhi\n\n~ $ cat <<E\n> x\n> E\nx\n\n~ $ false\n# exit code 1\n');
  });
  it('TRM-31 tells machines and terminals apart when there are several', () => {
    const text = transcript([turn(1, 'ls', ''), turn(2, 'ps', '', 0, 2)], (id) => (id === 0 ? 'node01' : 'node02'));
    expect(text).toBe('# node01, terminal 1\n~ $ ls\n\n# node02, terminal 3\n~ $ ps\n');
  });
  it('TRM-32 prompts can be left out of what is copied', () => {
    expect(withoutPrompts('~ $ echo hi\nhi\n~ $ cat <<E\n> x\n> E\nx\n~ $', turns)).toBe('echo hi\nhi\ncat <<E\nx\nE\nx');
    expect(withoutPrompts('> kept\n', turns)).toBe('> kept\n');
  });
});

describe('spoken', () => {
  it.each(['en', 'zh'] as const)('TRM-33 the first lines, how many more, and the exit code (%s)', async (locale) => {
    const t = terminalWords(locale);
    const many = Array.from({ length: 9 }, (_, at) => `line ${at}`).join('\n');
    const said = [turn(1, 'docker ps', 'CONTAINER ID   IMAGE\nabc            web\n'), turn(2, 'true', ''), turn(3, 'x', many, 127)].map(
      (one) => spoken(one, t),
    );
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`testdata/spoken.${locale}.golden`);
  });
});

it('TRM-34 what a real docker drew on a terminal reads as it stood in the end', () => {
  const drawn = JSON.parse(readFileSync(new URL('testdata/pull.oracle.json', import.meta.url), 'utf8')) as [number, string][];
  const text = plainText(drawn.map(([, chunk]) => chunk).join(''));
  expect(text.slice(0, 3)).toEqual(['1: Pulling from app', 'edfd8f24764b: Already exists', 'e4f8b6c20e7b: Pull complete']);
  expect(text.at(-1)).toBe('127.0.0.1:5955/app:1');
});
