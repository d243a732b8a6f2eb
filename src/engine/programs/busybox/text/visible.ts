/** A byte as `cat -v` shows it: `^X` for control bytes, `M-` before bytes from 128. */
export function visibleByte(byte: number): string {
  const prefix = byte >= 128 ? 'M-' : '';
  const low = byte & 0x7f;
  if (low < 32) return `${prefix}^${String.fromCharCode(low + 64)}`;
  return low === 127 ? `${prefix}^?` : `${prefix}${String.fromCharCode(low)}`;
}
