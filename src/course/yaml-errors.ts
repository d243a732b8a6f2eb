// What an author is told of a file that is no YAML: the line, and what would have been expected there.
import type { YAMLError } from 'yaml';

/** By the reader's own code; what an author most likely did. */
const expected: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'expected blanks for indentation, found a tab',
  BAD_INDENT: 'expected the same indentation as the fields beside it, and a bracket closed in its own lines',
  BLOCK_AS_IMPLICIT_KEY: 'expected one `field: value`, indented as the fields beside it; a text with `: ` in it stands in quotes',
  MULTILINE_IMPLICIT_KEY: 'expected `field: value`, indented as the fields beside it',
  DUPLICATE_KEY: 'expected every field once, found one again',
  BAD_SCALAR_START: 'expected a text; one that begins with @, ` or % stands in quotes',
  MISSING_CHAR: 'expected what was opened to be closed, and `field: value` where a field begins',
};
const notInList = 'expected the same indentation as the fields beside it, or `- ` before an entry of the list';

/** One problem a line: what follows from the first mistake of a line says nothing new. */
export function yamlProblems(errors: readonly YAMLError[]): readonly string[] {
  const lines = new Map<number, string>();
  for (const { code, linePos, message } of errors) {
    const line = linePos?.[0].line ?? 1;
    const said = (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
    if (!lines.has(line))
      lines.set(line, `line ${line}: ${/without - indicator/.test(said) ? notInList : (expected[code] ?? 'expected YAML')} (${said})`);
  }
  return [...lines.values()];
}
