import { decodeText, encodeText } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { evaluate } from './evaluate.ts';
import type { PyException } from './exceptions.ts';
import { execBody } from './execute.ts';
import { OutputFile } from './files.ts';
import { parsed } from './imports.ts';
import type { Frame, Interpreter } from './interpreter.ts';
import { versionText } from './modules/system.ts';
import { repr } from './text.ts';
import { printException } from './traceback.ts';
import { PyBuiltin, PyError, type PyModule, Scope } from './values.ts';

/** The interactive prompt: a statement at a time; the values of expressions are shown. */
export function* prompt(py: Interpreter, main: PyModule): Routine<number> {
  const input = new OutputFile(py, 0, '<stdin>', 'r', 'block');
  const write = function* (text: string): Routine<void> {
    yield* py.stdout.write(encodeText(text));
    yield* py.stdout.flush();
  };
  yield* write(`Python ${versionText(py)} on linux\nType "help", "copyright", "credits" or "license" for more information.\n`);
  for (;;) {
    try {
      yield* write('>>> ');
      let source = decodeText(yield* input.line());
      if (source === '') {
        yield* write('\n');
        return 0;
      }
      while (goesOn(source)) {
        yield* write('... ');
        const more = decodeText(yield* input.line());
        if (more === '') break;
        source += more;
        if (more.trim() === '' && !openBracket(source)) break;
      }
      if (source.trim() === '') continue;
      if (/^(exit|quit)\s*$/.test(source.trim()) && !py.atLeast(13)) {
        yield* write(`Use ${source.trim()}() or Ctrl-D (i.e. EOF) to exit\n`);
        continue;
      }
      if (/^(exit|quit)\s*$/.test(source.trim())) return 0;
      yield* one(py, main, source);
    } catch (error) {
      if (!(error instanceof PyError) || error.exception.cls.isSubclass(py.exceptionClass('SystemExit'))) throw error;
      if (error.exception.cls.isSubclass(py.exceptionClass('KeyboardInterrupt'))) yield* write('\nKeyboardInterrupt\n');
      else yield* printException(py, error.exception as PyException);
    }
  }
}

function openBracket(source: string): boolean {
  let depth = 0;
  for (const c of source.replace(/#[^\n]*/g, '').replace(/("""|''')[\s\S]*?\1|"[^"\n]*"|'[^'\n]*'/g, ''))
    depth += '([{'.includes(c) ? 1 : ')]}'.includes(c) ? -1 : 0;
  return depth > 0;
}
function goesOn(source: string): boolean {
  if (openBracket(source) || /\\\n$/.test(source) || (source.match(/"""|'''/g) ?? []).length % 2 === 1) return true;
  const block = /:\s*(?:#[^\n]*)?\n/.test(source) || /^\s*@/.test(source);
  return block && !/\n\s*\n$/.test(source);
}

function* one(py: Interpreter, main: PyModule, source: string): Routine<void> {
  py.sources.set('<stdin>', source);
  const body = parsed(source, '<stdin>');
  const frame: Frame = {
    file: '<stdin>',
    name: '<module>',
    scope: new Scope(main.names, undefined, undefined),
    module: main,
    func: undefined,
    at: undefined,
    handling: undefined,
  };
  const only = body.length === 1 ? body[0]! : undefined;
  if (only?.kind !== 'expression') {
    yield* py.within(frame, execBody(py, body, frame));
    return;
  }
  const value = yield* py.within(frame, evaluate(py, only.value, frame));
  if (value === null) return;
  main.names.set('_', value);
  if (value instanceof PyBuiltin && (value.name === 'exit' || value.name === 'quit')) return;
  yield* py.stdout.write(encodeText(`${yield* repr(py, value)}\n`));
}
