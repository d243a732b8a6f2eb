// A core sample: one path drilled through every bed, from the top down.
import type { FileRow, StackModel } from './model.ts';

export type CoreMark = 'here' | 'shadow' | 'whiteout' | 'absent';

export interface CoreSample {
  readonly path: string;
  /** One mark per row: the writable layer first when there is one, then the beds, newest first. */
  readonly marks: readonly CoreMark[];
  /** Index of the row where the search ends; −1 when the path is nowhere. */
  readonly end: number;
}

export function drill(model: StackModel, path: string): CoreSample {
  const rows = [...(model.writable ? [model.writable] : []), ...model.beds];
  let end = -1;
  const marks = rows.map((row, index): CoreMark => {
    const entry = row.files.find((file) => file.path === path) ?? row.files.find((file) => coversBelow(file, path));
    if (!entry) return 'absent';
    const removes = entry.kind === 'D' || entry.path !== path;
    if (end >= 0) return removes ? 'absent' : 'shadow';
    end = index;
    return removes ? 'whiteout' : 'here';
  });
  return { path, marks, end };
}

/** A removed or opaque directory ends the search for everything inside it. */
function coversBelow(file: FileRow, path: string): boolean {
  return (file.kind === 'D' || file.entryKind === 'opaque') && path.startsWith(`${file.path.replace(/\/$/, '')}/`);
}
