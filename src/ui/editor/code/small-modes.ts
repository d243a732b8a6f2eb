// Colours of ignore files and JSON: a few rules each.
import type { StreamParser } from '@codemirror/language';

export const ignoreMode: StreamParser<Record<string, never>> = {
  name: 'ignore',
  startState: () => ({}),
  token: (stream) => {
    if (stream.sol() && stream.match(/^\s*#.*/)) return 'comment';
    if (stream.sol() && stream.eat('!')) return 'keyword';
    if (stream.match(/^(?:\*\*?|\?|\[[^\]]*\])/)) return 'operator';
    if (!stream.match(/^[^*?[]+/)) stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '#' } },
};

export const jsonMode: StreamParser<Record<string, never>> = {
  name: 'json',
  startState: () => ({}),
  token: (stream) => {
    if (stream.eatSpace()) return null;
    if (stream.match(/^"(?:[^"\\]|\\.)*"(?=\s*:)/)) return 'propertyName';
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^-?\d[\d.eE+-]*/)) return 'number';
    if (stream.match(/^(?:true|false|null)\b/)) return 'atom';
    if (stream.match(/^[A-Za-z_]\w*/)) return 'invalid';
    stream.next();
    return 'punctuation';
  },
};
