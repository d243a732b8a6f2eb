/** A set of bytes: 1 at the index of each member. */
export type ByteSet = Uint8Array;

export const emptySet = (): ByteSet => new Uint8Array(256);

const CLASSES: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  alnum: /[0-9A-Za-z]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t-\r]/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  print: /[ -~]/,
  graph: /[!-~]/,
  cntrl: /[\0-\x1f\x7f]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** The members of a named class in the C locale; undefined for an unknown name. */
export function classMembers(name: string): ByteSet | undefined {
  const test = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
  if (test === undefined) return undefined;
  return Uint8Array.from({ length: 256 }, (_, byte) => (test.test(String.fromCharCode(byte)) ? 1 : 0));
}

export const isWordByte = (byte: number): boolean =>
  (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95;

export const wordSet = (): ByteSet => Uint8Array.from({ length: 256 }, (_, byte) => (isWordByte(byte) ? 1 : 0));
export const complement = (set: ByteSet): ByteSet => set.map((member) => 1 - member);

export function addAll(set: ByteSet, members: ByteSet): void {
  for (let i = 0; i < 256; i++) if (members[i] === 1) set[i] = 1;
}
