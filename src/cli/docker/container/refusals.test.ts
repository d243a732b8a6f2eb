import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dockerLine } from './testing.ts';

interface Recorded {
  readonly line: string;
  readonly stderr: string;
  readonly exit: number;
}

/** Blocks of `$ line`, standard error, `= exit code`. */
function recorded(name: string): Recorded[] {
  const text = readFileSync(new URL(`testdata/${name}.oracle`, import.meta.url), 'utf8');
  return [...text.matchAll(/^\$ (.*)\n((?:.*\n)*?)= (\d+)$/gm)].map(([, line, stderr, exit]) => ({
    line: line!,
    stderr: stderr!,
    exit: Number(exit),
  }));
}

describe.each([
  ['CTR-1 docker run refuses settings in the words of client and engine', 'refusals'],
  ['CTR-2 docker run refuses mounts in the words of client and engine', 'mounts'],
])('%s', (_title, name) => {
  test.each(recorded(name))('$line', ({ line, stderr, exit }) => {
    // Recorded from an engine without a bridge.
    expect(dockerLine(line, { network: { bridge: false, internet: false } })).toEqual({ stdout: '', stderr: withoutBlanks(stderr), exit });
  });
});

function withoutBlanks(text: string): string {
  return text.replace(/\n+/g, '\n');
}
