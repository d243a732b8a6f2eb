import { describe, expect, test } from 'vitest';
import { dump, parseDockerfile } from '../index.ts';
import { recordedCases } from '../testing/cases.ts';
import { detectSyntax, findDirective } from './directives.ts';
import { heredocOf } from './heredoc.ts';
import { parseSource } from './parse.ts';

function report(text: string): string {
  const { ast, warnings, error, syntaxError } = parseDockerfile(text);
  const lines = syntaxError === undefined ? [dump(ast)] : [];
  if (syntaxError === undefined) lines.push(...warnings.map(({ line, message }) => `warning at ${line}: ${message}`));
  if (error !== undefined) lines.push(`error at ${error.locations.map(({ start, end }) => `${start}-${end}`).join(' ')}: ${error.message}`);
  return `${lines.join('\n')}\n`;
}

describe('as BuildKit parses', () => {
  for (const file of ['./testdata/parse.oracle', '../instructions/testdata/errors.oracle', '../testdata/course.oracle']) {
    for (const { title, input, expected } of recordedCases(new URL(file, import.meta.url))) {
      test(title, () => expect(report(input)).toBe(expected));
    }
  }
});

describe('directives', () => {
  test('DF-4 a directive is found behind a byte order mark and a #! line', () => {
    expect(findDirective('\ufeff#!/bin/sh\n# check = skip=all x\nFROM a\n', 'check')).toEqual({
      name: 'check',
      value: 'skip=all x',
      line: 2,
    });
    expect(findDirective('#!/bin/sh\n\n# check=skip=all\n', 'check')).toBeUndefined();
    expect(findDirective('// check=skip=all\n', 'check')).toBeUndefined();
  });

  test('DF-4 syntax may also be a // comment or the key of a JSON object', () => {
    expect(detectSyntax('# syntax = a/b:1 // opts\nFROM x\n')).toEqual({ reference: 'a/b:1', value: 'a/b:1 // opts', line: 1 });
    expect(detectSyntax('#!/bin/sh\n//syntax=x')?.reference).toBe('x');
    expect(detectSyntax('{"syntax": "foo", "bar": [1]}')?.reference).toBe('foo');
    expect(detectSyntax('{"syntax": "foo"')).toBeUndefined();
    expect(detectSyntax('FROM x\n')).toBeUndefined();
  });
});

describe('what the dump leaves out', () => {
  test('DF-5 comments directly above an instruction belong to it; an empty one starts afresh, directives do not count', () => {
    const { nodes } = parseSource('# syntax=a\n# one\n# two\nFROM a\n# x\n#\n# y\nRUN b\nRUN c\n');
    expect(nodes.map(({ comments }) => comments)).toEqual([['one', 'two'], ['y'], []]);
  });

  test('DF-13 here-documents keep their bodies; <<- keeps its tabs for whoever reads it', () => {
    const { nodes } = parseSource("COPY <<A 3<<-'B C' /d\na $x\nA\n\tb\n\tB C\nRUN x\n");
    expect(nodes[0]!.heredocs).toEqual([
      { name: 'A', fileDescriptor: 0, expand: true, chomp: false, content: 'a $x\n' },
      { name: 'B C', fileDescriptor: 3, expand: false, chomp: true, content: '\tb\n' },
    ]);
    expect(nodes.map(({ lines }) => lines)).toEqual([
      { start: 1, end: 5 },
      { start: 6, end: 6 },
    ]);
  });

  test.each(['<<EOF', "<<'EOF'", '<<"EOF"', '<<-EOF', '<<EO"F"', '<< EOF', '<<- EOF'])('DF-13 %s announces a here-document', (word) => {
    expect(heredocOf(word)?.name).toBe('EOF');
  });

  test.each(['', 'EOF', '<<', '<<-', '<EOF', '<<<EOF', '<<EOF sh', "<<'EOF", '<<EOF"'])('DF-13 %j announces none', (word) => {
    expect(heredocOf(word)).toBeUndefined();
  });

  test('DF-27 spans run from the first character that is no blank to the end of the last line', () => {
    const { nodes } = parseSource('\n  FROM a\nRUN b \\\n  # c\n  d\n');
    expect(nodes.map(({ span }) => span)).toEqual([
      { start: { line: 2, column: 2 }, end: { line: 2, column: 8 } },
      { start: { line: 3, column: 0 }, end: { line: 5, column: 3 } },
    ]);
  });
});

describe('limits', () => {
  test('DF-14 a line holds at most 65,535 bytes and its newline', () => {
    const line = (size: number): string => `FROM a\nRUN ${'x'.repeat(size - 4)}`;
    expect(parseSource(`${line(65_535)}\n`).error).toBeUndefined();
    expect(parseSource(line(65_535)).error).toBeUndefined();
    expect(parseSource(`${line(65_536)}\n`).error?.message).toBe('dockerfile line greater than max allowed size of 65535');
    expect(parseSource(`FROM a\nRUN ${'é'.repeat(33_000)}\n`).error?.message).toBe(
      'dockerfile line greater than max allowed size of 65535',
    );
  });

  test('DF-16 bytes outside UTF-8 are kept and dumped as bytes', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('FROM a\nMAINTAINER J'), 0xe9, ...new TextEncoder().encode('r\u00f4me\n')]);
    expect(dump(parseDockerfile(bytes).ast)).toBe('(from "a")\n(maintainer "J\\xe9r\u00f4me")');
  });

  test('DF-16 flags are read byte by byte', () => {
    expect(dump(parseSource('FROM --platform=\u00e9 a\n').nodes)).toBe('(from ["--platform=\u00c3\u00a9"] "a")');
  });

  test('DF-28 a hundred thousand nested triggers are no trouble', () => {
    const { ast } = parseDockerfile(`FROM a\n${'ONBUILD \\\n'.repeat(100_000)}RUN x\n`);
    expect(dump(ast)).toBe(`(from "a")\n${'(onbuild '.repeat(100_000)}(run "x")${')'.repeat(100_000)}`);
  });
});
