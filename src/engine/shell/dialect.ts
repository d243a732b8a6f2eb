export type Dialect = 'ash' | 'dash';

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
  [/^divide by zero: /, 'arithmetic expression: division by zero: '],
  [/^arithmetic syntax error: /, 'arithmetic expression: expecting primary: '],
];

/** A message in a dialect's words. */
export function inDialect(dialect: Dialect, message: string): string {
  if (dialect === 'ash') return message;
  for (const [pattern, words] of DASH) if (pattern.test(message)) return message.replace(pattern, words);
  return message;
}
