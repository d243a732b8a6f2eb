/** Compares as glibc's strverscmp: runs of digits by value, those with leading zeros as fractions before others. */
export function compareVersions(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (i === a.length && i === b.length) return 0;
  let start = i;
  while (start > 0 && /\d/.test(a[start - 1]!)) start--;
  const x = /^\d*/.exec(a.slice(start))![0];
  const y = /^\d*/.exec(b.slice(start))![0];
  const plain = (a.charCodeAt(i) || 0) - (b.charCodeAt(i) || 0);
  if (x === '' || y === '') return plain;
  if (start === i && (!/\d/.test(a[i] ?? '') || !/\d/.test(b[i] ?? ''))) return plain;
  const zeros = (text: string): number => /^0*/.exec(text)![0].length;
  if (zeros(x) > 0 || zeros(y) > 0) {
    if (zeros(x) !== zeros(y)) return zeros(y) - zeros(x);
    return plain;
  }
  return x.length === y.length ? plain : x.length - y.length;
}
