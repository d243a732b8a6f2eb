import { describe, expect, it } from 'vitest';
import {
  alignTabs,
  ansic,
  bytesSize,
  displayWidth,
  durationString,
  ellipsis,
  fromHumanSize,
  goQuote,
  goTime,
  humanDuration,
  humanSize,
  humanSizeWithPrecision,
  marshalJson,
  marshalJsonIndent,
  parseDuration,
  ramInBytes,
  rfc3339,
  rfc3339Nano,
  truncateId,
} from './index.ts';

describe('FMT-5 sizes in bytes', () => {
  it.each([
    [0, '0B', '0B', '0B'],
    [999, '999B', '999B', '999B'],
    [1000, '1kB', '1kB', '1000B'],
    [1023, '1.02kB', '1.023kB', '1023B'],
    [1024, '1.02kB', '1.024kB', '1KiB'],
    [1985558, '1.99MB', '1.986MB', '1.894MiB'],
    [999499, '999kB', '999.5kB', '976.1KiB'],
    [999950, '1e+03kB', '1000kB', '976.5KiB'],
    [123456789, '123MB', '123.5MB', '117.7MiB'],
    [7800000000, '7.8GB', '7.8GB', '7.264GiB'],
  ])('%i: images %s, df %s, info %s', (bytes, three, four, binary) => {
    expect([humanSizeWithPrecision(bytes, 3), humanSize(bytes), bytesSize(bytes)]).toEqual([three, four, binary]);
  });

  it.each([
    ['1', 1],
    ['512m', 536870912],
    ['1.5GiB', 1610612736],
    ['2kb', 2048],
    ['3 k', 3072],
    ['10b', 10],
    ['1T', 1099511627776],
  ])('reads %s', (text, bytes) => expect(ramInBytes(text)).toBe(bytes));

  it.each([
    ['x', "invalid size: 'x'"],
    ['1x', "invalid suffix: 'x'"],
    ['1kbb', "invalid suffix: 'kbb'"],
    ['1bb', "invalid suffix: 'bb'"],
    ['-5', "invalid size: '-5'"],
  ])('refuses %s', (text, message) => expect(() => ramInBytes(text)).toThrow(message));

  it('reads powers of 1000', () => expect(fromHumanSize('2kB')).toBe(2000));
});

describe('FMT-6 ages and durations', () => {
  it.each([
    [0.9, 'Less than a second'],
    [1, '1 second'],
    [59, '59 seconds'],
    [60, 'About a minute'],
    [119, 'About a minute'],
    [120, '2 minutes'],
    [59 * 60, '59 minutes'],
    [60 * 60, 'About an hour'],
    [90 * 60, '2 hours'],
    [47.4 * 3600, '47 hours'],
    [48 * 3600, '2 days'],
    [14 * 86400, '2 weeks'],
    [60 * 86400, '2 months'],
    [730 * 86400, '2 years'],
  ])('%d s: %s', (seconds, text) => expect(humanDuration(seconds)).toBe(text));

  it.each([
    ['0s', 0n],
    ['1ns', 1n],
    ['1.5µs', 1500n],
    ['100ms', 100_000_000n],
    ['1.5s', 1_500_000_000n],
    ['2m0s', 120_000_000_000n],
    ['1h30m0.25s', 5_400_250_000_000n],
    ['-3s', -3_000_000_000n],
  ])('%s', (text, ns) => {
    expect(durationString(ns)).toBe(text);
    expect(parseDuration(text)).toBe(ns);
  });

  it.each([
    ['', 'time: invalid duration ""'],
    ['5', 'time: missing unit in duration "5"'],
    ['5x', 'time: unknown unit "x" in duration "5x"'],
    ['.s', 'time: invalid duration ".s"'],
    ['9999999h', 'time: invalid duration "9999999h"'],
  ])('refuses %j', (text, message) => expect(parseDuration(text)).toBe(message));
});

describe('FMT-7 instants', () => {
  it('prints RFC 3339, Go and ANSI C times', () => {
    expect(rfc3339Nano(1795241835, 977469376)).toBe('2026-11-21T06:17:15.977469376Z');
    expect(rfc3339Nano(1795241835, 970000000)).toBe('2026-11-21T06:17:15.97Z');
    expect(rfc3339(0)).toBe('1970-01-01T00:00:00Z');
    expect(rfc3339(-62135596800)).toBe('0001-01-01T00:00:00Z');
    expect(rfc3339(951782400)).toBe('2000-02-29T00:00:00Z');
    expect(goTime(1795241835)).toBe('2026-11-21 06:17:15 +0000 UTC');
    expect(ansic(1789470177)).toBe('Tue Sep 15 11:02:57 2026');
  });
});

describe('FMT-8 JSON and quoted text are as Go writes them', () => {
  it('indents by four blanks, keeps order, and escapes for HTML unless told not to', () => {
    expect(marshalJsonIndent({ b: [1, {}], a: [], c: '<' })).toBe(
      '{\n    "b": [\n        1,\n        {}\n    ],\n    "a": [],\n    "c": "\\u003c"\n}',
    );
    expect(marshalJson({ a: '<&>\u2028\u0001\n"\\' }, false)).toBe('{"a":"<&>\\u2028\\u0001\\n\\"\\\\"}');
    expect(
      marshalJson(
        new Map([
          ['10', 1],
          ['9', 2],
        ]),
      ),
    ).toBe('{"10":1,"9":2}');
  });

  it('quotes', () => {
    expect(goQuote('a"\\\n\u0001é\u200b\u{1f600}')).toBe('"a\\"\\\\\\n\\x01é\\u200b😀"');
  });
});

describe('FMT-9 cut and aligned text', () => {
  it('cuts by columns', () => {
    expect(ellipsis('abcdef', 4)).toBe('abc…');
    expect(ellipsis('abcd', 4)).toBe('abcd');
    expect(ellipsis('中文字', 5)).toBe('中文…');
    expect(ellipsis('abc', 0)).toBe('');
    expect(displayWidth('中a')).toBe(3);
    expect(truncateId('sha256:2c09f0271490aa')).toBe('2c09f0271490');
  });

  it('aligns columns line by line: a column ends where a line has it not', () => {
    expect(alignTabs('a\tb\tc\nlonglonglong\tb\nx\n')).toBe('a              b         c\nlonglonglong   b\nx\n');
  });
});
