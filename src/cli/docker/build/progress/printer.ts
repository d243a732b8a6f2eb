import type { BuildEvent } from '../../../../engine/build/index.ts';

/** Turns a build's events into text as they come. `end` gives what is printed when the build is over; `failed` tells of the step it ended with. */
export interface Printer {
  print(event: BuildEvent): string;
  end(time: number, warnings: readonly string[], failed?: string): string;
  /** What to draw when time has passed and nothing else happened; displays that are drawn again have it. */
  tick?(time: number): string;
}

/** The checks' findings below the progress (buildx commands/build.go printWarnings). */
export function warningsText(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  return `\n \x1b[33m${count} found (use docker --debug to expand):\n\x1b[0m${warnings.map((text) => ` - ${text}\n`).join('')}`;
}

export const quietPrinter: Printer = { print: () => '', end: () => '' };
