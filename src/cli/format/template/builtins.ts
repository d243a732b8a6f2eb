import { goEqual, goLess } from './compare.ts';
import { htmlEscape, jsEscape, queryEscape } from './escape.ts';
import { CallError, type TemplateFunction } from './function.ts';
import { sprint, sprintln } from './print.ts';
import { sprintf } from './printf.ts';
import {
  elementType,
  GoMap,
  GoNamed,
  GoNil,
  GoSlice,
  type GoValue,
  isBoxed,
  itemsOf,
  kindOf,
  mapGet,
  mapSize,
  scalar,
  typeName,
} from './value.ts';

type Args = (GoValue | undefined)[];

/** The functions every Go template has. `and` and `or` short-circuit in the evaluator. Source: go/src/text/template/funcs.go. */
export const builtins: Readonly<Record<string, TemplateFunction>> = {
  and: { params: ['any', '...any'], call: (args) => args.find((a) => !truth(a)) ?? args.at(-1) },
  or: { params: ['any', '...any'], call: (args) => args.find(truth) ?? args.at(-1) },
  not: { params: ['any'], call: ([a]) => !truth(a) },
  call: { params: ['any', '...any'], call: callFunction },
  html: { params: ['...any'], call: (args) => htmlEscape(text(args)) },
  js: { params: ['...any'], call: (args) => jsEscape(text(args)) },
  urlquery: { params: ['...any'], call: (args) => queryEscape(text(args)) },
  index: { params: ['any', '...any'], call: index },
  slice: { params: ['any', '...any'], call: slice },
  len: { params: ['any'], call: ([a]) => length(a) },
  print: { params: ['...any'], call: (args) => sprint(args.map(orNull)) },
  printf: { params: ['string', '...any'], call: ([format, ...rest]) => sprintf(scalar(format!) as string, rest.map(orNull)) },
  println: { params: ['...any'], call: (args) => sprintln(args.map(orNull)) },
  eq: { params: ['any', '...any'], call: ([a, ...rest]) => goEqual(a, rest) },
  ne: { params: ['any', 'any'], call: ([a, b]) => !goEqual(a, [b]) },
  lt: { params: ['any', 'any'], call: ([a, b]) => goLess(a, b) },
  le: { params: ['any', 'any'], call: ([a, b]) => goLess(a, b) || goEqual(a, [b]) },
  gt: { params: ['any', 'any'], call: ([a, b]) => !goLess(a, b) && !goEqual(a, [b]) },
  ge: { params: ['any', 'any'], call: ([a, b]) => !goLess(a, b) },
};

/** Go's truth: not false, 0, nil, nor empty; a struct is always true. */
export function truth(v: GoValue | undefined): boolean {
  if (v instanceof GoNamed && v.type.startsWith('*')) return true;
  switch (kindOf(v)) {
    case 'bool':
    case 'string':
      return Boolean(scalar(v!));
    case 'int':
    case 'uint':
    case 'float':
      return Number(scalar(v!)) !== 0;
    case 'slice':
      return itemsOf(v!).length > 0;
    case 'map':
      return mapSize(v!) > 0;
    case 'struct':
      return true;
    default:
      return false;
  }
}

function orNull(v: GoValue | undefined): GoValue {
  return v === undefined ? null : v;
}

function text(args: Args): string {
  return args.length === 1 && typeof args[0] === 'string' ? args[0] : sprint(args.map(orNull));
}

function callFunction(args: Args, context: { firstArg: string }): GoValue {
  if (args[0] === undefined || args[0] === null) throw new CallError('call of nil');
  throw new CallError(`non-function ${context.firstArg} of type ${typeName(args[0])}`);
}

function length(v: GoValue | undefined): number {
  switch (kindOf(v)) {
    case 'string':
      return new TextEncoder().encode(scalar(v!) as string).length;
    case 'slice':
      return itemsOf(v!).length;
    case 'map':
      return mapSize(v!);
    case 'invalid':
      throw new CallError('reflect: call of reflect.Value.Type on zero Value');
    case 'pointer':
      throw new CallError('len of nil pointer');
    default:
      throw new CallError(`len of type ${pointedTo(v)}`);
  }
}

function pointedTo(v: GoValue | undefined): string {
  return typeName(v).replace(/^\*/, '');
}

function index(args: Args): GoValue | undefined {
  let item = args[0];
  if (item === undefined || item === null) throw new CallError('index of untyped nil');
  for (const arg of args.slice(1)) {
    if (item instanceof GoNil) throw new CallError('index of nil pointer');
    switch (kindOf(item)) {
      case 'slice': {
        const items = itemsOf(item!);
        item = items[indexArg(arg, items.length)]!;
        break;
      }
      case 'string': {
        const bytes: Uint8Array = new TextEncoder().encode(scalar(item!) as string);
        item = bytes[indexArg(arg, bytes.length)]!;
        break;
      }
      case 'map':
        item = mapIndex(item!, arg);
        break;
      case 'invalid':
        throw new CallError('index of nil pointer');
      default:
        throw new CallError(`can't index item of type ${pointedTo(item)}`);
    }
  }
  return item;
}

function mapIndex(map: GoValue, key: GoValue | undefined): GoValue {
  if (key === undefined || key === null) throw new CallError('value is nil; should be of type string');
  const numeric = map instanceof GoMap && /^map\[u?int/.test(map.type);
  const kind = kindOf(key);
  if (numeric ? kind !== 'int' && kind !== 'uint' : kind !== 'string') {
    const want = map instanceof GoMap ? map.type.slice(4, map.type.indexOf(']')) : 'string';
    throw new CallError(`value has type ${typeName(key)}; should be ${want}`);
  }
  const found = mapGet(map, String(scalar(key)));
  return found === undefined ? zeroOf(elementType(typeName(map))) : found;
}

/** reflect.Zero for the element types that occur. */
export function zeroOf(type: string): GoValue {
  if (type === 'string') return '';
  if (type === 'bool') return false;
  if (/^u?int/.test(type)) return 0;
  if (type.startsWith('[]')) return new GoSlice(type, null);
  if (type.startsWith('map[')) return new GoMap(type, null);
  return type.startsWith('*') ? new GoNil(type) : null;
}

function indexArg(arg: GoValue | undefined, cap: number): number {
  const kind = kindOf(arg);
  if (kind === 'invalid') throw new CallError('cannot index slice/array with nil');
  if (kind !== 'int' && kind !== 'uint') throw new CallError(`cannot index slice/array with type ${typeName(arg)}`);
  const at = Number(scalar(arg!));
  if (at < 0 || at >= cap) throw new CallError(`index out of range: ${at}`);
  return at;
}

function slice(args: Args): GoValue {
  const item = args[0];
  if (item === undefined || item === null) throw new CallError('slice of untyped nil');
  const bounds = args.slice(1);
  if (bounds.length > 3) throw new CallError(`too many slice indexes: ${bounds.length}`);
  const kind = kindOf(item);
  if (kind === 'string' && bounds.length === 3) throw new CallError('cannot 3-index slice a string');
  if (kind !== 'string' && kind !== 'slice') throw new CallError(`can't slice item of type ${typeName(item)}`);
  const bytes = kind === 'string' ? new TextEncoder().encode(scalar(item) as string) : undefined;
  const cap = bytes ? bytes.length : itemsOf(item).length;
  const at = bounds.map((b) => indexArg(b, cap + 1));
  const [from = 0, to = cap] = at;
  if (from > to) throw new CallError(`invalid slice index: ${from} > ${to}`);
  if (at.length === 3 && to > at[2]!) throw new CallError(`invalid slice index: ${to} > ${at[2]}`);
  if (bytes) return new TextDecoder().decode(bytes.subarray(from, to));
  const items = itemsOf(item).slice(from, to);
  return isBoxed(item) ? new GoSlice(typeName(item), items) : items;
}
