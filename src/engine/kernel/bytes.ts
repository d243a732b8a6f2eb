/**
 * A byte string: text in which every character stands for one byte (U+0000–U+00FF). Programs behind the kernel work
 * on these, as C programs in the C locale do; trees, images and the docker command line work on ordinary text.
 */
export type ByteString = string;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** Bytes → byte string. */
export function fromBytes(bytes: Uint8Array): ByteString {
  let out = '';
  for (let at = 0; at < bytes.length; at += 8192) out += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return out;
}

/** Byte string → bytes. Characters above U+00FF lose their upper bits: convert text with `encodeText` first. */
export function toBytes(text: ByteString): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Ordinary text → the byte string of its UTF-8 form. */
export const encodeText = (text: string): ByteString => (isAscii(text) ? text : fromBytes(encoder.encode(text)));
/** Byte string → ordinary text; bytes that are not UTF-8 become U+FFFD. */
export const decodeText = (text: ByteString): string => (isAscii(text) ? text : decoder.decode(toBytes(text)));
