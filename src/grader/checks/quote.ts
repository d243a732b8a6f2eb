// Lists and texts as findings compare and quote them.

/** A command line's words as a JSON list. */
export const list = (words: readonly string[]): string => JSON.stringify(words);

export const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** A text as a sentence can quote it: its beginning. */
export const quote = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Two texts that read the same; whether the last line has its newline does not matter. */
export const sameText = (a: string, b: string): boolean => a.replace(/\n$/, '') === b.replace(/\n$/, '');

/** The first names of many, as code, for a sentence. */
export function named(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  return `${shown.join(', ')}${names.length > most ? ' …' : ''}`;
}
