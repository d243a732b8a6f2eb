import { expect, test } from 'vitest';
import { bestPlatform, type Offered, parsePlatform, servesPlatform } from './index.ts';

const offered = (text: string): Offered => {
  const [os = '', architecture = '', variant] = text.split('/');
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
};

function best(wanted: string, ...items: string[]): string | undefined {
  const parsed = parsePlatform(wanted);
  if (!parsed.ok) throw new Error(parsed.error);
  return bestPlatform(parsed.value, items, offered);
}

test('BLX-1 of an index the manifest that serves the platform best is taken: itself, older variants, then the narrower architecture', () => {
  expect(best('linux/arm/v7', 'linux/arm/v5', 'linux/arm/v6', 'linux/arm64')).toBe('linux/arm/v6');
  expect(best('linux/arm', 'linux/arm/v6', 'linux/arm/v7')).toBe('linux/arm/v7');
  expect(best('linux/arm64', 'linux/amd64', 'linux/arm64/v8')).toBe('linux/arm64/v8');
  expect(best('linux/arm64', 'linux/arm/v7', 'linux/amd64')).toBe('linux/arm/v7');
  expect(best('linux/arm64/v9', 'linux/arm64')).toBe('linux/arm64');
  expect(best('linux/amd64', 'linux/386')).toBe('linux/386');
  expect(best('linux/amd64/v3', 'linux/amd64', 'linux/amd64/v2')).toBe('linux/amd64/v2');
  expect(best('linux/arm/v6', 'linux/arm/v7')).toBeUndefined();
  expect(best('linux/s390x', 'linux/amd64')).toBeUndefined();
});

test.each([
  ['linux/arm64', 'linux/arm/v7', true],
  ['linux/arm64/v9', 'linux/arm64', true],
  ['linux/arm/v6', 'linux/arm/v7', false],
  ['linux/arm/v6', 'linux/arm', true],
  ['linux/amd64', 'linux/386', true],
  ['linux/amd64', 'linux/amd64/v2', false],
  ['linux/386', 'linux/amd64', false],
] as const)('IMG-17a for %s an image of %s serves: %s', (wanted, has, serves) => {
  const parsed = parsePlatform(wanted);
  expect(parsed.ok && servesPlatform(parsed.value, offered(has))).toBe(serves);
});
