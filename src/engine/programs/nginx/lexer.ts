import { problem } from './problem.ts';

/** A word, or one of the marks `;`, `{`, `}`. `line` is where it ends. */
export interface Token {
  readonly text: string;
  readonly mark: boolean;
  readonly line: number;
}

export interface Source {
  /** As error messages name it: a path, or undefined for `-g`. */
  readonly file: string | undefined;
  readonly text: string;
}

/** The words of a configuration (ngx_conf_read_token). Throws ConfigProblem. */
export function tokensOf({ file, text }: Source): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const last = (): Token | undefined => tokens.at(-1);
  const fail = (message: string): never => problem(message, file, line);
  while (at < text.length) {
    const c = text[at]!;
    if (c === '\n') line++;
    if (/\s/.test(c)) at++;
    else if (c === '#') while (at < text.length && text[at] !== '\n') at++;
    else if (c === ';' || c === '}') {
      const open = last() !== undefined && !last()!.mark;
      if (c === ';' && !open) fail(`unexpected ";"`);
      if (c === '}' && open) fail(`unexpected "}"`);
      tokens.push({ text: c, mark: true, line });
      at++;
    } else if (c === '{') {
      if (last() === undefined || last()!.mark) fail(`unexpected "{"`);
      tokens.push({ text: c, mark: true, line });
      at++;
    } else if (c === '"' || c === "'") {
      let word = '';
      for (at++; ; at++) {
        const d = text[at];
        if (d === undefined) fail(ending(file, true));
        if (d === c) break;
        if (d === '\n') line++;
        if (d === '\\' && at + 1 < text.length) word += escaped(text[++at]!);
        else word += d;
      }
      at++;
      if (at < text.length && !/[\s;{)]/.test(text[at]!)) fail(`unexpected "${text[at]}"`);
      tokens.push({ text: word, mark: false, line });
    } else {
      let word = '';
      for (; at < text.length; at++) {
        const d = text[at]!;
        if (/[\s;]/.test(d) || (d === '{' && text[at - 1] !== '$')) break;
        if (d === '\\' && at + 1 < text.length) word += `${/[\\"' ]/.test(text[at + 1]!) ? '' : '\\'}${text[++at]}`;
        else if (d === '$' && text[at + 1] === '{') {
          word += '${';
          at++;
        } else word += d;
      }
      tokens.push({ text: word, mark: false, line });
    }
  }
  if (last() !== undefined && !last()!.mark) fail(ending(file, true));
  return tokens;
}

function escaped(c: string): string {
  if (c === 't') return '\t';
  if (c === 'r') return '\r';
  if (c === 'n') return '\n';
  return /[\\"']/.test(c) ? c : `\\${c}`;
}

/** How an unfinished configuration is told. */
export const ending = (file: string | undefined, within: boolean): string =>
  file === undefined ? 'unexpected end of parameter, expecting ";"' : `unexpected end of file, expecting ${within ? '";" or "}"' : '"}"'}`;
