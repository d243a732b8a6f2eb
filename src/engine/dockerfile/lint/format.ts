import { sortSlice } from '../../go/sort.ts';
import type { DockerfileError } from '../error.ts';
import type { LineRange } from '../span.ts';
import type { LintResult } from './lint.ts';

const ruler = '--------------------\n';

/**
 * The lines around a place with `>>>` before those meant, as BuildKit prints sources under errors and warnings; '' when the place is outside the file or
 * when there is none. `file` is the name as it is shown.
 */
export function sourceExcerpt(text: string, file: string, places: readonly LineRange[]): string {
  if (places.length === 0) return '';
  const lines = text.split('\n');
  const first = Math.min(...places.map((place) => place.start));
  let start = first;
  let end = Math.max(...places.map((place) => Math.max(place.start, place.end)));
  if (start > lines.length || start < 1) return '';
  end = Math.min(end, lines.length);
  const pad = end === start ? 4 : 2;
  for (let padded = 0; padded < pad; padded += 1) {
    if (start > 1) {
      start -= 1;
      padded += 1;
    }
    if (end !== lines.length) {
      end += 1;
      padded += 1;
    }
  }
  const shown = lines.slice(start - 1, end).map((line, i) => {
    const number = start + i;
    const meant = places.some((place) => place.start <= number && number <= Math.max(place.start, place.end));
    return ` ${String(number).padStart(3)} | ${meant ? '>>>' : '   '} ${line}\n`;
  });
  return `${file}:${first}\n${ruler}${shown.join('')}${ruler}`;
}

/** An error's message over its place, as `docker build --check` prints it behind "ERROR: ". */
export function formatError(error: DockerfileError, text: string, file: string): string {
  return `${error.message}\n${sourceExcerpt(text, file, error.locations)}`;
}

/** What `docker build --check` prints: findings on standard output, the error behind the progress on standard error. */
export interface CheckOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** The text of `docker build --check`, without the progress lines on standard error. Findings come by line, in the order Go's sort gives equals. */
export function formatCheck({ diagnostics, error }: LintResult, text: string, file: string): CheckOutput {
  const exit = diagnostics.length > 0 || error !== undefined ? 1 : 0;
  const stderr = error === undefined ? '' : `ERROR: ${formatError(error, text, file)}\n`;
  if (diagnostics.length === 0) return { stdout: error === undefined ? 'Check complete, no warnings found.\n' : '', stderr, exit };
  const count = diagnostics.length === 1 ? '1 warning has' : `${diagnostics.length} warnings have`;
  const sorted = sortSlice(diagnostics, (a, b) => a.lines.start < b.lines.start);
  const warnings = sorted.map(({ rule, url, message, lines }) => {
    return `\nWARNING: ${rule}${url === '' ? '' : ` - ${url}`}\n${message}\n${sourceExcerpt(text, file, [lines])}`;
  });
  return { stdout: `Check complete, ${count} been found!\n${warnings.join('')}${error === undefined ? '' : '\n'}`, stderr, exit };
}

/** One finding as `docker build` prints it among its progress. */
export function formatShort({ rule, message, lines }: LintResult['diagnostics'][number]): string {
  return `${rule}: ${message}${lines.start > 0 ? ` (line ${lines.start})` : ''}`;
}
