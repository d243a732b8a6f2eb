// Modules that only a few files of ours talk to are made smaller: properties that nobody outside can name get short names, and methods
// that nobody names at all are left out. Bundlers cannot do either, since they do not know who else might name them.
import { transform } from 'esbuild';
import { type Names, namesIn, type Sources, withoutUnnamed } from './names.ts';

/** Names of one letter, then of two; none of those in `taken`. */
function* shortNames(taken: (name: string) => boolean): Generator<string> {
  const first = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$'];
  const others = [...first, ...'0123456789'];
  for (const one of first) if (!taken(one)) yield one;
  for (const one of first) for (const two of others) if (!taken(one + two)) yield one + two;
  for (const one of first) for (const two of others) for (const three of others) if (!taken(one + two + three)) yield one + two + three;
}

/** Properties that belong to the modules alone: made and read there, and neither a browser, a string nor `outside` names them. */
export function closedNames({ defined, read, spelled }: Names, outside: ReadonlySet<string>): Set<string> {
  return new Set([...defined].filter((name) => read.has(name) && !spelled.has(name) && !outside.has(name)));
}

/** Methods may go that were made there, whether somebody reads them or not. */
const madeThere = ({ defined, spelled }: Names, outside: ReadonlySet<string>): Set<string> =>
  new Set([...defined].filter((name) => !spelled.has(name) && !outside.has(name)));

/** What a library says to who programs with it, when it is used wrongly: nobody else reads that. The kind of error stays. */
export const withoutMessages = (code: string): string =>
  code.replace(/\bthrow new (Range|Type|)Error\((?:"[^"\n\\]*"|'[^'\n\\]*'|`[^`\\]*`)\)/g, 'throw new $1Error()');

export async function shorten(sources: Sources, outside: ReadonlySet<string>): Promise<Map<string, string>> {
  const quiet = new Map([...sources].map(([module, code]) => [module, withoutMessages(code)]));
  const lean = withoutUnnamed(quiet, madeThere(namesIn(quiet), outside));
  const names = namesIn(lean);
  const closed = [...closedNames(names, outside)].sort((a, b) => (names.all.get(b) ?? 0) - (names.all.get(a) ?? 0) || (a < b ? -1 : 1));
  const short = shortNames((name) => names.all.has(name) || names.spelled.has(name) || outside.has(name));
  const cache = Object.fromEntries(closed.map((name) => [name, short.next().value ?? name]));
  const mangleProps = new RegExp(`^(?:${closed.map((name) => name.replaceAll('$', '\\$')).join('|')})$`);
  const entries = [...lean].map(async ([module, code]): Promise<[string, string]> => {
    const { code: smaller } = await transform(code, {
      format: 'esm',
      target: 'es2022',
      minifySyntax: true,
      legalComments: 'none',
      ...(closed.length > 0 ? { mangleProps, mangleCache: cache } : {}),
    });
    return [module, smaller];
  });
  return new Map(await Promise.all(entries));
}
