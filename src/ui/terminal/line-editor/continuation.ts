// Is a line complete, or does the shell wait for more? And how pasted text falls into separate commands.
// Looks at quotes, backslashes, here-documents and the words that open and close compound commands.

interface Scan {
  /** Still inside a quote, after a trailing backslash, inside a here-document or a compound command. */
  readonly open: boolean;
  /** Offsets of the newlines that end a command. */
  readonly ends: readonly number[];
}

const openers = new Set(['if', 'while', 'until', 'for', 'case', '{']);
const closers = new Set(['fi', 'done', 'esac', '}']);
/** After these a command begins. */
const leaders = new Set(['do', 'then', 'else', 'elif', 'if', 'while', 'until', '{', '!']);

/** A here-document whose body is still to come. */
interface HereDocument {
  readonly word: string;
  /** `<<-`: tabs before the closing word do not count. */
  readonly strip: boolean;
}

/** Where the quoted piece that begins at `index` is over; undefined when the text ends in it. */
function afterQuoted(text: string, index: number): number | undefined {
  const mark = text[index];
  let close = index + 1;
  if (mark !== '\\') while (close < text.length && text[close] !== mark) close += mark === '"' && text[close] === '\\' ? 2 : 1;
  return close < text.length ? close + 1 : undefined;
}

/** Where the body of a here-document that begins at `index` is over; undefined when the text ends in it. */
function afterBody(text: string, index: number, { word, strip }: HereDocument): number | undefined {
  for (let at = index; at < text.length || text.endsWith('\n'); ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if ((strip ? line.replace(/^\t+/, '') : line) === word) return end < 0 ? text.length : end + 1;
    if (end < 0) return undefined;
    at = end + 1;
  }
  return undefined;
}

function scan(text: string): Scan {
  const ends: number[] = [];
  const waiting: HereDocument[] = [];
  let depth = 0;
  let parens = 0;
  let index = 0;
  let word = '';
  let atStart = true;
  const endWord = () => {
    if (word === '') return;
    if (atStart) {
      if (openers.has(word)) depth++;
      else if (closers.has(word)) depth = Math.max(0, depth - 1);
      atStart = leaders.has(word) || (closers.has(word) && depth > 0);
    }
    word = '';
  };
  while (index < text.length) {
    const char = text[index] ?? '';
    if (/[\\'"]/.test(char)) {
      const after = afterQuoted(text, index);
      if (after === undefined) return { open: true, ends };
      // What is quoted is no keyword; a newline after a backslash is nothing at all.
      if (!text.startsWith('\\\n', index)) word += 'x';
      index = after;
    } else if (char === '#' && word === '') {
      const end = text.indexOf('\n', index);
      index = end < 0 ? text.length : end;
    } else if (text.startsWith('<<', index) && text[index + 2] !== '<') {
      endWord();
      const match = /^<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([^\s;&|<>()]+))/.exec(text.slice(index));
      if (match) waiting.push({ word: match[2] ?? match[3] ?? match[4] ?? '', strip: match[1] === '-' });
      index += match ? match[0].length : 2;
    } else if (char === '\n') {
      endWord();
      index++;
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const after = afterBody(text, index, next);
        if (after === undefined) return { open: true, ends };
        index = after;
      }
      atStart = true;
      if (depth === 0 && parens === 0) ends.push(index - 1);
    } else {
      if (/[;&|()]/.test(char)) {
        endWord();
        atStart = true;
        if (char === '(') parens++;
        else if (char === ')' && !(depth > 0 && parens === 0)) parens = Math.max(0, parens - 1);
      } else if (/\s/.test(char)) endWord();
      else word += char;
      index++;
    }
  }
  endWord();
  const pipe = /(\|\||&&|\|)\s*$/.test(text.replace(/\\./g, 'x'));
  return { open: depth > 0 || parens > 0 || waiting.length > 0 || pipe, ends };
}

/** True when Enter should open another line instead of running this one. */
export function needsMore(text: string): boolean {
  return scan(text).open;
}

/** Several complete commands, one per line, as separate commands; a here-document or loop stays whole. */
export function splitCommands(text: string): string[] {
  const { ends } = scan(text);
  const parts: string[] = [];
  let from = 0;
  for (const end of ends) {
    parts.push(text.slice(from, end));
    from = end + 1;
  }
  parts.push(text.slice(from));
  const filled = parts.filter((part) => part.trim() !== '');
  return filled.length === 0 ? [text] : filled;
}
