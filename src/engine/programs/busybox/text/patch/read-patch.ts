/** One piece of a patch: its lines keep their marks (` `, `-`, `+`). */
export interface Hunk {
  readonly oldLine: number;
  readonly newLine: number;
  readonly lines: readonly string[];
}

/** What a patch says about one file. Names are as written, without time stamps. */
export interface FilePatch {
  readonly oldName: string;
  readonly newName: string;
  readonly oldTotal: number;
  readonly newTotal: number;
  readonly hunks: readonly Hunk[];
}

const nameOf = (line: string): string => line.slice(4).split('\t', 1)[0]!.trimEnd();

/** The files that a unified patch changes; everything around them is passed over. */
export function readPatch(lines: readonly string[]): FilePatch[] {
  const files: FilePatch[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const next = lines[at + 1];
    if (!line.startsWith('--- ') || next === undefined || !next.startsWith('+++ ')) {
      at++;
      continue;
    }
    at += 2;
    const hunks: Hunk[] = [];
    let oldTotal = 0;
    let newTotal = 0;
    for (;;) {
      const head = /^@@ -([0-9]+)(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@/.exec(lines[at] ?? '');
      if (head === null) break;
      at++;
      let oldLeft = Number(head[2] ?? 1);
      let newLeft = Number(head[4] ?? 1);
      oldTotal += oldLeft;
      newTotal += newLeft;
      const body: string[] = [];
      for (; at < lines.length && (oldLeft > 0 || newLeft > 0); at++) {
        const text = lines[at]!;
        const mark = text[0] ?? ' ';
        if (mark === '\\') continue;
        if (mark !== ' ' && mark !== '-' && mark !== '+') break;
        if (mark !== '+') oldLeft--;
        if (mark !== '-') newLeft--;
        body.push(text === '' ? ' ' : text);
      }
      while (lines[at]?.startsWith('\\')) at++;
      hunks.push({ oldLine: Number(head[1]), newLine: Number(head[3]), lines: body });
    }
    if (hunks.length > 0) files.push({ oldName: nameOf(line), newName: nameOf(next), oldTotal, newTotal, hunks });
  }
  return files;
}
