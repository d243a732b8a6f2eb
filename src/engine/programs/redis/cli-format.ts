import type { ByteString } from '../../kernel/index.ts';
import type { Reply } from './resp.ts';

/** A reply without decoration, as it goes to files and pipes: one line for each part. */
export function formatRaw(reply: Reply): ByteString {
  const text = (each: Reply): ByteString => {
    if (each === null) return '';
    if (typeof each === 'number') return String(each);
    if (typeof each === 'string') return each;
    if ('status' in each) return each.status;
    return 'error' in each ? `${each.error}\n` : each.map(text).join('\n');
  };
  return `${text(reply)}\n`;
}

/** A reply as a person reads it (cliFormatReplyTTY). */
export function formatTty(reply: Reply): ByteString {
  return format(reply, '');
}

function format(reply: Reply, indent: string): ByteString {
  if (reply === null) return '(nil)\n';
  if (typeof reply === 'number') return `(integer) ${reply}\n`;
  if (typeof reply === 'string') return `${quoted(reply)}\n`;
  if ('status' in reply) return `${reply.status}\n`;
  if ('error' in reply) return `(error) ${reply.error}\n`;
  if (reply.length === 0) return '(empty array)\n';
  const width = String(reply.length).length;
  return reply
    .map((part, index) => {
      const mark = `${String(index + 1).padStart(width)}) `;
      return `${index === 0 ? '' : indent}${mark}${format(part, `${indent}${' '.repeat(mark.length)}`)}`;
    })
    .join('');
}

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\x07': '\\a',
  '\b': '\\b',
  '"': '\\"',
  '\\': '\\\\',
};
const quoted = (text: ByteString): ByteString =>
  `"${text.replace(/[^ !#-[\]-~]/g, (c) => SHORT[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}"`;
