import type { Step } from '../../kernel/index.ts';
import { SPECIAL_BUILTINS } from '../builtins/names.ts';
import { ShellError } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { SyntaxProblem } from '../syntax/errors.ts';
import { Parser } from '../syntax/parser.ts';
import { evaluateNode, type Flags } from './evaluate.ts';

/** A parser for text that is complete, with the shell's aliases. */
export const parserFor = (shell: Shell, text: string, line: number, last = true): Parser =>
  new Parser(text.includes('\0') ? text.replaceAll('\0', '') : text, {
    line,
    last,
    aliases: (name) => shell.aliases.get(name),
    runningLine: () => shell.line,
    bash: shell.config.dialect === 'bash',
    specialBuiltins: SPECIAL_BUILTINS,
  });

/** Runs commands from a text, one line after another, as `eval` and `sh -c` do. Gives the last status, 0 for none. */
export function* runText(shell: Shell, text: string, flags: Flags): Step<number> {
  return yield* runCommands(shell, parserFor(shell, text, shell.line), flags);
}

export function* runCommands(shell: Shell, parser: Parser, flags: Flags): Step<number> {
  let status = 0;
  for (;;) {
    const node = yield* nextCommand(shell, parser);
    if (node === 'end') break;
    if (node === undefined) continue;
    status = yield* evaluateNode(shell, node, { tested: flags.tested, exit: flags.exit && parser.atEnd });
    if (shell.skip !== undefined) break;
  }
  return status;
}

/** The parser's next command; its complaint becomes a message with the line where the parser stood. */
export function* nextCommand(shell: Shell, parser: Parser): Step<ReturnType<Parser['command']>> {
  try {
    const command = parser.command();
    shell.parserLine = parser.line;
    return command;
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    shell.errorLine = error.line;
    yield* shell.error(error.message);
    throw new ShellError(2);
  }
}
