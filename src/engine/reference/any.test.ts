import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DockerError } from '../errors/index.ts';
import { canonicalString, familiarString, parseAnyReference, parseDockerRef, parseReference, withDefaultTag, withTag } from './index.ts';

const ID = '2c09f027149049726d41672f184161fcf59472aa522ea57902baa5e6fed3a38f';

function outcome(text: string): string {
  try {
    return familiarString(withDefaultTag(parseReference(text)));
  } catch (error) {
    if (error instanceof DockerError) return `error: ${error.message}`;
    throw error;
  }
}

describe('REF-5 names are read and shown as docker tag does', () => {
  const text = readFileSync(join(import.meta.dirname, 'testdata/tag.oracle'), 'utf8');
  const cases = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  it.each(cases.map((line) => line.split(' | ') as [string, string]))('%s', (name, expected) => {
    expect(outcome(JSON.parse(name) as string)).toBe(expected);
  });
});

it('REF-6 sixty-four hexadecimal digits and digests are IDs, not names', () => {
  expect(parseAnyReference(ID)).toEqual({ kind: 'digest', digest: `sha256:${ID}` });
  expect(parseAnyReference(`sha256:${ID}`)).toEqual({ kind: 'digest', digest: `sha256:${ID}` });
  expect(parseAnyReference('busybox').kind).toBe('named');
  expect(parseAnyReference(`sha256:${ID.slice(1)}`).kind).toBe('named');
});

it('REF-7 with tag and digest both, the digest counts', () => {
  expect(parseDockerRef(`x:1@sha256:${ID}`)).toEqual({ domain: 'docker.io', path: 'library/x', digest: `sha256:${ID}` });
  expect(parseDockerRef('x').tag).toBe('latest');
});

it('REF-8 a tag is checked alone', () => {
  expect(() => withTag(parseReference('x'), '-a')).toThrow('invalid tag format');
  expect(withTag(parseReference('x'), '1').tag).toBe('1');
});

it('REF-9 any text is a reference or a typed error, and what is read prints to what reads the same', () => {
  const piece = fc.constantFrom('a', 'A', '.', '-', '_', ':', '/', '@', '0', 'localhost', 'docker.io', `sha256:${ID}`, '[::1]');
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((p) => p.join('')),
  );
  fc.assert(
    fc.property(text, (input) => {
      try {
        const ref = parseReference(input);
        expect(parseReference(canonicalString(ref))).toEqual(ref);
        expect(parseReference(familiarString(ref))).toEqual(ref);
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});
