// Two texts line by line: what only one of them has. Pure.

interface DiffLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
}

/** Most lines that are compared one by one; the rest of larger texts counts as changed. */
const MOST = 2000;

/** Lines of `before` that are gone are `-`, those that `after` adds are `+`; equal lines far from any change are left out. */
export function difference(before: string, after: string, around = 2): readonly (DiffLine | 'gap')[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middle = changes(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ sign: ' ', text }));
  return folded([...same(a.slice(0, start)), ...middle, ...same(end === 0 ? [] : a.slice(-end))], around);
}

/** By the longest run of lines that both have, in order. */
function changes(a: readonly string[], b: readonly string[]): DiffLine[] {
  if (a.length > MOST || b.length > MOST)
    return [...a.map((text): DiffLine => ({ sign: '-', text })), ...b.map((text): DiffLine => ({ sign: '+', text }))];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!))
      lines.push({ sign: '-', text: a[i++]! });
    else lines.push({ sign: '+', text: b[j++]! });
  }
  return lines;
}

function folded(lines: readonly DiffLine[], around: number): (DiffLine | 'gap')[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - around), at + around + 1).some(({ sign }) => sign !== ' '));
  return lines.flatMap((line, at): (DiffLine | 'gap')[] => (near[at] ? [line] : at === 0 || near[at - 1] ? ['gap'] : []));
}
