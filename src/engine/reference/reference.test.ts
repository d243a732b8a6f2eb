import { describe, expect, it } from 'vitest';
import { canonicalString, familiarMatch, familiarString, parseReference, withDefaultTag } from './index.ts';

const HEX = 'a'.repeat(64);
const long = 'x'.repeat(256);

describe('references', () => {
  it.each([
    ['busybox', 'docker.io/library/busybox:latest', 'busybox:latest'],
    ['busybox:1', 'docker.io/library/busybox:1', 'busybox:1'],
    ['library/busybox', 'docker.io/library/busybox:latest', 'busybox:latest'],
    ['index.docker.io/library/busybox', 'docker.io/library/busybox:latest', 'busybox:latest'],
    ['docker.io/user/app:v1', 'docker.io/user/app:v1', 'user/app:v1'],
    ['UPPER/x', 'UPPER/x:latest', 'UPPER/x:latest'],
    ['localhost/app', 'localhost/app:latest', 'localhost/app:latest'],
    ['127.0.0.1:5000/a/b', '127.0.0.1:5000/a/b:latest', '127.0.0.1:5000/a/b:latest'],
    ['[::1]:5000/a', '[::1]:5000/a:latest', '[::1]:5000/a:latest'],
    [`app@sha256:${HEX}`, `docker.io/library/app@sha256:${HEX}`, `app@sha256:${HEX}`],
    [`app:1@sha256:${HEX}`, `docker.io/library/app:1@sha256:${HEX}`, `app:1@sha256:${HEX}`],
    ['docker.io/library/sub/x', 'docker.io/library/sub/x:latest', 'library/sub/x:latest'],
  ])('REF-1 %s is %s in full and %s for short', (text, full, short) => {
    const reference = withDefaultTag(parseReference(text));
    expect(canonicalString(reference)).toBe(full);
    expect(familiarString(reference)).toBe(short);
  });

  it.each([
    ['Bad:Name', 'invalid reference format: repository name (library/Bad) must be lowercase'],
    ['a:b:c', 'invalid reference format'],
    ['', 'invalid reference format'],
    ['a//b', 'invalid reference format'],
    [`x:${'0'.repeat(129)}`, 'invalid reference format'],
    [HEX, `invalid repository name (${HEX}), cannot specify 64-byte hexadecimal strings`],
    [long, 'repository name must not be more than 255 characters'],
    [`a@sha256:${'a'.repeat(32)}`, 'invalid checksum digest length'],
    [`a@md5:${'a'.repeat(32)}`, 'unsupported digest algorithm'],
    [`a@sha256:${'A'.repeat(64)}`, 'invalid checksum digest format'],
  ])('REF-2 %s is refused: %s', (text, message) => {
    expect(() => parseReference(text)).toThrow(expect.objectContaining({ message }));
  });

  it.each([
    ['img', 'img:a', true],
    ['img:*', 'img:a', true],
    ['*/img', 'img:a', false],
    ['*/img', 'lib/img:c', true],
    ['im?:[ab]', 'img:b', true],
    ['im?:[^ab]', 'img:b', false],
    ['*', 'lib/img:c', false],
    ['i\\mg', 'img:c', true],
  ])('REF-3 the pattern %s against %s: %s', (pattern, text, matches) => {
    expect(familiarMatch(pattern, parseReference(text))).toBe(matches);
  });

  it('REF-4 a malformed pattern is an error', () => {
    expect(() => familiarMatch('[a', parseReference('a'))).toThrow('syntax error in pattern');
  });
});
