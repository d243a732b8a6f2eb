import { expect, test } from 'vitest';
import { meterLine } from './meter.ts';
import { CurlOptions, readOptions } from './options.ts';
import { base64 } from './request.ts';
import { writeOut } from './write-out.ts';

test.each([
  [['--foo'], 'option --foo: is unknown'],
  [['-o'], 'option -o: requires parameter'],
  [['-Y'], 'option -Y: is unknown'],
  [['--re', 'x'], 'option --re: is ambiguous'],
  [['-m', 'foo', 'x'], 'option -m: expected a proper numerical parameter'],
])('NET-18 curl %j complains: %s', (args, text) => {
  expect(readOptions(args)).toBe(text);
});

test('NET-18 letters are bundled, values follow in the same word or the next, names may be shortened, --no- takes back', () => {
  const o = readOptions(['-sSLo', 'out', '-w%{http_code}', '--head', '--no-head', '--connect-t', '3', 'a', '--', '-b']);
  expect(o).toBeInstanceOf(CurlOptions);
  if (!(o instanceof CurlOptions)) return;
  expect([...o.values.keys()]).toEqual(['silent', 'show-error', 'location', 'output', 'write-out', 'connect-timeout']);
  expect(o.value('output')).toBe('out');
  expect(o.urls).toEqual(['a', '-b']);
});

test('NET-18 the meter shows amounts in five characters', () => {
  expect(meterLine({ received: 3, expected: 3, sent: 0, seconds: 0 })).toBe(
    '100     3  100     3    0     0      0      0 --:--:-- --:--:-- --:--:--     0',
  );
  expect(meterLine({ received: 143, expected: undefined, sent: 3, seconds: 0.01 })).toBe(
    '100   146    0   143  100     3  14300    300 --:--:-- --:--:-- --:--:-- 14600',
  );
  expect(meterLine({ received: 3_000_000, expected: 3_000_000, sent: 0, seconds: 1 }).slice(0, 12)).toBe('100 2929k  1');
});

test('NET-18 -w prints facts, escapes and fields of the answer', () => {
  const done = writeOut('%{http_code}\\t%%%{nope}%header{etag}\\n', { http_code: '200' }, (name) => `<${name}>`);
  expect(done).toEqual({ text: '200\t%<etag>\n', unknown: ['nope'] });
  expect(['', 'a', 'ab', 'abc', 'user:pass'].map(base64)).toEqual(['', 'YQ==', 'YWI=', 'YWJj', 'dXNlcjpwYXNz']);
});
