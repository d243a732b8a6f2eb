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

function scan(text: string): Scan {
  const ends: number[] = [];
  const waiting: { word: string; strip: boolean }[] = [];
  let depth = 0;
  let parens = 0;
  let index = 0;
  let word = '';
  let atStart = true;
  let loops = 0;
  const endWord = () => {
    if (word === '') return;
    if (atStart) {
      if (openers.has(word)) {
        if (word === 'while' || word === 'until' || word === 'for') loops++;
        depth++;
      } else if (closers.has(word)) {
        depth = Math.max(0, depth - 1);
        if (word === 'done') loops = Math.max(0, loops - 1);
      }
      atStart = ['do', 'then', 'else', 'elif', 'if', 'while', 'until', '{', '!'].includes(word) || (closers.has(word) && depth > 0);
    }
    word = '';
  };
  while (index < text.length) {
    const char = text[index] ?? '';
    if (char === '\\') {
      if (index + 1 >= text.length) return { open: true, ends };
      word += text[index + 1] === '\n' ? '' : 'x';
      index += 2;
    } else if (char === "'") {
      const close = text.indexOf("'", index + 1);
      if (close < 0) return { open: true, ends };
      word += 'x';
      index = close + 1;
    } else if (char === '"') {
      let close = index + 1;
      while (close < text.length && text[close] !== '"') close += text[close] === '\\' ? 2 : 1;
      if (close >= text.length) return { open: true, ends };
      word += 'x';
      index = close + 1;
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
      while (waiting.length > 0) {
        const next = waiting.shift();
        let closed = false;
        while (!closed) {
          if (index >= text.length && !text.endsWith('\n')) return { open: true, ends };
          const end = text.indexOf('\n', index);
          const line = text.slice(index, end < 0 ? text.length : end);
          closed = (next?.strip ? line.replace(/^\t+/, '') : line) === next?.word;
          if (end < 0) {
            if (!closed) return { open: true, ends };
            index = text.length;
          } else index = end + 1;
        }
      }
      atStart = true;
      if (depth === 0 && parens === 0 && index <= text.length) ends.push(index - 1);
    } else if (/[;&|]/.test(char)) {
      endWord();
      atStart = true;
      index++;
    } else if (char === '(' || char === ')') {
      endWord();
      parens = Math.max(0, parens + (char === '(' ? 1 : depth > 0 && parens === 0 ? 0 : -1));
      atStart = true;
      index++;
    } else if (/\s/.test(char)) {
      endWord();
      index++;
    } else {
      word += char;
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
