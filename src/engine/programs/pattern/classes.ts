/** Whether a UTF-16 code unit is meant. */
export type CharTest = (code: number) => boolean;

const digit: CharTest = (c) => c >= 48 && c <= 57;
export const isWord: CharTest = (c) =>
  digit(c) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || (c > 127 && /[\p{L}\p{N}]/u.test(String.fromCharCode(c)));
const space: CharTest = (c) => c === 32 || (c >= 9 && c <= 13) || c === 0xa0 || c === 0xfeff || c === 0x2028 || c === 0x2029;
const not =
  (test: CharTest): CharTest =>
  (c) =>
    !test(c);

const CLASSES: Readonly<Record<string, CharTest>> = { d: digit, D: not(digit), w: isWord, W: not(isWord), s: space, S: not(space) };

/** The class that `\d` and its like stand for. */
export const classOf = (letter: string): CharTest | undefined => (Object.hasOwn(CLASSES, letter) ? CLASSES[letter] : undefined);
