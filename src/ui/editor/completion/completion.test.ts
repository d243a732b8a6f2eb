import { describe, expect, test } from 'vitest';
import { instructionNames as engineNames, parseDockerfile } from '../../../engine/dockerfile/index.ts';
import { check } from '../../engine/editor/check.ts';
import { candidatesFor } from './candidates.ts';
import { en } from './docs.en.ts';
import { zh } from './docs.zh.ts';
import { flagsOf, instructionNames, mountKeys, mountTypes } from './reference.ts';
import { situationAt } from './situation.ts';

/** What is offered at `|`. */
function offered(marked: string): string[] {
  const position = marked.indexOf('|');
  const text = marked.slice(0, position) + marked.slice(position + 1);
  const situation = situationAt(text, position);
  if (situation === undefined) return ['nothing'];
  const typed = text.slice(situation.from, position);
  const line = text.slice(0, position).split('\n').length;
  return candidatesFor(situation, check(text), line).flatMap(({ label }) =>
    label.toLowerCase().startsWith(typed.toLowerCase()) ? [label] : [],
  );
}
const at = (marked: string) => situationAt(marked.replace('|', ''), marked.indexOf('|'));

describe('reference', () => {
  test('EDR-90 the instructions are those that the parser knows', () => {
    expect(instructionNames).toEqual(engineNames);
  });
  test("EDR-90 the parser knows every flag and every mount's keys", () => {
    const sample = { FROM: 'busybox', COPY: 'a b', ADD: 'a b', RUN: 'x', HEALTHCHECK: 'CMD x' } as const;
    for (const [name, rest] of Object.entries(sample)) {
      for (const { name: flag, value, values } of flagsOf(name)) {
        const given = values?.[0] ?? (/retries/.test(flag) ? '1' : 'x');
        const text = `${name === 'FROM' ? '' : 'FROM busybox\n'}${name} --${flag}${value ? `=${given}` : ''} ${rest}\n`;
        expect(
          parseDockerfile(text).errors.map(({ message }) => message),
          text,
        ).toEqual([]);
      }
    }
    for (const type of mountTypes) {
      for (const { name, value } of mountKeys[type]) {
        const text = `FROM a\nRUN --mount=type=${type},${name}${value ? '=1' : ''} x\n`;
        expect(
          parseDockerfile(text).errors.map(({ message }) => message),
          text,
        ).toEqual([]);
      }
    }
  });
  test('EDR-91 everything has its documentation in both languages', () => {
    const wanted = [
      ...instructionNames,
      ...instructionNames.flatMap((name) => flagsOf(name).map((flag) => `${name} --${flag.name}`)),
      ...mountTypes.map((type) => `mount.${type}`),
      ...mountTypes.flatMap((type) => mountKeys[type].map(({ name }) => `mount.${name}`)),
    ];
    for (const book of [en, zh]) expect(wanted.filter((key) => !(key in book))).toEqual([]);
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });
});

describe('completion', () => {
  test.each([
    ['F|', ['FROM']],
    ['FROM a\nCO|', ['COPY']],
    ['FROM a\nONBUILD R|', ['RUN']],
    ['# s|', ['syntax=docker/dockerfile:1']],
    ['FROM a\n# s|', ['nothing']],
    ['FROM --p|', ['--platform=']],
    ['FROM --platform=$B|', ['BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT']],
    ['FROM a AS one\nFROM b AS two\nCOPY --from=|', ['one']],
    ['FROM a AS one\nFROM o|', ['one']],
    ['FROM a AS one\nFROM b\nRUN --mount=type=bind,from=|', ['one']],
    ['FROM a\nRUN --mount=|', ['type=bind', 'type=cache', 'type=secret', 'type=ssh', 'type=tmpfs']],
    ['FROM a\nRUN --mount=type=c|', ['cache']],
    ['FROM a\nRUN --mount=type=cache,target=/x,sh|', ['sharing=']],
    ['FROM a\nRUN --mount=type=cache,sharing=l|', ['locked']],
    ['FROM a\nRUN --mount=type=secret,s|', []],
    ['FROM a\nRUN --net|', ['--network=']],
    ['FROM a\nRUN --network=n|', ['none']],
    ['FROM a\nRUN --mount=type=tmpfs,target=/x --m|', ['--mount=']],
    ['FROM a\nCOPY --chown=1 --ch|', ['--chmod=']],
    ['FROM a|\n', []],
    ['FROM a |', ['AS']],
    ['FROM a\nHEALTHCHECK |', ['CMD', 'NONE', '--interval=', '--timeout=', '--start-period=', '--start-interval=', '--retries=']],
    ['FROM a\nSTOPSIGNAL SIGQ|', ['SIGQUIT']],
    ['ARG V=1\nFROM a:$V|', ['V']],
    ['ARG V=1\nFROM a\nRUN echo $V|', []],
    ['ARG V=1\nFROM a\nARG V\nENV VW=2\nRUN echo ${V|', ['V', 'VW']],
    ['FROM a AS b\nENV E1=1\nFROM b\nRUN x \\\n  $E|', ['E1']],
    ['FROM a\nRUN <<EOF\n$|\nEOF', ['nothing']],
    ['FROM a\nRUN <<EOF\nx\nEOF\nW|', ['WORKDIR']],
    ['FROM a\nRUN x \\\n# y\n  && F|', ['nothing']],
  ])('EDR-92 %j', (marked, labels) => {
    expect(offered(marked)).toEqual(labels);
  });

  test('EDR-93 images and tags behind FROM, paths of the context behind COPY', () => {
    expect(at('FROM al|')).toMatchObject({ kind: 'image', word: 'al' });
    expect(at('FROM alpine:3|')).toMatchObject({ kind: 'tag', repository: 'alpine' });
    expect(at('FROM localhost:5000/a|')).toMatchObject({ kind: 'image' });
    expect(at('FROM localhost:5000/a:|')).toMatchObject({ kind: 'tag', repository: 'localhost:5000/a' });
    expect(at('FROM a@sha|')).toBeUndefined();
    expect(at('FROM a\nCOPY src/a|')).toMatchObject({ kind: 'path', folder: 'src/', flags: true });
    expect(at('FROM a\nCOPY --link x src/|')).toMatchObject({ kind: 'path', folder: 'src/', flags: false });
    expect(at('FROM a\nCOPY ["x", "b/|')).toMatchObject({ kind: 'path', folder: 'b/' });
    expect(at('FROM a\nADD https://x/|')).toBeUndefined();
  });
});
