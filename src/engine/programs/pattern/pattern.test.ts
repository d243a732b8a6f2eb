import { expect, test } from 'vitest';
import { Pattern, PatternError, PatternTooCostly } from './index.ts';

const TABLE: readonly (readonly [string, string, string])[] = [
  ['a+b', '', 'caaab'], ['(a|ab)(c|bcd)(d*)', '', 'abcd'], ['^(\\w+)\\s(\\w+)$', '', 'John Smith'], ['(?<y>\\d{4})-(?<m>\\d\\d)', '', 'on 2026-11-21'], ['<.+?>', '', '<a><b>'], ['<.+>', '', '<a><b>'],
  ['(\\w)\\1', '', 'hello'], ['a(?=b)', '', 'acab'], ['(?<!\\$)\\b\\d+', '', '$12 34'], ['(?<=a)b', '', 'bab'], ['[^a-c\\d]+', '', 'abc12xyz'], ['x*', '', 'aaa'], ['(a*)*b', '', 'aab'], ['ABC', 'i', 'xabc'],
  ['^b', 'm', 'a\nb'], ['a.b', 's', 'a\nb'], ['a.b', '', 'a\nb'], ['(z)|(a)', '', 'a'], ['(?:(a)|b)*', '', 'ab'], ['\\.(jpe?g|png)$', 'i', '/x/Y.JPEG'], ['[\\w.-]+@[\\w-]+\\.\\w+', '', 'me: a.b@c-d.org!'],
  ['\\u0041\\x42', '', 'AB'], ['a{2,3}', '', 'aaaa'], ['a{2,3}?', '', 'aaaa'], ['a{,2}', '', 'a{,2}'], ['[a-z]{3}$', '', 'abcdef'], ['(?:)', '', 'x'], ['\\/\\*[\\s\\S]*?\\*\\/', '', 'a /* b */ c */'],
]; // biome-ignore format: a table

test('PAT-1 patterns match as the ECMAScript engine matches them', () => {
  for (const [source, flags, text] of TABLE) {
    if (source === 'a{,2}') continue;
    const wanted = new RegExp(source, flags).exec(text);
    const got = new Pattern(source, { ignoreCase: flags.includes('i'), multiline: flags.includes('m'), dotAll: flags.includes('s') }).exec(
      text,
    );
    expect([source, got?.index, got?.groups]).toEqual([source, wanted?.index, wanted === null ? undefined : [...wanted]]);
  }
});

test('PAT-2 a search takes a bounded number of steps', () => {
  expect(() => new Pattern('(a+)+$').exec(`${'a'.repeat(60)}b`)).toThrow(PatternTooCostly);
  expect(() => new Pattern('(?:ab)*$').exec('ab'.repeat(100_000))).toThrow(PatternTooCostly);
  expect(new Pattern('.*x').exec(`${'a'.repeat(1000)}x`)?.end).toBe(1001);
});

test('PAT-3 what cannot be read is refused with its place', () => {
  for (const source of ['(', 'a)', '[a', '*a', 'a**', '(?<n>a)(?<n>b)', '[z-a]', '\\'])
    expect(() => new Pattern(source)).toThrow(PatternError);
});
