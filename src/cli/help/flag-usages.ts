import type { FlagSpec } from '../flags/index.ts';
import { goQuote } from '../format/quote.ts';

/** The block of options in a help text, wrapped as pflag wraps it; ends without a newline. Source: spf13/pflag flag.go, FlagUsagesWrapped. */
export function flagUsages(flags: readonly FlagSpec[], columns: number): string {
  const shown = flags.filter((f) => !f.hidden && f.deprecated === undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
  const heads = shown.map(head);
  const width = Math.max(0, ...heads.map((h) => h.length));
  const lines = shown.map((flag, i) => `${heads[i]!.padEnd(width)}   ${wrap(width + 3, columns, usageOf(flag))}`);
  return lines.join('\n').trimEnd();
}

function head(flag: FlagSpec): string {
  const start = flag.short && flag.shortDeprecated === undefined ? `  -${flag.short}, --${flag.name}` : `      --${flag.name}`;
  const word = flag.placeholder ?? (flag.type === 'bool' ? '' : flag.type);
  const optional = flag.noOptDefault === undefined ? '' : flag.type === 'string' ? `[="${flag.noOptDefault}"]` : `[=${flag.noOptDefault}]`;
  return `${start}${word ? ` ${word}` : ''}${optional}`;
}

function usageOf(flag: FlagSpec): string {
  if (flag.default === undefined) return flag.usage;
  return `${flag.usage} (default ${flag.type === 'string' ? goQuote(flag.default) : flag.default})`;
}

/** How much a last line may run over so that no single word is left for the next. */
const SLOP = 5;
const LEAST = 24;

function wrap(indent: number, columns: number, text: string): string {
  let at = indent;
  let out = '';
  if (columns - at < LEAST) {
    at = 16;
    out = `\n${' '.repeat(at)}`;
  }
  const newline = `\n${' '.repeat(at)}`;
  const room = columns - at - SLOP;
  let rest = text;
  let first = true;
  while (rest !== '' || first) {
    const [line, tail] = wrapOnce(room, rest);
    out += (first ? '' : newline) + line.replaceAll('\n', newline);
    rest = tail;
    first = false;
  }
  return out;
}

function wrapOnce(room: number, text: string): [string, string] {
  if (room + SLOP > text.length) return [text, ''];
  const head = text.slice(0, room);
  const blank = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t'), head.lastIndexOf('\n'));
  if (blank <= 0) return [text, ''];
  const newline = head.lastIndexOf('\n');
  const cut = newline > 0 && newline < blank ? newline : blank;
  return [text.slice(0, cut), text.slice(cut + 1)];
}
