import { StringStream } from '@codemirror/streamparser';
import { describe, expect, test } from 'vitest';
import { type DockerfileState, dockerfileMode } from './dockerfile-mode.ts';

const letters: Readonly<Record<string, string>> = {
  keyword: 'K',
  comment: '#',
  meta: 'M',
  labelName: 'H',
  variableName: 'V',
  string: 's',
  attributeName: 'F',
  attributeValue: 'f',
  propertyName: 'p',
  operator: 'o',
  number: 'n',
  invalid: '!',
  punctuation: ',',
  builtin: 'b',
};

/** Under each character a letter for its colour. */
function colours(text: string): string[] {
  const state = dockerfileMode.startState!(2) as DockerfileState;
  return text.split('\n').map((line) => {
    if (line === '') {
      dockerfileMode.blankLine?.(state, 2);
      return '';
    }
    const stream = new StringStream(line, 4, 2);
    let out = '';
    while (!stream.eol()) {
      stream.start = stream.pos;
      const style = dockerfileMode.token(stream, state);
      out += (style === null ? '.' : (letters[style] ?? 'x')).repeat(stream.pos - stream.start);
    }
    return out;
  });
}

describe('colours of a Dockerfile', () => {
  test('EDR-60 instructions, flags, variables, names of stages', () => {
    const text =
      '# syntax=docker/dockerfile:1\n# a comment\nFROM --platform=$BUILDPLATFORM a:1 AS b\nCOPY --from=b --chown=1:1 x ${Y:-z} /\nENV A=1 B="x $C"\nFOO x';
    expect(colours(text)).toEqual([
      'MMMMMMMMMMMMMMMMMMMMMMMMMMMM',
      '###########',
      'KKKK.FFFFFFFFFFoVVVVVVVVVVVVVV.....KK..',
      'KKKK.FFFFFFof.FFFFFFFofff...VVVVVVV..',
      'KKK.pon.posssVVs',
      '!!!..',
    ]);
  });
  test('EDR-61 continuations go on over comments and empty lines', () => {
    const [first, second, third, , fifth] = colours('RUN apk add \\\n# why\n  curl \\\n\n  git\nCMD ["a"]');
    expect(first?.at(-1)).toBe('o');
    expect(second).toBe('#####');
    expect(third?.trim()).toBe('..bbbb.o');
    expect(fifth).not.toContain('!');
  });
  test('EDR-62 here-documents: the body of RUN is shell, of COPY a text, and the end is seen', () => {
    const lines = colours('RUN <<EOF\necho "a" $B\nFROM x\nEOF\nCOPY <<-"a" <<b /\nFROM x\n\ta\nFROM\nb\nUSER x');
    expect(lines[0]).toBe('KKK.HHHHH');
    expect(lines[1]).toMatch(/s{3}/);
    expect(lines[2]).not.toContain('K');
    expect(lines[3]).toBe('HHH');
    expect(lines.slice(4)).toEqual(['KKKK.HHHHHH.HHH..', 'ssssss', 'HH', 'ssss', 'H', 'KKKK..']);
  });
  test('EDR-63 exec form and a chosen escape', () => {
    expect(colours('# escape=`\nRUN dir `\n  c:\\\nCMD ["a", "b c"]')).toEqual([
      'MMMMMMMMMM',
      expect.stringMatching(/o$/),
      expect.any(String),
      'KKK.,sss,.sssss,',
    ]);
  });
});
