import { charWidth, displayWidth } from './display-width.ts';

/** formatter.Ellipsis: cuts to `width` columns, the last of them `…`. */
export function ellipsis(text: string, width: number): string {
  if (width <= 0) return '';
  const chars = [...text];
  if (width === 1) return chars[0] ?? '';
  if (displayWidth(text) <= width) return text;
  let used = 0;
  let kept = '';
  for (const c of chars) {
    used += charWidth(c.codePointAt(0)!);
    if (used > width - 1) break;
    kept += c;
  }
  return `${kept}…`;
}

/** formatter.TruncateID: the first 12 characters after an optional `sha256:`. */
export function truncateId(id: string): string {
  const bare = id.slice(id.indexOf(':') + 1);
  return bare.slice(0, 12);
}
