import { stateOf } from './promise.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsArray, JsFunction, JsObject, JsRegExp, type Property, type Value } from './values.ts';

const quoted = (text: string): string => {
  const quote = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
  return (
    quote +
    text
      .replace(
        /[\n\r\t\b\f\v\\]/g,
        (c) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v', '\\': '\\\\' })[c]!,
      )
      .replaceAll(quote === "'" ? "'" : '\0', quote === "'" ? "\\'" : '\0') +
    quote
  );
};
const WIDTH = 72;
const MAX_ITEMS = 100;

/** The name of the class an object is of; undefined for plain objects. */
function className(js: Realm, value: JsObject): string | undefined {
  if (value.proto === null) return '[Object: null prototype]';
  if (value.proto === js.proto.Object) return undefined;
  const made = value.proto.find('constructor')?.value;
  return isCallable(made) && made.name !== '' && made.name !== 'Object' ? made.name : undefined;
}

/** A value as console.log and util.inspect show it. */
export function inspect(js: Realm, value: Value, depth = 2, level = 0, seen: readonly JsObject[] = []): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return value.toString();
  if (Object.is(value, -0)) return '-0';
  if (!(value instanceof JsObject)) return String(value);
  if (seen.includes(value)) return '[Circular *1]';
  if (value.kind === 'Error') return errorText(js, value, depth, level, seen);
  if (value instanceof JsRegExp) return `/${value.pattern.source}/${value.flags}`;
  if (value.kind === 'Date')
    return typeof value.hidden === 'number' && !Number.isNaN(value.hidden) ? js.dateText(value.hidden) : 'Invalid Date';
  const name = className(js, value);
  const inner = [...seen, value];
  const nested = level > depth;
  const show = (each: Value): string => inspect(js, each, depth, level + 1, inner);
  const extra = properties(js, value, show);
  if (isCallable(value)) {
    const isClass = value instanceof JsFunction && value.classKind !== 'none';
    const head = isClass
      ? `[class ${value.name || '(anonymous)'}${value.classKind === 'derived' && isCallable(value.proto) ? ` extends ${value.proto.name}` : ''}]`
      : `[${value instanceof JsFunction && value.node?.async ? 'AsyncFunction' : 'Function'}${value.name === '' ? ' (anonymous)' : `: ${value.name}`}]`;
    return extra.length === 0 || nested ? head : wrap(`${head} {`, extra, '}', level);
  }
  if (nested) return value instanceof JsArray ? '[Array]' : `[${name ?? 'Object'}]`;
  if (value instanceof JsArray) {
    const items = value.items.slice(0, MAX_ITEMS).map(show);
    if (value.items.length > MAX_ITEMS)
      items.push(`... ${value.items.length - MAX_ITEMS} more item${value.items.length === MAX_ITEMS + 1 ? '' : 's'}`);
    const all = [...(items.length > 6 && extra.length === 0 ? grouped(items, value.items) : items), ...extra];
    const prefix = name === undefined || name === 'Array' ? '' : `${name}(${value.items.length}) `;
    return all.length === 0 ? `${prefix}[]` : wrap(`${prefix}[`, all, ']', level, items.length > 6);
  }
  if (value.kind === 'Map') {
    const rows = [...(value.hidden as Map<unknown, [Value, Value]>).values()].map(([key, each]) => `${show(key)} => ${show(each)}`);
    return rows.length === 0 ? 'Map(0) {}' : wrap(`Map(${rows.length}) {`, [...rows, ...extra], '}', level);
  }
  if (value.kind === 'Set') {
    const rows = [...(value.hidden as Map<unknown, [Value, Value]>).values()].map(([key]) => show(key));
    return rows.length === 0 ? 'Set(0) {}' : wrap(`Set(${rows.length}) {`, [...rows, ...extra], '}', level);
  }
  const promise = stateOf(value);
  if (promise !== undefined)
    return wrap(
      'Promise {',
      [promise.state === 'pending' ? '<pending>' : `${promise.state === 'rejected' ? '<rejected> ' : ''}${show(promise.value)}`, ...extra],
      '}',
      level,
    );
  if (value.kind === 'Buffer')
    return `<Buffer${[...(value.hidden as string)]
      .slice(0, 50)
      .map((c) => ` ${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
      .join('')}${(value.hidden as string).length > 50 ? ` ... ${(value.hidden as string).length - 50} more bytes` : ''}>`;
  if (value.kind === 'Generator') return 'Object [Generator] {}';
  const prefix = name === undefined ? '' : `${name} `;
  return extra.length === 0 ? `${prefix}{}` : wrap(`${prefix}{`, extra, '}', level);
}

function properties(_js: Realm, value: JsObject, show: (value: Value) => string): string[] {
  const text = (property: Property): string =>
    property.get !== undefined
      ? property.set !== undefined
        ? '[Getter/Setter]'
        : '[Getter]'
      : property.set !== undefined
        ? '[Setter]'
        : show(property.value);
  return [...value.props]
    .filter(([key, { enumerable }]) => enumerable && !(typeof key === 'string' && key.startsWith('#')))
    .map(
      ([key, property]) =>
        `${typeof key === 'symbol' ? `[${key.toString()}]` : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)}: ${text(property)}`,
    );
}

function errorText(js: Realm, value: JsObject, depth: number, level: number, seen: readonly JsObject[]): string {
  const stack = value.find('stack')?.value;
  const extra = [...value.props]
    .filter(([, { enumerable }]) => enumerable)
    .map(([key, property]) => `${String(key)}: ${inspect(js, property.value, depth, level + 1, [...seen, value])}`);
  const text = typeof stack === 'string' ? stack : `${String(value.find('name')?.value)}: ${String(value.find('message')?.value)}`;
  const shown = level === 0 ? text : `[${text}]`.replace(/^\[([\s\S]*\n[\s\S]*)\]$/, '$1');
  return extra.length === 0
    ? shown
    : `${shown} {\n${extra.map((each) => `${'  '.repeat(level + 1)}${each}`).join(',\n')}\n${'  '.repeat(level)}}`;
}

/** On one line when it is short enough and not too deep, else one entry a line (reduceToSingleString). */
function wrap(open: string, entries: readonly string[], close: string, level: number, isGrouped = false): string {
  const total = entries.reduce((sum, each) => sum + each.length, 0) + entries.length;
  const flat = !isGrouped && total + open.length + level * 2 < WIDTH + 4 && !entries.some((each) => each.includes('\n'));
  if (flat) return `${open} ${entries.join(', ')} ${close}`;
  const gap = `\n${'  '.repeat(level + 1)}`;
  return `${open}${gap}${entries.join(`,${gap}`)}\n${'  '.repeat(level)}${close}`;
}

/** More than six items in rows of even columns (groupArrayElements). */
function grouped(items: readonly string[], values: readonly Value[]): string[] {
  const lengths = items.map((each) => each.length + 2);
  const most = Math.max(...lengths);
  const total = lengths.reduce((sum, each) => sum + each, 0);
  if (most * 3 + 2 >= 80 && total / most <= 5 && most > 8) return [...items];
  if (items.some((each) => each.includes('\n'))) return [...items];
  const bias = Math.sqrt(most - total / items.length);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * Math.max(bias, 1) * items.length) / Math.max(bias, 1)),
    Math.floor((80 - 0) / most),
    4 * 4,
    15,
  );
  if (columns <= 1) return [...items];
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...lengths.filter((_, index) => index % columns === column)));
  const right = values.every((each) => typeof each === 'number' || typeof each === 'bigint');
  const rows: string[] = [];
  for (let i = 0; i < items.length; i += columns) {
    const end = Math.min(i + columns, items.length);
    const row = items.slice(i, end).map((each, column) => {
      const last = i + column === end - 1;
      const cell = last ? each : `${each}, `;
      return right
        ? last
          ? each.padStart(widths[column]! - 2)
          : cell.padStart(widths[column]!)
        : last
          ? cell
          : cell.padEnd(widths[column]!);
    });
    rows.push(row.join(''));
  }
  return rows;
}

/** console.log's text: `%s` and its like in the first argument, values after it. */
export function formatLog(js: Realm, args: readonly Value[]): string {
  let [first, ...rest] = args;
  if (typeof first === 'string' && first.includes('%') && rest.length > 0)
    first = first.replace(/%([sdifjoO%])/g, (whole, letter: string) => {
      if (letter === '%') return '%';
      if (rest.length === 0) return whole;
      const value = rest.shift();
      if (letter === 's') return typeof value === 'string' ? value : inspect(js, value, 0);
      if (letter === 'd') return String(Number(value instanceof JsObject ? Number.NaN : value));
      if (letter === 'i') return String(Math.trunc(Number(value instanceof JsObject ? Number.NaN : value)));
      if (letter === 'f') return String(Number(value instanceof JsObject ? Number.NaN : value));
      if (letter === 'j') return js.jsonText(value);
      return inspect(js, value, 4);
    });
  return (args.length === 0 ? [] : [first, ...rest]).map((each) => (typeof each === 'string' ? each : inspect(js, each))).join(' ');
}
