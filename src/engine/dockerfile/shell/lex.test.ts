import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DockerfileError } from '../error.ts';
import { environmentOf } from './env.ts';
import { expandWord, type LexOptions, tryExpandWord } from './lex.ts';

type Recorded = [
  rule: string,
  word: string,
  options: LexOptions,
  text: string,
  words: string[],
  matched: string[],
  unmatched: string[],
  error: string,
];

const [, , ...lines] = readFileSync(new URL('./testdata/words.oracle', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const environment = environmentOf(['V=value', 'E=', 'P=a/b/a/b.tar.gz', 'S=x  y', 'N=1', 'U=\u00e9\u{1f44d}\u00e9']);

describe('as BuildKit expands', () => {
  for (const line of lines) {
    const [rule, word, options, text, words, matched, unmatched, error] = JSON.parse(line) as Recorded;
    test(`${rule} ${JSON.stringify(word)} ${Object.keys(options).join(' ')}`, () => {
      const result = tryExpandWord(word, environment, options);
      expect({
        text: result.text,
        words: result.words,
        matched: [...result.matched].sort(),
        unmatched: [...result.unmatched].sort(),
        error: result.error?.message ?? '',
      }).toEqual({ text, words, matched, unmatched, error });
    });
  }
});

test('EXP-11 names that were asked for come in the order of their first use', () => {
  const { matched, unmatched } = expandWord('$B$V${A:-$C}$B$E', environment);
  expect([...unmatched]).toEqual(['B', 'C', 'A']);
  expect([...matched]).toEqual(['V', 'E']);
});

test('EXP-10 the error is thrown with its code', () => {
  expect(() => expandWord('${', environment)).toThrow(DockerfileError);
  expect(tryExpandWord('${', environment).error?.code).toBe('expansion');
});

test('EXP-16 nesting, size and the work of patterns are bounded', () => {
  expect(tryExpandWord('${A:-'.repeat(5000)).error?.code).toBe('limit');
  expect(tryExpandWord('$A'.repeat(5000), environmentOf([`A=${'x'.repeat(1000)}`])).error?.code).toBe('limit');
  expect(tryExpandWord(`\${A//${'*a'.repeat(9000)}b/}`, environmentOf([`A=${'a'.repeat(30_000)}`])).error?.code).toBe('limit');
  const slow = tryExpandWord(`\${A//${'*a'.repeat(60)}b/c}`, environmentOf([`A=${'a'.repeat(20_000)}`]));
  expect(slow.text.length).toBe(20_000);
});
