/**
 * The number at the start of a text as C's strtod reads it: blanks, a sign, decimal or hexadecimal digits, `inf`, `nan`.
 * `length` is how many characters it took, 0 when there is no number (value 0).
 */
export function parseFloatPrefix(text: string): { value: number; length: number } {
  const match =
    /^[ \t-\r]*([+-]?)(0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|inf(?:inity)?|nan(?:\([0-9A-Za-z_]*\))?)/i.exec(
      text,
    );
  if (match === null) return { value: 0, length: 0 };
  const body = match[2]!.toLowerCase();
  const value = body.startsWith('0x') ? hexFloat(body) : body.startsWith('inf') ? Infinity : body.startsWith('nan') ? NaN : Number(body);
  return { value: match[1] === '-' ? -value : value, length: match[0].length };
}

function hexFloat(body: string): number {
  const [digits = '', exponent = '0'] = body.slice(2).split('p');
  const [whole = '', fraction = ''] = digits.split('.');
  let value = 0;
  for (const digit of whole + fraction) value = value * 16 + Number.parseInt(digit, 16);
  return value * 2 ** (Number(exponent) - 4 * fraction.length);
}
