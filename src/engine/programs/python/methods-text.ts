import { decodeText, encodeText } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { getAttribute } from './attributes.ts';
import { formatValue } from './format.ts';

import type { Interpreter } from './interpreter.ts';
import { listOf } from './iterate.ts';
import { argument, natives, staticNatives, textArgument } from './natives.ts';
import { getItem } from './subscript.ts';
import { repr, str } from './text.ts';
import { BYTES, type Kwargs, PyBytes, PyDict, PyList, PyTuple, STR, type Value } from './values.ts';

const text = (value: Value | undefined): string => value as string;
const title = (value: string): string => value.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1));

function stripped(value: string, chars: Value | undefined, side: 'both' | 'left' | 'right'): string {
  const set = typeof chars === 'string' ? new Set(chars) : undefined;
  const goes = (c: string): boolean => (set === undefined ? /\s/.test(c) : set.has(c));
  let [from, to] = [0, value.length];
  if (side !== 'right') while (from < to && goes(value[from]!)) from++;
  if (side !== 'left') while (to > from && goes(value[to - 1]!)) to--;
  return value.slice(from, to);
}

function split(py: Interpreter, value: string, separator: Value | undefined, most: Value | undefined): string[] {
  const limit = most === undefined || (most as bigint) < 0n ? Number.POSITIVE_INFINITY : Number(most);
  const out: string[] = [];
  if (separator === undefined || separator === null) {
    let rest = value.trimStart();
    while (rest !== '' && out.length < limit) {
      const word = /^\S+/.exec(rest)![0];
      out.push(word);
      rest = rest.slice(word.length).trimStart();
    }
    if (rest !== '') out.push(rest.trimEnd());
    return out;
  }
  const mark = textArgument(py, separator);
  if (mark === '') throw py.error('ValueError', 'empty separator');
  const parts = value.split(mark);
  return parts.length - 1 <= limit ? parts : [...parts.slice(0, limit), parts.slice(limit).join(mark)];
}

/** Start and end arguments as offsets. */
const within = (value: string, from: Value | undefined, to: Value | undefined): [number, number] => {
  const place = (each: Value | undefined, otherwise: number): number =>
    each === undefined || each === null ? otherwise : Number(each) < 0 ? Math.max(0, value.length + Number(each)) : Number(each);
  return [place(from, 0), Math.min(value.length, place(to, value.length))];
};
function find(value: string, part: Value | undefined, from: Value | undefined, to: Value | undefined, last: boolean): number {
  const [start, end] = within(value, from, to);
  const slice = value.slice(start, end);
  const at = last ? slice.lastIndexOf(text(part)) : slice.indexOf(text(part));
  return at < 0 ? -1 : at + start;
}
function* affix(py: Interpreter, value: string, given: Value | undefined, name: 'startsWith' | 'endsWith'): Routine<boolean> {
  const choices = given instanceof PyTuple ? given.items : [given ?? null];
  for (const each of choices) {
    if (typeof each !== 'string')
      throw py.error('TypeError', `${name.toLowerCase()} first arg must be str or a tuple of str, not ${py.typeName(each)}`);
    if (value[name](each)) return true;
  }
  return false;
}
const every = (value: string, test: RegExp): boolean => value !== '' && test.test(value);

natives(STR, {
  upper: (_, [s]) => text(s).toUpperCase(),
  lower: (_, [s]) => text(s).toLowerCase(),
  casefold: (_, [s]) => text(s).toLowerCase(),
  title: (_, [s]) => title(text(s)),
  capitalize: (_, [s]) => (text(s)[0]?.toUpperCase() ?? '') + text(s).slice(1).toLowerCase(),
  swapcase: (_, [s]) => [...text(s)].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(''),
  strip: (_, [s, chars]) => stripped(text(s), chars, 'both'),
  lstrip: (_, [s, chars]) => stripped(text(s), chars, 'left'),
  rstrip: (_, [s, chars]) => stripped(text(s), chars, 'right'),
  split: (py, args, kwargs) =>
    new PyList(split(py, text(args[0]), argument(args, kwargs, 1, 'sep'), argument(args, kwargs, 2, 'maxsplit'))),
  rsplit: (py, args, kwargs) => {
    const backwards = (value: string): string => [...value].reverse().join('');
    const separator = argument(args, kwargs, 1, 'sep');
    return new PyList(
      split(
        py,
        backwards(text(args[0])),
        typeof separator === 'string' ? backwards(separator) : separator,
        argument(args, kwargs, 2, 'maxsplit'),
      )
        .map(backwards)
        .reverse(),
    );
  },
  splitlines: (_, [s, keep]) =>
    new PyList(
      text(s)
        .match(/[^\n\r]*(?:\r\n|\n|\r)|[^\n\r]+$/g)
        ?.map((line) => (keep === true ? line : line.replace(/[\r\n]+$/, ''))) ?? [],
    ),
  partition: (_, [s, mark]) => {
    const at = text(s).indexOf(text(mark));
    return new PyTuple(at < 0 ? [text(s), '', ''] : [text(s).slice(0, at), text(mark), text(s).slice(at + text(mark).length)]);
  },
  rpartition: (_, [s, mark]) => {
    const at = text(s).lastIndexOf(text(mark));
    return new PyTuple(at < 0 ? ['', '', text(s)] : [text(s).slice(0, at), text(mark), text(s).slice(at + text(mark).length)]);
  },
  *join(py, [s, parts]) {
    const out: string[] = [];
    let size = 0;
    for (const [index, part] of (yield* listOf(py, parts!)).entries()) {
      if (typeof part !== 'string')
        throw py.error('TypeError', `sequence item ${index}: expected str instance, ${py.typeName(part)} found`);
      size += part.length + text(s).length;
      py.checkText(size);
      out.push(part);
    }
    return out.join(text(s));
  },
  replace: (py, [s, from, to, count]) => {
    const parts = text(s).split(textArgument(py, from, 'replace() argument 1'));
    const most = count === undefined || (count as bigint) < 0n ? parts.length : Number(count) + 1;
    py.checkText(text(s).length + parts.length * text(to).length);
    return parts.slice(0, most).join(text(to)) + (most < parts.length ? text(from) + parts.slice(most).join(text(from)) : '');
  },
  find: (_, [s, part, from, to]) => BigInt(find(text(s), part, from, to, false)),
  rfind: (_, [s, part, from, to]) => BigInt(find(text(s), part, from, to, true)),
  index: (py, [s, part, from, to]) => {
    const at = find(text(s), part, from, to, false);
    if (at < 0) throw py.error('ValueError', 'substring not found');
    return BigInt(at);
  },
  count: (_, [s, part]) => BigInt(text(part) === '' ? text(s).length + 1 : text(s).split(text(part)).length - 1),
  startswith: (py, [s, part, from]) => affix(py, text(s).slice(Number(from ?? 0)), part, 'startsWith'),
  endswith: (py, [s, part]) => affix(py, text(s), part, 'endsWith'),
  removeprefix: (_, [s, part]) => (text(s).startsWith(text(part)) ? text(s).slice(text(part).length) : text(s)),
  removesuffix: (_, [s, part]) => (text(part) !== '' && text(s).endsWith(text(part)) ? text(s).slice(0, -text(part).length) : text(s)),
  isdigit: (_, [s]) => every(text(s), /^\p{Nd}+$/u),
  isnumeric: (_, [s]) => every(text(s), /^\p{N}+$/u),
  isdecimal: (_, [s]) => every(text(s), /^\p{Nd}+$/u),
  isalpha: (_, [s]) => every(text(s), /^\p{L}+$/u),
  isalnum: (_, [s]) => every(text(s), /^[\p{L}\p{N}]+$/u),
  isspace: (_, [s]) => every(text(s), /^\s+$/),
  isupper: (_, [s]) => /\p{L}/u.test(text(s)) && text(s) === text(s).toUpperCase(),
  islower: (_, [s]) => /\p{L}/u.test(text(s)) && text(s) === text(s).toLowerCase(),
  isidentifier: (_, [s]) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text(s)),
  zfill: (_, [s, width]) => {
    const sign = /^[-+]/.exec(text(s))?.[0] ?? '';
    return (
      sign +
      text(s)
        .slice(sign.length)
        .padStart(Math.min(1_000_000, Number(width)) - sign.length, '0')
    );
  },
  ljust: (_, [s, width, fill]) => text(s).padEnd(Math.min(1_000_000, Number(width)), (fill as string | undefined) ?? ' '),
  rjust: (_, [s, width, fill]) => text(s).padStart(Math.min(1_000_000, Number(width)), (fill as string | undefined) ?? ' '),
  center: (_, [s, width, fill]) => {
    const missing = Math.max(0, Math.min(1_000_000, Number(width)) - text(s).length);
    const left = Math.floor(missing / 2) + (missing & Number(width) & 1);
    const mark = (fill as string | undefined) ?? ' ';
    return mark.repeat(left) + text(s) + mark.repeat(missing - left);
  },
  expandtabs: (_, [s]) => text(s).replaceAll('\t', '        '),
  encode: (_, [s]) => new PyBytes(encodeText(text(s))),
  format: (py, [s, ...args], kwargs) => formatFields(py, text(s), args, kwargs),
  *format_map(py, [s, map]) {
    const kwargs = new Map<string, Value>();
    if (map instanceof PyDict) for (const [key, value] of map.entries.values()) kwargs.set(String(key), value);
    return yield* formatFields(py, text(s), [], kwargs);
  },
  translate: (_, [s, table]) => {
    if (!(table instanceof PyDict)) return text(s);
    return [...text(s)]
      .map((c) => {
        const to = table.entries.get(`n${c.codePointAt(0)}`)?.[1];
        return to === undefined ? c : to === null ? '' : typeof to === 'bigint' ? String.fromCodePoint(Number(to)) : String(to);
      })
      .join('');
  },
});
staticNatives(STR, {
  maketrans: (_, [from, to]) => {
    const dict = new PyDict();
    for (const [index, c] of [...text(from)].entries())
      dict.entries.set(`n${c.codePointAt(0)}`, [BigInt(c.codePointAt(0)!), [...text(to)][index] ?? null]);
    return dict;
  },
});

/** text.format(…): fields by place, name, attribute and item. */
function* formatFields(py: Interpreter, template: string, args: readonly Value[], kwargs: Kwargs): Routine<string> {
  let out = '';
  let auto = 0;
  for (let at = 0; at < template.length; ) {
    const c = template[at]!;
    if ((c === '{' || c === '}') && template[at + 1] === c) {
      out += c;
      at += 2;
      continue;
    }
    if (c === '}') throw py.error('ValueError', "Single '}' encountered in format string");
    if (c !== '{') {
      out += c;
      at++;
      continue;
    }
    let [end, depth] = [at + 1, 1];
    for (; end < template.length; end++) {
      if (template[end] === '{') depth++;
      else if (template[end] === '}' && --depth === 0) break;
    }
    if (depth > 0) throw py.error('ValueError', "expected '}' before end of string");
    const [, name = '', conversion, spec = ''] = /^([^!:]*)(?:!([rsa]))?(?::([\s\S]*))?$/.exec(template.slice(at + 1, end)) ?? [];
    const [, first = '', path = ''] = /^([^.[]*)([\s\S]*)$/.exec(name)!;
    let value: Value | undefined;
    if (first === '') value = args[auto++];
    else if (/^\d+$/.test(first)) value = args[Number(first)];
    else value = kwargs.get(first);
    if (value === undefined)
      throw /^\d*$/.test(first)
        ? py.error(
            'IndexError',
            'Replacement index 0 out of range for positional args tuple'.replace('0', String(first === '' ? auto - 1 : first)),
          )
        : py.error('KeyError', first);
    for (const [, attribute, item] of path.matchAll(/\.(\w+)|\[([^\]]*)\]/g))
      value =
        attribute !== undefined
          ? yield* getAttribute(py, value, attribute)
          : yield* getItem(py, value, /^\d+$/.test(item!) ? BigInt(item!) : item!);
    if (conversion === 'r' || conversion === 'a') value = yield* repr(py, value);
    else if (conversion === 's') value = yield* str(py, value);
    out += yield* formatValue(
      py,
      value,
      spec.includes('{') ? yield* formatFields(py, spec, args.slice(first === '' ? auto : 0), kwargs) : spec,
    );
    py.checkText(out.length);
    at = end + 1;
  }
  return out;
}

const data = (value: Value | undefined): string => (value as PyBytes).data;
natives(BYTES, {
  decode: (py, [b]) => {
    const out = decodeText(data(b));
    if (out.includes('\ufffd') && !data(b).includes('\xef\xbf\xbd'))
      throw py.error('UnicodeDecodeError', "'utf-8' codec can't decode byte in position 0: invalid start byte");
    return out;
  },
  hex: (_, [b]) => [...data(b)].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
  split: (py, [b, mark]) =>
    new PyList(split(py, data(b), mark instanceof PyBytes ? mark.data : undefined, undefined).map((part) => new PyBytes(part))),
  strip: (_, [b]) => new PyBytes(data(b).trim()),
  upper: (_, [b]) => new PyBytes(data(b).toUpperCase()),
  lower: (_, [b]) => new PyBytes(data(b).toLowerCase()),
  startswith: (_, [b, part]) => data(b).startsWith(data(part)),
  endswith: (_, [b, part]) => data(b).endsWith(data(part)),
  find: (_, [b, part]) => BigInt(data(b).indexOf(data(part))),
  replace: (_, [b, from, to]) => new PyBytes(data(b).replaceAll(data(from), data(to))),
  *join(py, [b, parts]) {
    const out = (yield* listOf(py, parts!)).map((part) => data(part));
    py.checkText(out.reduce((sum, each) => sum + each.length, 0));
    return new PyBytes(out.join(data(b)));
  },
});
