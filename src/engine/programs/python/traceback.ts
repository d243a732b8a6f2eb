import { encodeText } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { PyException } from './exceptions.ts';
import { readSource } from './imports.ts';
import type { Interpreter } from './interpreter.ts';
import { exceptionText, str } from './text.ts';
import type { TraceEntry } from './values.ts';

function lineOf(py: Interpreter, file: string, line: number): string | undefined {
  if (file === '<string>' || file === '<stdin>') return py.atLeast(13) ? py.sources.get(file)?.split('\n')[line - 1] : undefined;
  if (file.startsWith('<')) return undefined;
  try {
    return (py.sources.get(file) ?? readSource(py, file)).split('\n')[line - 1];
  } catch {
    return undefined;
  }
}

/** The marks below a line that show which part of it failed (since 3.11); none when it is the whole line. */
function marks(py: Interpreter, entry: TraceEntry, text: string): string {
  const { span } = entry;
  if (!py.atLeast(11) || span === undefined || span.line !== span.endLine) return '';
  const indent = text.length - text.trimStart().length;
  const part = text.slice(span.at, span.end);
  const anchor = anchorsOf(py, span, part);
  const whole = span.at <= indent && span.end >= text.trimEnd().length;
  if (whole && anchor === undefined) return '';
  const shown =
    anchor === undefined
      ? '^'.repeat(part.length)
      : `${'~'.repeat(anchor[0])}${'^'.repeat(anchor[1])}${'~'.repeat(Math.max(0, part.length - anchor[0] - anchor[1]))}`;
  return `    ${' '.repeat(span.at - indent)}${shown}\n`;
}

/** Which part of an expression the carets stand under: the operator, the brackets, or the arguments of a call. */
function anchorsOf(py: Interpreter, span: object, part: string): [number, number] | undefined {
  const node = span as {
    kind?: string;
    left?: { end: number; endLine: number };
    right?: { at: number };
    of?: { end: number };
    operator?: string;
    at: number;
  };
  if (node.kind === 'binary') {
    const from = node.left!.end - node.at;
    const at = part.indexOf(node.operator!, from);
    return at < 0 ? undefined : [at, node.operator!.length];
  }
  if (node.kind === 'subscript' || (node.kind === 'call' && py.atLeast(13))) {
    const from = node.of!.end - node.at;
    return [from, part.length - from];
  }
  return undefined;
}

function entryText(py: Interpreter, entry: TraceEntry): string {
  const text = lineOf(py, entry.file, entry.line);
  const head = `  File "${entry.file}", line ${entry.line}, in ${entry.name}\n`;
  return text === undefined || text.trim() === '' ? head : `${head}    ${text.trim()}\n${marks(py, entry, text)}`;
}

function entries(py: Interpreter, trace: readonly TraceEntry[]): string {
  let [out, repeats] = ['', 0];
  for (const [index, entry] of trace.entries()) {
    const before = trace[index - 1];
    const same = before !== undefined && before.file === entry.file && before.line === entry.line && before.name === entry.name;
    repeats = same ? repeats + 1 : 0;
    const next = trace[index + 1];
    const ends = next === undefined || next.file !== entry.file || next.line !== entry.line || next.name !== entry.name;
    if (repeats < 3) out += entryText(py, entry);
    if (ends && repeats >= 3) out += `  [Previous line repeated ${repeats - 2} more time${repeats === 3 ? '' : 's'}]\n`;
  }
  return out;
}

/** An exception with what led to it, as it is printed when nobody handles it. */
export function* traceback(py: Interpreter, exception: PyException, seen = new Set<PyException>()): Routine<string> {
  seen.add(exception);
  let out = '';
  if (exception.cause instanceof PyException && !seen.has(exception.cause))
    out += `${yield* traceback(py, exception.cause, seen)}\nThe above exception was the direct cause of the following exception:\n\n`;
  else if (exception.context !== undefined && !exception.suppressContext && !seen.has(exception.context))
    out += `${yield* traceback(py, exception.context, seen)}\nDuring handling of the above exception, another exception occurred:\n\n`;
  if (exception.trace.length > 0) out += `Traceback (most recent call last):\n${entries(py, exception.trace)}`;
  return out + (yield* lastLine(py, exception));
}

/** `ValueError: text`, with the place of a SyntaxError before it. */
export function* lastLine(py: Interpreter, exception: PyException): Routine<string> {
  const { cls, attrs } = exception;
  const name =
    cls.module === 'builtins' || cls.module === '__main__'
      ? cls.module === '__main__'
        ? `__main__.${cls.name}`
        : cls.name
      : `${cls.module}.${cls.name}`;
  if (cls.isSubclass(py.exceptionClass('SyntaxError')) && attrs!.has('lineno')) {
    const source = String(attrs!.get('text'));
    const indent = source.length - source.trimStart().length;
    const at = Number(attrs!.get('offset')) - 1;
    const width = py.atLeast(10) && cls.name === 'SyntaxError' ? Math.max(1, Number(attrs!.get('end')) - 1 - at) : 1;
    const pointer =
      cls.name === 'IndentationError' && !String(attrs!.get('msg')).startsWith('expected')
        ? ''
        : `    ${' '.repeat(Math.max(0, at - indent))}${'^'.repeat(width)}\n`;
    return `  File "${String(attrs!.get('filename'))}", line ${String(attrs!.get('lineno'))}\n    ${source.trim()}\n${pointer}${cls.name}: ${String(attrs!.get('msg'))}\n`;
  }
  const text = cls.find('__str__') === undefined ? yield* exceptionText(py, exception) : yield* str(py, exception);
  const suggestion = yield* suggest(py, exception);
  return `${name === `__main__.${cls.name}` ? cls.name : name}${text === '' ? '' : `: ${text}`}${suggestion}\n`;
}

/** `Did you mean: …?` for a name that is almost right (since 3.10). */
function* suggest(py: Interpreter, exception: PyException): Routine<string> {
  if (!py.atLeast(10) || exception.cls.name !== 'NameError') return '';
  const wanted = /^name '(\w+)' is not defined$/.exec(yield* exceptionText(py, exception))?.[1];
  const frame = exception.trace.at(-1) as
    | (TraceEntry & { frame?: { scope: { names: Map<string, unknown> }; module: { names: Map<string, unknown> } } })
    | undefined;
  if (wanted === undefined || frame?.frame === undefined) return '';
  const names = [...frame.frame.scope.names.keys(), ...frame.frame.module.names.keys(), ...py.builtins.names.keys()].filter(
    (each) => !each.startsWith('_') && each !== wanted,
  );
  const near = names
    .map((each) => [distance(wanted, each), each] as const)
    .filter(([far, each]) => far <= Math.floor((wanted.length + each.length + 3) / 6))
    .sort(([a], [b]) => a - b)[0];
  if (near !== undefined) return `. Did you mean: '${near[1]}'?`;
  return py.atLeast(12) && ['os', 'sys', 'json', 'time', 're', 'math', 'random', 'datetime', 'socket', 'signal'].includes(wanted)
    ? `. Did you forget to import '${wanted}'?`
    : '';
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** Prints an exception on standard error. */
export function* printException(py: Interpreter, exception: PyException): Routine<void> {
  yield* py.stdout.flush();
  yield* py.stderr.write(encodeText(yield* traceback(py, exception)));
  yield* py.stderr.flush();
}
