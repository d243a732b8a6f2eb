import { decodeBytes, encodeText } from '../../go/bytes.ts';
import { isSpace, splitBlanks, trimSpace } from '../../go/space.ts';
import type { EscapeToken } from '../shell/index.ts';

/** An instruction cut in three. */
export interface SplitCommand {
  readonly name: string;
  readonly flags: readonly string[];
  readonly args: string;
}

interface Extracted {
  readonly flags: string[];
  readonly rest: string;
}

/** Flags are read byte by byte: a letter outside ASCII becomes the Latin-1 letters of its bytes, and such a byte may even count as a blank. */
function extractFlags(bytes: Uint8Array, escapeToken: EscapeToken): Extracted {
  const flags: string[] = [];
  const rest = (from: number): string => decodeBytes(bytes.subarray(from));
  let word = '';
  let keepEmpty = false;
  let quote = '';
  let inWord = false;
  for (let at = 0; at < bytes.length; at += 1) {
    let character = String.fromCharCode(bytes[at]!);
    if (!inWord) {
      if (isSpace(character)) continue;
      if (character !== '-' || bytes[at + 1] !== 0x2d) return { flags, rest: rest(at) };
      inWord = true;
    }
    if (quote === '' && isSpace(character)) {
      inWord = false;
      if (word === '--') return { flags, rest: rest(at) };
      if (keepEmpty || word !== '') flags.push(word);
      word = '';
      keepEmpty = false;
      continue;
    }
    if (quote === '' && (character === "'" || character === '"')) {
      quote = character;
      keepEmpty = true;
      continue;
    }
    if (quote !== '' && character === quote) {
      quote = '';
      continue;
    }
    if (character === escapeToken) {
      if (at + 1 === bytes.length) {
        quote = '';
        continue;
      }
      at += 1;
      character = String.fromCharCode(bytes[at]!);
    }
    word += character;
  }
  if (inWord && word !== '--' && (keepEmpty || word !== '')) flags.push(word);
  return { flags, rest: '' };
}

/** Cuts a line into the instruction's name, its flags and what follows. A `--` of its own ends the flags. */
export function splitCommand(line: string, escapeToken: EscapeToken): SplitCommand {
  const [name = '', rest = ''] = splitBlanks(trimSpace(line), 2);
  if (rest === '' || (/^[!-~]/.test(rest) && !rest.startsWith('--'))) return { name, flags: [], args: trimSpace(rest) };
  const { flags, rest: args } = extractFlags(encodeText(rest), escapeToken);
  return { name, flags, args: trimSpace(args) };
}
