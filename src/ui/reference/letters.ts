// Where each letter begins in a sorted list of names, in both languages.

export interface Letter {
  readonly letter: string;
  /** Of the first name that begins with it. */
  readonly id: string;
}

const han = /\p{Script=Han}/u;
const latin = /[a-z]/i;

/** The first character of each letter of Pinyin, in the order of Chinese dictionaries. No reading begins with i, u or v. */
const readings: readonly (readonly [string, string])[] = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'].map((first, index) => [
  first,
  'ABCDEFGHJKLMNOPQRSTWXYZ'[index] ?? '',
]);

/** Names have to come sorted by `order`. Whatever is neither a letter nor Chinese stands under `#`; Latin names in a Chinese list, under `abc`. */
export function lettersOf(names: readonly { readonly id: string; readonly name: string }[], order: Intl.Collator): readonly Letter[] {
  const letters = new Map<string, Letter>();
  const chinese = names.some(({ name }) => han.test(name.charAt(0)));
  for (const { id, name } of names) {
    const letter = chinese && latin.test(name.charAt(0)) ? 'abc' : letterOf(name, order);
    if (!letters.has(letter)) letters.set(letter, { letter, id });
  }
  return [...letters.values()];
}

function letterOf(name: string, order: Intl.Collator): string {
  const first = name.charAt(0);
  if (han.test(first)) return readings.findLast(([from]) => order.compare(from, first) <= 0)?.[1] ?? '#';
  return latin.test(first) ? first.toUpperCase() : '#';
}
