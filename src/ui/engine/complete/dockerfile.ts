// Stage names of the Dockerfile that a build would read.

import { parseDockerfile } from '../../../engine/dockerfile/index.ts';
import { encodeText, SysError } from '../../../engine/kernel/index.ts';
import type { Candidate } from './candidate.ts';
import type { Place } from './place.ts';

export function stageNames(place: Place, values: ReadonlyMap<string, readonly string[]>, positional: readonly string[]): Candidate[] {
  const context = positional[0] ?? '.';
  const file = values.get('file')?.at(-1) ?? `${context.replace(/\/$/, '')}/Dockerfile`;
  const text = read(place, file);
  if (text === undefined) return [];
  return parseDockerfile(text).stages.flatMap(({ from }): Candidate[] =>
    from.stage === '' ? [] : [{ text: from.stageAsWritten, kind: 'stage', note: `FROM ${from.base}` }],
  );
}

function read({ process }: Place, path: string): string | undefined {
  try {
    return new TextDecoder().decode(process.fs.readFile(encodeText(path)));
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}
