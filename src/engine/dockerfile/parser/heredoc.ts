import { DockerfileError } from '../error.ts';
import { tryExpandWord } from '../shell/index.ts';
import type { Heredoc } from './node.ts';

/** A here-document as it is announced: everything but its body. */
export type HeredocMark = Omit<Heredoc, 'content'>;

const blank = /[\t\n\f\r ]/;

function countQuotes(text: string): number {
  return text.split(/['"]/).length - 1;
}

/**
 * A word such as `<<EOF`, `3<<-'EOF'`; undefined for any other word. Throws DockerfileError for a name with an unclosed quote.
 */
export function parseHeredoc(word: string): HeredocMark | undefined {
  const head = /^([0-9]*)<<(-?)/.exec(word);
  if (head === null || word.indexOf('<', head[0].length) >= 0) return undefined;
  let start = head[0].length;
  while (start < word.length && blank.test(word[start]!)) start += 1;
  const rest = word.slice(start);
  if (rest === '') return undefined;
  const bare = tryExpandWord(rest, undefined, { keepUnset: true });
  if (bare.error !== undefined) throw bare.error;
  if (bare.words.length !== 1) return undefined;
  const raw = tryExpandWord(rest, undefined, { keepUnset: true, rawQuotes: true });
  if (raw.error !== undefined) throw raw.error;
  if (raw.words.length !== 1) throw new DockerfileError('syntax', `internal lexing of heredoc produced inconsistent results: ${rest}`);
  return {
    name: bare.words[0]!,
    fileDescriptor: head[1] === '' ? 0 : Number(head[1]),
    expand: countQuotes(bare.words[0]!) === countQuotes(raw.words[0]!),
    chomp: head[2] === '-',
  };
}

/** Like `parseHeredoc`; a faulty name counts as no here-document. */
export function heredocOf(word: string): HeredocMark | undefined {
  try {
    return parseHeredoc(word);
  } catch (error) {
    if (error instanceof DockerfileError) return undefined;
    throw error;
  }
}

/** The here-documents a line announces, in order. */
export function heredocsOfLine(line: string): HeredocMark[] {
  if (!line.includes('<<')) return [];
  const { words } = tryExpandWord(line, undefined, { keepUnset: true, rawQuotes: true, rawEscapes: true });
  return words.map(parseHeredoc).filter((mark) => mark !== undefined);
}

/** The body of a `<<-` here-document without the tabs that lead its lines. */
export function chompHeredoc(content: string): string {
  return content.replace(/(^|\n)\t+/g, '$1');
}
