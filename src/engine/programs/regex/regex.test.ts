import { expect, test } from 'vitest';
import { basicSyntax, egrepSyntax, extendedSyntax, Regex, RegexError } from './index.ts';

const groups = (pattern: string, text: string): (string | null)[] | undefined => {
  const found = new Regex(pattern, extendedSyntax).exec(text);
  if (found === undefined) return undefined;
  return Array.from({ length: found.length / 2 }, (_, i) => (found[2 * i]! < 0 ? null : text.slice(found[2 * i], found[2 * i + 1])));
};

// Recorded from `busybox sed -E` 1.35.0 (glibc 2.36): pattern, text, whole match and groups.
test.each([
  ['(a|ab)(c|bcd)(d*)', 'abcd', ['abcd', 'a', 'bcd', '']],
  ['(a|(b))*', 'ba', ['ba', 'a', 'b']],
  ['(a*)*', 'aa', ['aa', 'aa']],
  ['(a*)+', 'aa', ['aa', 'aa']],
  ['(a*)*', 'b', ['', '']],
  ['((a)|(b))*()', 'abc', ['ab', 'b', 'a', 'b', '']],
  ['(|x)(y)', 'xyz', ['xy', 'x', 'y']],
  ['(a|aa)(a*)', 'aaa', ['aaa', 'a', 'aa']],
  ['(ab|a)(bab)?', 'abab', ['abab', 'a', 'bab']],
  ['(a?){3}', 'aaaa', ['aaa', 'a']],
  ['(a){2,3}', 'aaaa', ['aaa', 'a']],
  ['((a|b)|c){2,6}', 'abcabc', ['abcabc', 'c', 'b']],
] as const)('APT-2 the groups of %s in %s are the ones glibc finds', (pattern, text, expected) => {
  expect(groups(pattern, text)).toEqual(expected);
});

test('APT-2 the leftmost longest match is found, whatever the order of alternatives', () => {
  expect(new Regex('a|ab|abc', extendedSyntax).find('xabcd')).toEqual({ start: 1, end: 4 });
  expect(new Regex('x*', basicSyntax).find('aaxx')).toEqual({ start: 0, end: 0 });
});

test('APT-2 nothing before the base of a search is seen, as C sees only the rest of a string', () => {
  const word = new Regex('\\<o', basicSyntax);
  expect(word.find('foo')).toBeUndefined();
  expect(word.find('foo', { base: 1, notBol: true })).toEqual({ start: 1, end: 2 });
  expect(new Regex('^o', basicSyntax).find('foo', { base: 1, notBol: true })).toBeUndefined();
});

test.each([
  ['a**', basicSyntax, 'Invalid preceding regular expression'],
  ['\\(', basicSyntax, 'Unmatched ( or \\('],
  ['[a', basicSyntax, 'Unmatched [, [^, [:, [., or [='],
  ['[[:foo:]]', basicSyntax, 'Invalid character class name'],
  ['[b-a]', basicSyntax, 'Invalid range end'],
  ['a\\{3,1\\}', basicSyntax, 'Invalid content of \\{\\}'],
  ['a\\{1', basicSyntax, 'Unmatched \\{'],
  ['\\1', basicSyntax, 'Invalid back reference'],
  ['a\\', basicSyntax, 'Trailing backslash'],
  ['a{99999}', extendedSyntax, 'Regular expression too big'],
  ['(((a{100}){100}){100}){100}', extendedSyntax, 'Memory exhausted'],
] as const)('APT-3 the pattern %s is refused with the sentence of regerror', (pattern, syntax, message) => {
  expect(() => new Regex(pattern, syntax)).toThrow(message);
});

test('APT-4 patterns that make backtracking matchers hang are matched in time that grows with the text', () => {
  const text = 'a'.repeat(20_000);
  expect(new Regex('^(a+)+$', extendedSyntax).find(`${text}b`)).toBeUndefined();
  expect(new Regex('(a|a|aa)*c', extendedSyntax).find(text)).toBeUndefined();
  expect(new Regex('(x+x+)+y', egrepSyntax).find('x'.repeat(5000))).toBeUndefined();
});

test('APT-4 a search with back-references that takes too many steps ends with its own error', () => {
  const search = (): unknown => new Regex('(.)(.*)(.*)(.*)(.*)\\1x', extendedSyntax).find('a'.repeat(200));
  expect(search).toThrow(RegexError);
  expect(search).toThrow('regular expression needs too many steps');
});
