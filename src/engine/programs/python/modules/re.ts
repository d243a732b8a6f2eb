import type { Routine } from '../../coroutine/index.ts';
import { type Match, Pattern, PatternError, PatternTooCostly } from '../../pattern/index.ts';
import { classFrom } from '../classes.ts';
import { EXCEPTIONS, PyException } from '../exceptions.ts';
import { dictOf } from '../hash.ts';
import type { Interpreter } from '../interpreter.ts';
import { argument, nativeModule, natives, textArgument } from '../natives.ts';
import { OBJECT, PyClass, PyError, PyIterator, PyList, type PyModule, PyObject, PyTuple, type Value } from '../values.ts';

const PATTERN = new PyClass('re.Pattern', [OBJECT]);
const MATCH = new PyClass('re.Match', [OBJECT]);
const FLAGS = {
  I: 2n,
  IGNORECASE: 2n,
  M: 8n,
  MULTILINE: 8n,
  S: 16n,
  DOTALL: 16n,
  X: 64n,
  VERBOSE: 64n,
  A: 256n,
  ASCII: 256n,
  U: 32n,
  UNICODE: 32n,
};

const patternOf = (value: Value | undefined): Pattern => (value as PyObject).hidden as Pattern;
interface Found {
  readonly match: Match;
  readonly pattern: Pattern;
  readonly text: string;
}
const foundOf = (value: Value | undefined): Found => (value as PyObject).hidden as Found;

function exec(py: Interpreter, pattern: Pattern, text: string, from: number, sticky: boolean): Match | undefined {
  try {
    return pattern.exec(text, from, sticky);
  } catch (error) {
    if (error instanceof PatternTooCostly) throw py.error('RuntimeError', error.message);
    throw error;
  }
}
function matchObject(pattern: Pattern, text: string, match: Match | undefined): Value {
  if (match === undefined) return null;
  const object = new PyObject(MATCH);
  object.hidden = { match, pattern, text } satisfies Found;
  return object;
}
function groupIndex(py: Interpreter, { match, pattern }: Found, which: Value): number {
  const index = typeof which === 'string' ? (pattern.names.get(which) ?? -1) : Number(which);
  if (index < 0 || index >= match.groups.length) throw py.error('IndexError', 'no such group');
  return index;
}

/** All matches that do not overlap. */
function* all(py: Interpreter, pattern: Pattern, text: string): Generator<Match> {
  for (let at = 0; at <= text.length; ) {
    const match = exec(py, pattern, text, at, false);
    if (match === undefined) return;
    yield match;
    at = match.end === match.index ? match.end + 1 : match.end;
  }
}

function filled(template: string, found: Found): string {
  return template.replace(
    /\\(?:g<(\w+)>|(\d{1,2})|([nrt\\]))/g,
    (_, name: string | undefined, number: string | undefined, letter: string | undefined) => {
      if (letter !== undefined) return { n: '\n', r: '\r', t: '\t', '\\': '\\' }[letter as 'n'];
      const index = number !== undefined ? Number(number) : /^\d+$/.test(name!) ? Number(name) : (found.pattern.names.get(name!) ?? -1);
      return found.match.groups[index] ?? '';
    },
  );
}

function* substitute(py: Interpreter, pattern: Pattern, by: Value, text: string, most: number): Routine<[string, number]> {
  let [out, last, count] = ['', 0, 0];
  for (const match of all(py, pattern, text)) {
    if (most > 0 && count >= most) break;
    count++;
    out += text.slice(last, match.index);
    out += typeof by === 'string' ? filled(by, { match, pattern, text }) : String(yield* py.call(by, [matchObject(pattern, text, match)]));
    last = match.end;
    py.checkText(out.length);
    yield* py.tick();
  }
  return [out + text.slice(last), count];
}

const groupValue = (match: Match): Value =>
  match.groups.length === 1
    ? match.groups[0]!
    : match.groups.length === 2
      ? (match.groups[1] ?? '')
      : new PyTuple(match.groups.slice(1).map((each) => each ?? ''));

natives(MATCH, {
  group: (py, [self, ...which]) => {
    const found = foundOf(self);
    const get = (each: Value): Value => found.match.groups[groupIndex(py, found, each)] ?? null;
    return which.length === 0 ? found.match.groups[0]! : which.length === 1 ? get(which[0]!) : new PyTuple(which.map(get));
  },
  __getitem__: (py, [self, which]) => foundOf(self).match.groups[groupIndex(py, foundOf(self), which!)] ?? null,
  groups: (_, [self, otherwise]) =>
    new PyTuple(
      foundOf(self)
        .match.groups.slice(1)
        .map((each) => each ?? otherwise ?? null),
    ),
  groupdict: (_, [self]) =>
    dictOf([...foundOf(self).pattern.names].map(([name, index]) => [name, foundOf(self).match.groups[index] ?? null])),
  start: (py, [self, which]) => BigInt(foundOf(self).match.spans[groupIndex(py, foundOf(self), which ?? 0n)]![0]),
  end: (py, [self, which]) => BigInt(foundOf(self).match.spans[groupIndex(py, foundOf(self), which ?? 0n)]![1]),
  span: (py, [self, which]) =>
    new PyTuple(foundOf(self).match.spans[groupIndex(py, foundOf(self), which ?? 0n)]!.map((each) => BigInt(each))),
  __repr__: (_, [self]) =>
    `<re.Match object; span=(${foundOf(self).match.index}, ${foundOf(self).match.end}), match='${foundOf(self).match.groups[0]}'>`,
});

const METHODS: Readonly<
  Record<string, (py: Interpreter, pattern: Pattern, args: readonly Value[], kwargs: ReadonlyMap<string, Value>) => Value | Routine<Value>>
> = {
  match: (py, pattern, [text]) => matchObject(pattern, textArgument(py, text), exec(py, pattern, textArgument(py, text), 0, true)),
  search: (py, pattern, [text]) => matchObject(pattern, textArgument(py, text), exec(py, pattern, textArgument(py, text), 0, false)),
  fullmatch: (py, pattern, [text]) => {
    const whole = new Pattern(`(?:${pattern.source})$`);
    const match = exec(py, whole, textArgument(py, text), 0, true);
    return matchObject(pattern, String(text), match);
  },
  findall: (py, pattern, [text]) => new PyList([...all(py, pattern, textArgument(py, text))].map(groupValue)),
  finditer: (py, pattern, [text]) => {
    const found = all(py, pattern, textArgument(py, text));
    return new PyIterator(() => {
      const next = found.next();
      return next.done === true ? undefined : matchObject(pattern, String(text), next.value);
    }, 'callable_iterator');
  },
  *sub(py, pattern, args, kwargs) {
    return (yield* substitute(py, pattern, args[0]!, textArgument(py, args[1]), Number(argument(args, kwargs, 2, 'count') ?? 0)))[0];
  },
  *subn(py, pattern, args, kwargs) {
    const [text, count] = yield* substitute(
      py,
      pattern,
      args[0]!,
      textArgument(py, args[1]),
      Number(argument(args, kwargs, 2, 'count') ?? 0),
    );
    return new PyTuple([text, BigInt(count)]);
  },
  split: (py, pattern, [text, most]) => {
    const source = textArgument(py, text);
    const out: Value[] = [];
    let last = 0;
    for (const match of all(py, pattern, source)) {
      if (most !== undefined && most !== 0n && out.length >= Number(most)) break;
      if (match.end === match.index) continue;
      out.push(source.slice(last, match.index), ...match.groups.slice(1).map((each) => each ?? null));
      last = match.end;
    }
    return new PyList([...out, source.slice(last)]);
  },
};
for (const [name, run] of Object.entries(METHODS))
  natives(PATTERN, { [name]: (py, [self, ...args], kwargs) => run(py, patternOf(self), args, kwargs) });

export function reModule(py: Interpreter): PyModule {
  const failure = classFrom('error', [EXCEPTIONS.get('Exception')!], new Map(), 're');
  const compile = (source: Value | undefined, flags: Value | undefined): Pattern => {
    if (source instanceof PyObject && source.hidden instanceof Pattern) return source.hidden;
    const bits = typeof flags === 'bigint' ? flags : 0n;
    try {
      return new Pattern(textArgument(py, source), {
        ignoreCase: (bits & 2n) !== 0n,
        multiline: (bits & 8n) !== 0n,
        dotAll: (bits & 16n) !== 0n,
        verbose: (bits & 64n) !== 0n,
      });
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      const made = new PyException(failure);
      made.args = [`${error.message} at position ${error.at}`];
      throw new PyError(made);
    }
  };
  const functions = Object.fromEntries(
    Object.entries(METHODS).map(([name, run]) => [
      name,
      (_: Interpreter, [source, ...args]: readonly Value[], kwargs: ReadonlyMap<string, Value>) => {
        const own = name.startsWith('sub') ? 2 : 1;
        const flags = kwargs.get('flags') ?? (name.startsWith('sub') ? args[3] : name === 'split' ? args[2] : args[own]);
        return run(py, compile(source, flags), args, kwargs);
      },
    ]),
  );
  return nativeModule(
    're',
    {
      ...functions,
      compile: (_, args, kwargs) => {
        const pattern = compile(args[0], argument(args, kwargs, 1, 'flags'));
        const object = new PyObject(PATTERN);
        object.hidden = pattern;
        object.attrs!.set('pattern', pattern.source);
        return object;
      },
      escape: (_, [text]) => textArgument(py, text).replace(/[^\w]/g, '\\$&'),
    },
    { ...FLAGS, error: failure, Pattern: PATTERN, Match: MATCH },
  );
}
