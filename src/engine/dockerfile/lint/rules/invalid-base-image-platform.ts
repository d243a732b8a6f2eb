import { quote } from '../../../go/quote.ts';
import type { LineRange } from '../../span.ts';
import { formatPlatform, normalizePlatform, type Platform } from '../../values/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const invalidBaseImagePlatform = rule(
  'InvalidBaseImagePlatform',
  '',
  'Base image platform does not match expected target platform',
  (image: string, expected: string, actual: string) =>
    `Base image ${image} was pulled with platform ${quote(actual)}, expected ${quote(expected)} for current build`,
);

export function checkBasePlatform(image: string, expected: Platform, actual: Platform, lines: LineRange, reporter: Reporter): void {
  if (expected.os === actual.os && expected.architecture === actual.architecture) return;
  const [wanted, got] = [expected, actual].map((platform) => formatPlatform(normalizePlatform(platform), true));
  reporter.report(invalidBaseImagePlatform, lines, image, wanted!, got!);
}
