import { type ByteString, fromBytes, type Process, type Step, TURN } from '../../kernel/index.ts';

/** What a command answers: a status, an error, a number, a string, nothing, or a list of these (RESP2). */
export type Reply = { readonly status: string } | { readonly error: string } | number | ByteString | null | readonly Reply[];

export const OK: Reply = { status: 'OK' };
/** An error with its code in front: `ERR …`. */
export const failure = (error: string): Reply => ({ error });
export const isError = (reply: Reply): reply is { readonly error: string } =>
  typeof reply === 'object' && reply !== null && 'error' in reply;

/** A reply on the wire. */
export function encodeReply(reply: Reply): ByteString {
  if (reply === null) return '$-1\r\n';
  if (typeof reply === 'number') return `:${reply}\r\n`;
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if ('status' in reply) return `+${reply.status}\r\n`;
  if ('error' in reply) return `-${reply.error}\r\n`;
  return `*${reply.length}\r\n${reply.map(encodeReply).join('')}`;
}
/** A command on the wire. */
export const encodeCommand = (words: readonly ByteString[]): ByteString =>
  `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;

/** The other side does not speak the protocol. */
export class ProtocolError extends Error {}

/** Most bytes of one string and parts of one command. */
const MAX_BULK = 64 * 1024 * 1024;
const MAX_PARTS = 1024 * 1024;

/** Reads replies and commands from a descriptor. */
export class RespReader {
  readonly #p: Process;
  readonly #fd: number;
  #held = '';
  constructor(p: Process, fd: number, held = '') {
    this.#p = p;
    this.#fd = fd;
    this.#held = held;
  }
  *#more(): Step<boolean> {
    const bytes = yield* this.#p.read(this.#fd);
    this.#held += fromBytes(bytes);
    if (this.#p.tick()) yield TURN;
    return bytes.length > 0;
  }
  *#line(): Step<ByteString | undefined> {
    for (;;) {
      const at = this.#held.indexOf('\n');
      if (at >= 0) {
        const line = this.#held.slice(0, at).replace(/\r$/, '');
        this.#held = this.#held.slice(at + 1);
        return line;
      }
      if (this.#held.length > 65_536) throw new ProtocolError('too big inline request');
      if (!(yield* this.#more())) return undefined;
    }
  }
  *#bulk(length: number): Step<ByteString | undefined> {
    while (this.#held.length < length + 2) if (!(yield* this.#more())) return undefined;
    const text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length + 2);
    return text;
  }

  /** The next command, as an array or as a plain line; undefined at the end. Throws ProtocolError. */
  *command(): Step<ByteString[] | undefined> {
    const line = yield* this.#line();
    if (line === undefined) return undefined;
    if (!line.startsWith('*')) {
      const words = splitWords(line);
      if (words === undefined) throw new ProtocolError('unbalanced quotes in request');
      return words;
    }
    const count = Number(line.slice(1));
    if (!Number.isInteger(count) || count > MAX_PARTS) throw new ProtocolError('invalid multibulk length');
    const words: ByteString[] = [];
    for (let i = 0; i < count; i++) {
      const head = yield* this.#line();
      if (head === undefined) return undefined;
      if (!head.startsWith('$')) throw new ProtocolError(`expected '$', got '${head[0] ?? ''}'`);
      const length = Number(head.slice(1));
      if (!Number.isInteger(length) || length < 0 || length > MAX_BULK) throw new ProtocolError('invalid bulk length');
      const word = yield* this.#bulk(length);
      if (word === undefined) return undefined;
      words.push(word);
    }
    return words;
  }

  /** The next reply; undefined at the end. */
  *reply(): Step<Reply | undefined> {
    const line = yield* this.#line();
    if (line === undefined) return undefined;
    const rest = line.slice(1);
    switch (line[0]) {
      case '+':
        return { status: rest };
      case '-':
        return { error: rest };
      case ':':
        return Number(rest);
      case '$':
        return rest === '-1' ? null : yield* this.#bulk(Number(rest));
      case '*': {
        const parts: Reply[] = [];
        for (let i = 0; i < Number(rest); i++) {
          const part = yield* this.reply();
          if (part === undefined) return undefined;
          parts.push(part);
        }
        return rest === '-1' ? null : parts;
      }
      default:
        throw new ProtocolError(`got '${line[0] ?? ''}' as reply type byte`);
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** Words of a line with quotes as sdssplitargs reads them; undefined when a quote is not closed. */
export function splitWords(line: ByteString): ByteString[] | undefined {
  const words: ByteString[] = [];
  for (let at = 0; ; ) {
    while (/[\s]/.test(line[at] ?? '')) at++;
    if (at >= line.length) return words;
    let word = '';
    for (; at < line.length && !/\s/.test(line[at]!); ) {
      const c = line[at]!;
      if (c !== '"' && c !== "'") {
        word += c;
        at++;
        continue;
      }
      for (at++; line[at] !== c; at++) {
        if (at >= line.length) return undefined;
        if (c === "'" && line[at] === '\\' && line[at + 1] === "'") word += line[++at]!;
        else if (c === '"' && line[at] === '\\' && at + 1 < line.length) {
          const hex = /^\\x([0-9a-fA-F]{2})/.exec(line.slice(at, at + 4));
          if (hex !== null) {
            word += String.fromCharCode(Number.parseInt(hex[1]!, 16));
            at += 3;
          } else {
            at++;
            word += ESCAPES[line[at]!] ?? line[at]!;
          }
        } else word += line[at]!;
      }
      at++;
      if (at < line.length && !/\s/.test(line[at]!)) return undefined;
    }
    words.push(word);
  }
}
