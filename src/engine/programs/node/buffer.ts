import { type ByteString, decodeText, encodeText } from '../../kernel/index.ts';
import type { Realm } from './realm.ts';
import { JsArray, JsObject, type Value } from './values.ts';

export function makeBuffer(js: Realm, data: ByteString): JsObject {
  js.checkText(data.length);
  const made = new JsObject(js.proto.Buffer);
  made.kind = 'Buffer';
  made.hidden = data;
  return made;
}
/** The bytes of a buffer, or of text in UTF-8. */
export const bytesOf = (value: Value): ByteString =>
  value instanceof JsObject && typeof value.hidden === 'string' ? value.hidden : encodeText(String(value));

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
function toBase64(data: ByteString): string {
  let out = '';
  for (let i = 0; i < data.length; i += 3) {
    const [a, b, c] = [data.charCodeAt(i), data.charCodeAt(i + 1), data.charCodeAt(i + 2)];
    const word = (a << 16) | ((b || 0) << 8) | (c || 0);
    out +=
      BASE64[word >> 18]! +
      BASE64[(word >> 12) & 63]! +
      (i + 1 < data.length ? BASE64[(word >> 6) & 63]! : '=') +
      (i + 2 < data.length ? BASE64[word & 63]! : '=');
  }
  return out;
}
function fromBase64(text: string): ByteString {
  let [out, bits, held] = ['', 0, 0];
  for (const c of text.replaceAll('-', '+').replaceAll('_', '/')) {
    const value = BASE64.indexOf(c);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += String.fromCharCode((held >> bits) & 255);
    }
  }
  return out;
}
function decode(text: string, encoding: string): ByteString {
  if (encoding === 'base64' || encoding === 'base64url') return fromBase64(text);
  if (encoding === 'hex')
    return (text.match(/[0-9a-fA-F]{2}/g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
  return encoding === 'latin1' || encoding === 'binary' ? text : encodeText(text);
}
function encode(data: ByteString, encoding: string): string {
  if (encoding === 'base64') return toBase64(data);
  if (encoding === 'base64url') return toBase64(data).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  if (encoding === 'hex') return [...data].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return encoding === 'latin1' || encoding === 'binary' ? data : decodeText(data);
}

/** The global Buffer: bytes that can be made, joined and read. */
export function installBuffer(js: Realm): void {
  const { Buffer: proto } = js.proto;
  const made = js.native('Buffer', (own, _, [value]) => makeBuffer(own, bytesOf(value)), true);
  made.put('prototype', proto, false);
  proto.put('constructor', made, false);
  js.methods(made, {
    from: (own, _, [value, encoding]) =>
      makeBuffer(
        own,
        value instanceof JsArray
          ? value.items.map((each) => String.fromCharCode(Number(each) & 255)).join('')
          : typeof value === 'string'
            ? decode(value, String(encoding ?? 'utf8'))
            : bytesOf(value),
      ),
    alloc: (own, _, [size]) => {
      own.checkText(Number(size));
      return makeBuffer(own, '\0'.repeat(Number(size)));
    },
    concat: (own, _, [list]) => makeBuffer(own, (list as JsArray).items.map(bytesOf).join('')),
    isBuffer: (_, __, [value]) => value instanceof JsObject && value.kind === 'Buffer',
    byteLength: (_, __, [value]) => bytesOf(value).length,
  });
  js.methods(proto, {
    ['toString' as string]: (_, self, [encoding]) => encode(bytesOf(self), String(encoding ?? 'utf8')),
    toJSON: (own, self) => own.object({ type: 'Buffer', data: own.array([...bytesOf(self)].map((c) => c.charCodeAt(0))) }),
    slice: (own, self, [from, to]) => makeBuffer(own, bytesOf(self).slice(Number(from ?? 0), to === undefined ? undefined : Number(to))),
    subarray: (own, self, [from, to]) => makeBuffer(own, bytesOf(self).slice(Number(from ?? 0), to === undefined ? undefined : Number(to))),
    equals: (_, self, [other]) => bytesOf(self) === bytesOf(other),
    includes: (_, self, [part]) => bytesOf(self).includes(bytesOf(part)),
  });
  js.getter(proto, 'length', (_, self) => (self instanceof JsObject && typeof self.hidden === 'string' ? self.hidden.length : 0));
  js.global.put('Buffer', made, false);
}
