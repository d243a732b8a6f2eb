/** Columns of a list on something that is no terminal, less the margins that apt keeps (private-output.cc ShowList). */
const WIDTH = 76;

/** A title and a list of names under it, wrapped; nothing for an empty list. */
export function nameList(title: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  let out = title;
  let used = 0;
  for (const name of names) {
    if (used === 0 || used + name.length >= WIDTH) {
      out += '\n  ';
      used = 0;
    } else {
      out += ' ';
      used++;
    }
    out += name;
    used += name.length;
  }
  return `${out}\n`;
}
