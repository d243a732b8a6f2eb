import type { Routine } from '../coroutine/index.ts';
import { type Match, Pattern, PatternError, PatternTooCostly } from '../pattern/index.ts';
import { get, set, toText } from './convert.ts';
import type { Realm } from './realm.ts';
import { isCallable, type JsArray, JsRegExp, type Native, type Value } from './values.ts';

export function makeRegExp(js: Realm, source: string, flags: string): JsRegExp {
  try {
    const pattern = new Pattern(source.replaceAll('\\/', '/'), {
      ignoreCase: flags.includes('i'),
      multiline: flags.includes('m'),
      dotAll: flags.includes('s'),
    });
    const made = new JsRegExp(js.proto.RegExp, pattern, flags);
    return made.put('source', source, false).put('global', flags.includes('g'), false).put('flags', flags, false) as JsRegExp;
  } catch (error) {
    if (error instanceof PatternError) throw js.error('SyntaxError', `Invalid regular expression: /${source}/: ${error.message}`);
    throw error;
  }
}

function search(js: Realm, regexp: JsRegExp, text: string, from: number, sticky = regexp.flags.includes('y')): Match | undefined {
  try {
    return regexp.pattern.exec(text, from, sticky);
  } catch (error) {
    if (error instanceof PatternTooCostly) throw js.error('Error', error.message);
    throw error;
  }
}

function matchArray(js: Realm, regexp: JsRegExp, text: string, match: Match): JsArray {
  const array = js.array([...match.groups]);
  array.put('index', match.index).put('input', text);
  const names = [...regexp.pattern.names];
  array.put(
    'groups',
    names.length === 0 ? undefined : js.object(Object.fromEntries(names.map(([name, index]) => [name, match.groups[index]]))),
  );
  return array;
}

function* exec(js: Realm, regexp: JsRegExp, text: string): Routine<Value> {
  const keeps = /[gy]/.test(regexp.flags);
  const from = keeps ? Number(yield* get(js, regexp, 'lastIndex')) : 0;
  const match = from > text.length ? undefined : search(js, regexp, text, from);
  if (keeps) yield* set(js, regexp, 'lastIndex', match === undefined ? 0 : match.end);
  return match === undefined ? null : matchArray(js, regexp, text, match);
}

/** All matches that do not overlap. */
function* all(js: Realm, regexp: JsRegExp, text: string): Generator<Match> {
  for (let at = 0; at <= text.length; ) {
    const match = search(js, regexp, text, at);
    if (match === undefined) return;
    yield match;
    at = match.end === match.index ? match.end + 1 : match.end;
  }
}

export const regexpMethods: Readonly<Record<string, Native>> = {
  *exec(js, self, [text]) {
    return yield* exec(js, self as JsRegExp, yield* toText(js, text));
  },
  *test(js, self, [text]) {
    return (yield* exec(js, self as JsRegExp, yield* toText(js, text))) !== null;
  },
  ['toString' as string]: (_, self) => `/${(self as JsRegExp).pattern.source}/${(self as JsRegExp).flags}`,
};

const toRegExp = (js: Realm, value: Value): JsRegExp => (value instanceof JsRegExp ? value : makeRegExp(js, String(value), ''));

/** Methods of text that take patterns. */
export const patternMethods: Readonly<Record<string, Native>> = {
  *match(js, self, [pattern]) {
    const regexp = toRegExp(js, pattern);
    if (!regexp.flags.includes('g')) return yield* exec(js, regexp, self as string);
    const found = [...all(js, regexp, self as string)].map((match) => match.groups[0]);
    return found.length === 0 ? null : js.array(found);
  },
  matchAll: (js, self, [pattern]) =>
    js.array(
      [...all(js, toRegExp(js, pattern), self as string)].map((match) => matchArray(js, toRegExp(js, pattern), self as string, match)),
    ),
  search: (js, self, [pattern]) => search(js, toRegExp(js, pattern), self as string, 0)?.index ?? -1,
  *replace(js, self, [pattern, by]) {
    return yield* replace(js, self as string, pattern, by, pattern instanceof JsRegExp && pattern.flags.includes('g'));
  },
  *replaceAll(js, self, [pattern, by]) {
    return yield* replace(js, self as string, pattern, by, true);
  },
  *split(js, self, [mark, limit]) {
    const text = self as string;
    if (mark === undefined) return js.array([text]);
    let parts: Value[];
    if (mark instanceof JsRegExp) {
      parts = [];
      let last = 0;
      for (const match of all(js, mark, text)) {
        if (match.end === match.index && (match.index === 0 || match.index >= text.length)) continue;
        parts.push(text.slice(last, match.index), ...match.groups.slice(1));
        last = match.end;
      }
      parts.push(text.slice(last));
    } else parts = text.split(yield* toText(js, mark));
    js.grow(parts.length);
    return js.array(limit === undefined ? parts : parts.slice(0, Number(limit)));
  },
};

function* replace(js: Realm, text: string, pattern: Value, by: Value, every: boolean): Routine<string> {
  const found: { index: number; end: number; groups: readonly (string | undefined)[]; names: ReadonlyMap<string, number> }[] = [];
  if (pattern instanceof JsRegExp) {
    for (const match of all(js, pattern, text)) {
      found.push({ ...match, names: pattern.pattern.names });
      if (!every) break;
    }
  } else {
    const part = yield* toText(js, pattern);
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + Math.max(1, part.length))) {
      found.push({ index: at, end: at + part.length, groups: [part], names: new Map() });
      if (!every) break;
    }
  }
  let [out, last] = ['', 0];
  for (const match of found) {
    const made = isCallable(by)
      ? yield* toText(js, yield* js.call(by, undefined, [...match.groups, match.index, text]))
      : (yield* toText(js, by)).replace(/\$(?:(\$)|(&)|(\d{1,2})|<(\w+)>)/g, (whole, dollar, and, digits?: string, name?: string) =>
          dollar
            ? '$'
            : and
              ? match.groups[0]!
              : digits !== undefined
                ? Number(digits) < match.groups.length
                  ? (match.groups[Number(digits)] ?? '')
                  : whole
                : (match.groups[match.names.get(name!) ?? -1] ?? ''),
        );
    out += text.slice(last, match.index) + made;
    last = match.end;
    js.checkText(out.length);
    yield* js.tick();
  }
  return out + text.slice(last);
}
