export type Dialect = 'ash' | 'dash' | 'bash';

/** ash's sentences that dash words otherwise. */
const DASH: readonly (readonly [RegExp, string])[] = [
  [/^syntax error: unexpected (.+?)( \(expecting .+\))?$/, 'Syntax error: $1 unexpected$2'],
  [/^syntax error: unterminated quoted string$/, 'Syntax error: Unterminated quoted string'],
  [/^syntax error: missing (.+)$/, 'Syntax error: Missing $1'],
  [/^syntax error: bad (.+)$/, 'Syntax error: Bad $1'],
  [/^syntax error: /, 'Syntax error: '],
  [/^can't open '?(.+?)'?: (?:no such file|No such file or directory)$/i, 'cannot open $1: No such file'],
  [/^can't open '?(.+?)'?: /, 'cannot open $1: '],
  [/^can't create (.+): nonexistent directory$/, 'cannot create $1: Directory nonexistent'],
  [/^can't create /, 'cannot create '],
  [/^(can't cd to .+): [^:]+$/, '$1'],
  [/^illegal option /, 'Illegal option '],
  [/^divide by zero: /, 'arithmetic expression: division by zero: '],
  [/^arithmetic syntax error: /, 'arithmetic expression: expecting primary: '],
];

/** ash's sentences that bash words otherwise. */
const BASH: readonly (readonly [RegExp, string])[] = [
  [/^(.*\/.*): not found$/, '$1: No such file or directory'],
  [/^(.+): not found$/, '$1: command not found'],
  [/^syntax error: (strata: .*)$/, '$1'],
  [/^syntax error: unexpected end of file.*$/, 'syntax error: unexpected end of file'],
  [/^syntax error: unexpected newline.*$/, "syntax error near unexpected token `newline'"],
  [/^syntax error: unexpected "?([^" ]+)"?( \(expecting .+\))?$/, "syntax error near unexpected token `$1'"],
  [/^syntax error: unterminated quoted string$/, 'unexpected EOF while looking for matching quote'],
  [/^can't open '?(.+?)'?: no such file$/i, '$1: No such file or directory'],
  [/^can't open '?(.+?)'?: /, '$1: '],
  [/^can't create (.+): nonexistent directory$/, '$1: No such file or directory'],
  [/^can't create /, ''],
  [/^can't cd to /, ''],
  [/^(.+): parameter not set$/, '$1: unbound variable'],
  [/^divide by zero$/, 'division by 0'],
  [/^bad for loop variable$/, 'not a valid identifier'],
  [/^bad number$/, 'numeric argument required'],
];

const WORDS: Readonly<Record<Dialect, readonly (readonly [RegExp, string])[]>> = { ash: [], dash: DASH, bash: BASH };

/** A message in a dialect's words. */
export function inDialect(dialect: Dialect, message: string): string {
  for (const [pattern, words] of WORDS[dialect]) if (pattern.test(message)) return message.replace(pattern, words);
  return message;
}
