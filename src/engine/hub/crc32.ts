const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as gzip has it (RFC 1952) of bytes that follow others with the CRC `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

type Matrix = readonly number[];

const times = (matrix: Matrix, vector: number): number => {
  let sum = 0;
  for (let bits = vector, i = 0; bits !== 0; bits >>>= 1, i++) if (bits & 1) sum ^= matrix[i]!;
  return sum >>> 0;
};

/** What `length` more bytes make of a CRC before their own is added: a linear map (zlib crc32_combine). `length` is a power of two. */
export function crcShift(length: number): (crc: number) => number {
  let matrix: Matrix = Array.from({ length: 32 }, (_, i) => (i === 0 ? 0xedb88320 : (1 << (i - 1)) >>> 0));
  for (let bits = 1; bits < length * 8; bits *= 2) {
    const square = matrix;
    matrix = square.map((row) => times(square, row));
  }
  return (crc) => times(matrix, crc);
}
