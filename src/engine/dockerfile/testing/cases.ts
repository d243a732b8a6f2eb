import { readFileSync } from 'node:fs';

/** One recorded case: what went in and what came out. */
export interface RecordedCase {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

/** Reads a file of cases: a header, then for each a `=====` line with its title, the input, a `-----` line, and what was recorded. */
export function recordedCases(url: URL): RecordedCase[] {
  const [, ...sections] = readFileSync(url, 'utf8').split(/^===== /m);
  return sections.map((section) => {
    const firstLine = section.indexOf('\n');
    const [input, expected] = section.slice(firstLine + 1).split(/^-----\n/m) as [string, string];
    return { title: section.slice(0, firstLine), input: input.replace(/\\\(no newline\)\n$/, ''), expected };
  });
}
