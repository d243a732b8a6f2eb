import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { route } from '../help/index.ts';
import { parse } from './index.ts';

/** What the client says about these words before it asks the engine anything. */
function complaint(argv: readonly string[]): string {
  const found = route(argv);
  if (found.kind === 'text') return `${found.stderr}exit ${found.exit}`;
  if (found.kind === 'version') return 'version';
  const parsed = parse(found.spec, found.argv);
  return parsed.kind === 'error' ? `${found.warnings}${parsed.stderr}exit ${parsed.exit}` : 'no complaint';
}

/** Words as the recording's shell split them; its lines use blanks and double quotes only. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g)].map(([word]) =>
    word.replace(/"((?:[^"\\]|\\.)*)"/g, (_, s: string) => s.replaceAll('\\"', '"')),
  );
}

const dir = join(import.meta.dirname, 'testdata');
const lines = readFileSync(join(dir, 'errors.txt'), 'utf8').split('\n').slice(0, -1);
const answers = readFileSync(join(dir, 'errors.oracle'), 'utf8')
  .split(/^--- .*\n/m)
  .slice(1);

describe("CLI-3 CLI-4 CLI-5 wrong words are answered with Docker's texts and exit codes", () => {
  it.each(lines.map((line, i) => [line, answers[i]!] as const))('docker %s', (line, answer) => {
    expect(`${complaint(words(line))}\n`).toBe(answer);
  });
});
