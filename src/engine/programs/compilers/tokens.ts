import { NotUnderstood } from './ast.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'op' | 'end';
  readonly text: string;
  readonly line: number;
}

const OPERATORS = /^(?:<<=|>>=|\.\.\.|:=|==|!=|<=|>=|&&|\|\||\+\+|--|\+=|-=|\*=|\/=|%=|<-|->|<<|>>|[-+*/%<>=!&|^~?:;,.(){}[\]#])/;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

function resolveEscapes(text: string): string {
  return text.replace(/\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|.)/gs, (_, what: string) => {
    if (what[0] === 'x') return String.fromCharCode(Number.parseInt(what.slice(1), 16));
    if (what[0] === 'u') return String.fromCharCode(...new TextEncoder().encode(String.fromCharCode(Number.parseInt(what.slice(1), 16))));
    if (/^[0-7]/.test(what)) return String.fromCharCode(Number.parseInt(what, 8));
    return ESCAPES[what] ?? what;
  });
}

/** Splits a source (a byte string) into tokens. Go gets the semicolons that its lines end with. Throws NotUnderstood. */
export function tokenize(source: string, language: 'c' | 'go'): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let rest = source;
  const add = (kind: Token['kind'], text: string): void => {
    tokens.push({ kind, text, line });
  };
  const endLine = (): void => {
    const last = tokens.at(-1);
    if (language !== 'go' || last === undefined) return;
    if (last.kind === 'number' || last.kind === 'string' || last.kind === 'name' || /^(?:\)|\]|\}|\+\+|--)$/.test(last.text)) {
      if (
        last.kind === 'name' &&
        /^(?:if|for|func|import|package|var|const|else|switch|case|go|defer|type|map|chan|range)$/.test(last.text)
      )
        return;
      if (last.text !== ';') add('op', ';');
    }
  };
  while (rest !== '') {
    let match: RegExpExecArray | null;
    if ((match = /^[ \t\r\f]+|^\\\r?\n/.exec(rest)) !== null) {
      if (match[0].includes('\n')) line++;
    } else if ((match = /^\n/.exec(rest)) !== null) {
      endLine();
      line++;
    } else if ((match = /^\/\/[^\n]*/.exec(rest)) !== null) {
      // A comment is as nothing.
    } else if ((match = /^\/\*[\s\S]*?\*\//.exec(rest)) !== null) line += match[0].split('\n').length - 1;
    else if ((match = /^[A-Za-z_][A-Za-z0-9_]*/.exec(rest)) !== null) add('name', match[0]);
    else if ((match = /^(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)[uUlLfF]*/.exec(rest)) !== null)
      add('number', String(Number(match[0].replace(/[uUlL]+$/, ''))));
    else if ((match = /^"((?:[^"\\\n]|\\[\s\S])*)"/.exec(rest)) !== null) add('string', resolveEscapes(match[1]!));
    else if (language === 'go' && (match = /^`([^`]*)`/.exec(rest)) !== null) {
      add('string', match[1]!.replaceAll('\r', ''));
      line += match[0].split('\n').length - 1;
    } else if ((match = /^'((?:[^'\\\n]|\\[^\n]+?))'/.exec(rest)) !== null) add('number', String(resolveEscapes(match[1]!).charCodeAt(0)));
    else if ((match = OPERATORS.exec(rest)) !== null) add('op', match[0]);
    else throw new NotUnderstood(line, `unexpected '${rest[0]}'`);
    rest = rest.slice(match[0].length);
  }
  endLine();
  tokens.push({ kind: 'end', text: '', line });
  return tokens;
}
