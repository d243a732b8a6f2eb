import { type ByteString, type Step, TURN } from '../../kernel/index.ts';
import { emptyHash, emptyList, emptySet, emptyZset, type Store, type Value } from './store.ts';

/** A dump that cannot be read: another format, or cut short. */
export class BadDump extends Error {}

const TYPES = { string: 0, list: 1, set: 2, hash: 4, zset: 5 } as const;

function lengthOf(length: number): ByteString {
  if (length < 64) return String.fromCharCode(length);
  if (length < 16_384) return String.fromCharCode(0x40 | (length >> 8), length & 255);
  return String.fromCharCode(0x80, (length >>> 24) & 255, (length >> 16) & 255, (length >> 8) & 255, length & 255);
}
const stringOf = (text: ByteString): ByteString => lengthOf(text.length) + text;

function little(value: number, bytes: number): ByteString {
  let [out, rest] = ['', value];
  for (let i = 0; i < bytes; i++) {
    out += String.fromCharCode(rest % 256);
    rest = Math.floor(rest / 256);
  }
  return out;
}

function double(value: number): ByteString {
  return String.fromCharCode(...new Uint8Array(new Float64Array([value]).buffer));
}

function bodyOf(value: Value): ByteString {
  switch (value.type) {
    case 'string':
      return stringOf(value.text);
    case 'list':
      return lengthOf(value.items.length) + value.items.map(stringOf).join('');
    case 'set':
      return lengthOf(value.members.size) + [...value.members].map(stringOf).join('');
    case 'hash':
      return lengthOf(value.fields.size) + [...value.fields].map(([field, text]) => stringOf(field) + stringOf(text)).join('');
    case 'zset':
      return lengthOf(value.scores.size) + [...value.scores].map(([member, score]) => stringOf(member) + double(score)).join('');
  }
}

/** All databases as an RDB file, version 9, which every Redis since 5 reads; its checksum is left out (zeros), as `rdbchecksum no` leaves it. */
export function* writeDump(stores: readonly Store[], version: string, now: number, tick: () => boolean): Step<ByteString> {
  const aux = (name: string, text: string): ByteString => `\xfa${stringOf(name)}${stringOf(text)}`;
  let out = `REDIS0009${aux('redis-ver', version)}${aux('redis-bits', '64')}${aux('ctime', String(Math.floor(now)))}${aux('used-mem', '1113040')}`;
  for (const [index, store] of stores.entries()) {
    const keys = store.keys();
    if (keys.length === 0) continue;
    out += `\xfe${lengthOf(index)}`;
    for (const key of keys) {
      const { value, expires } = store.entry(key)!;
      if (expires !== undefined) out += `\xfc${little(Math.floor(expires), 8)}`;
      out += String.fromCharCode(TYPES[value.type]) + stringOf(key) + bodyOf(value);
      if (tick()) yield TURN;
    }
  }
  return `${out}\xff${'\0'.repeat(8)}`;
}

/** Reads an RDB file that `writeDump` made (or one with the same plain encodings). Answers the number of keys and the version that wrote it. Throws BadDump. */
export function* readDump(
  data: ByteString,
  stores: readonly Store[],
  nowMs: number,
  tick: () => boolean,
): Step<{ keys: number; expired: number; version: string }> {
  let at = 9;
  if (!/^REDIS\d{4}/.test(data)) throw new BadDump('Wrong signature trying to load DB from file');
  const byte = (): number => {
    if (at >= data.length) throw new BadDump('Short read or OOM loading DB. Unrecoverable error, aborting now.');
    return data.charCodeAt(at++);
  };
  const length = (): number => {
    const first = byte();
    if (first < 64) return first;
    if (first < 128) return ((first & 63) << 8) | byte();
    if (first === 0x80) return byte() * 2 ** 24 + byte() * 2 ** 16 + byte() * 256 + byte();
    if (first === 0xc0) return -1;
    if (first === 0xc1) return -2;
    if (first === 0xc2) return -4;
    throw new BadDump('strata: this encoding of an RDB file is not simulated');
  };
  const text = (): ByteString => {
    const size = length();
    if (size < 0) {
      let value = 0;
      for (let i = 0; i < -size; i++) value += byte() * 256 ** i;
      return String(value >= 256 ** -size / 2 ? value - 256 ** -size : value);
    }
    const out = data.slice(at, at + size);
    if (out.length < size) byte();
    at += size;
    return out;
  };
  const number = (bytes: number): number => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += byte() * 256 ** i;
    return value;
  };
  let [keys, expired, version, index] = [0, 0, '', 0];
  let expires: number | undefined;
  for (;;) {
    if (tick()) yield TURN;
    const type = byte();
    if (type === 0xff) return { keys, expired, version };
    if (type === 0xfa) {
      const name = text();
      const value = text();
      if (name === 'redis-ver') version = value;
    } else if (type === 0xfe) index = length();
    else if (type === 0xfb) {
      length();
      length();
    } else if (type === 0xfc) expires = number(8);
    else if (type === 0xfd) expires = number(4) * 1000;
    else {
      const key = text();
      const value = valueFrom(type, length, text, () => {
        const bytes = Uint8Array.from({ length: 8 }, byte);
        return new Float64Array(bytes.buffer)[0]!;
      });
      if (expires !== undefined && expires <= nowMs) expired++;
      else {
        stores[index]?.set(key, value, expires);
        keys++;
      }
      expires = undefined;
    }
  }
}

function valueFrom(type: number, length: () => number, text: () => ByteString, score: () => number): Value {
  if (type === TYPES.string) return { type: 'string', text: text() };
  const count = type === TYPES.list || type === TYPES.set || type === TYPES.hash || type === TYPES.zset ? length() : 0;
  const each = (take: () => void): void => {
    for (let i = 0; i < count; i++) take();
  };
  if (type === TYPES.list) {
    const list = emptyList();
    each(() => list.items.push(text()));
    return list;
  }
  if (type === TYPES.set) {
    const set = emptySet();
    each(() => set.members.add(text()));
    return set;
  }
  if (type === TYPES.hash) {
    const hash = emptyHash();
    each(() => hash.fields.set(text(), text()));
    return hash;
  }
  if (type === TYPES.zset) {
    const zset = emptyZset();
    each(() => zset.scores.set(text(), score()));
    return zset;
  }
  throw new BadDump(`strata: values of type ${type} of an RDB file are not simulated`);
}
