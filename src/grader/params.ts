// The kinds of a check's parameters, and what content may write for each.

type Plain =
  /** A familiar image reference with its tag. */
  | 'reference'
  /** An absolute path. */
  | 'path'
  | 'paths'
  | 'name'
  | 'number'
  /** Text that is not empty. */
  | 'text'
  /** Text that may be empty. */
  | 'value'
  | 'texts'
  /** Octal permission bits, e.g. "0755". */
  | 'mode'
  /** Numbers of user and group, e.g. "1000:1000". */
  | 'owner'
  /** A text or a number. */
  | 'scalar'
  /** Anything that JSON can say. */
  | 'json'
  /** true or false, also as text. */
  | 'flag'
  /** One of these words. */
  | `${string}|${string}`;

/** A kind that ends in `?` may be left out. */
export type ParamKind = Plain | `${Plain}?`;

type ValueOf<K extends ParamKind> = K extends `${infer P extends Plain}?`
  ? ValueOf<P>
  : K extends 'number'
    ? number
    : K extends 'texts' | 'paths'
      ? readonly string[]
      : K extends 'scalar'
        ? string | number
        : K extends 'json'
          ? unknown
          : K extends 'flag'
            ? boolean | 'true' | 'false'
            : string;

export type Spec = Readonly<Record<string, ParamKind>>;
type Optional<S extends Spec> = { [K in keyof S]: S[K] extends `${string}?` ? K : never }[keyof S];
export type Params<S extends Spec> = { readonly [K in Exclude<keyof S, Optional<S>>]: ValueOf<S[K]> } & {
  readonly [K in Optional<S>]?: ValueOf<S[K]>;
};

/** Every check takes these. `machine`: the machine it looks at; the first when it is missing. */
export const everywhere = { machine: 'name?' } as const satisfies Spec;

export const isOptional = (kind: ParamKind): boolean => kind.endsWith('?');
export const plainKind = (kind: ParamKind): string => kind.replace(/\?$/, '');
export const isTrue = (flag: boolean | string): boolean => flag === true || flag === 'true';

const described: Readonly<Record<string, string>> = {
  reference: 'an image reference with a tag, such as web:1,',
  path: 'an absolute path',
  paths: 'a list of absolute paths',
  name: 'a name',
  number: 'a number',
  text: 'text',
  value: 'text, which may be empty,',
  texts: 'a list of texts',
  mode: 'permission bits in octal as text, such as "0755",',
  owner: 'user and group as numbers in text, such as "1000:1000",',
  scalar: 'text or a number',
  json: 'a value',
  flag: 'true or false',
};

/** What is expected, for a message; ends so that "for the check …" can follow. */
export const describe = (kind: ParamKind): string => described[plainKind(kind)] ?? `one of ${plainKind(kind).split('|').join(', ')}`;

export function fits(kind: ParamKind, value: unknown): boolean {
  if (value === undefined) return isOptional(kind);
  const plain = plainKind(kind);
  switch (plain) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'paths':
      return Array.isArray(value) && value.every((one) => fits('path', one));
    case 'path':
      return typeof value === 'string' && value.startsWith('/');
    case 'reference':
      return typeof value === 'string' && /:[\w][\w.-]*$/.test(value);
    case 'mode':
      return typeof value === 'string' && /^0?[0-7]{3,4}$/.test(value);
    case 'owner':
      return typeof value === 'string' && /^\d+:\d+$/.test(value);
    case 'flag':
      return value === true || value === false || value === 'true' || value === 'false';
    case 'scalar':
      return typeof value === 'number' || (typeof value === 'string' && value !== '');
    case 'json':
      return value !== undefined;
    case 'value':
      return typeof value === 'string';
    default:
      if (plain.includes('|')) return typeof value === 'string' && plain.split('|').includes(value);
      return typeof value === 'string' && value !== '';
  }
}
