// Errors for authors: which file, which field, what was expected, what was found.
import type { z } from 'zod';
import type { Path } from './place.ts';

/** Thrown by the loaders with every problem of a file at once. */
export class ContentError extends Error {
  readonly file: string;
  readonly problems: readonly string[];
  constructor(file: string, problems: readonly string[]) {
    super(
      [`${file} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:`, ...problems.map((one) => `  ${one}`)].join(
        '\n',
      ),
    );
    this.name = 'ContentError';
    this.file = file;
    this.problems = problems;
  }
}

/** A problem that is not yet placed: `at` leads to its line, in `file` when it is another one than the caller's. */
export interface Told {
  readonly text: string;
  readonly at?: Path;
  readonly file?: string;
}

export interface Described {
  readonly path: readonly PropertyKey[];
  /** `goals[1].say.zh: expected a string, found nothing`. */
  readonly text: string;
}

/** What a schema says against a file's value, one problem an entry. */
export function describeIssue(issue: z.core.$ZodIssue, root: unknown): readonly Described[] {
  const { path } = issue;
  const found = describeValue(path.length > 0 ? valueAt(root, path) : root);
  const one = (text: string, at: readonly PropertyKey[] = path): Described => ({
    path: at,
    text: `${fieldPath(at) || 'the file'}: ${text}`,
  });
  switch (issue.code) {
    case 'invalid_type':
      return [one(`expected ${article(issue.expected)}, found ${found}`)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...one(`expected no field named "${key}"; check the spelling and the indentation`),
        path: [...path, key],
      }));
    case 'invalid_value':
      return [one(`expected one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}, found ${found}`)];
    case 'too_small':
      return [one(`expected ${amount('at least', issue.minimum, issue)}, found ${found}`)];
    case 'too_big':
      return [one(`expected ${amount('at most', issue.maximum, issue)}, found ${found}`)];
    case 'invalid_format':
      return [one(`${form(issue)}, found ${found}`)];
    case 'invalid_key':
      return [one(`expected another name for this field: ${issue.issues.map((wrong) => form(wrong)).join(', ')}`)];
    case 'invalid_union':
      return describeUnion(issue, root, one, found);
    default:
      return [one(`${issue.message}, found ${found}`)];
  }
}

/** Of several shapes the one that was meant is told: the one that the value fails furthest in. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  root: unknown,
  one: (text: string) => Described,
  found: string,
): readonly Described[] {
  const { options } = issue as { readonly options?: readonly unknown[] };
  if (options) return [one(`expected one of ${options.map((value) => JSON.stringify(value)).join(', ')}, found ${found}`)];
  const isMeant = (shape: readonly z.core.$ZodIssue[]) =>
    shape.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys' || code === 'custom');
  const meant = issue.errors.find(isMeant);
  if (meant) return meant.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, root));
  const shapes = issue.errors
    .flat()
    .map((inner) =>
      inner.code === 'invalid_value'
        ? inner.values.map((value) => JSON.stringify(value)).join(', ')
        : inner.code === 'invalid_type'
          ? article(inner.expected)
          : inner.message,
    );
  return [one(`expected ${[...new Set(shapes)].join(' or ')}, found ${found}`)];
}

function form(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_format' || issue.message.startsWith('expected')) return issue.message;
  const { prefix } = issue as { readonly prefix?: string };
  return prefix === undefined
    ? `expected text of the form ${issue.pattern ?? issue.format}`
    : `expected text that begins with ${JSON.stringify(prefix)}`;
}

function amount(
  least: string,
  count: number | bigint,
  { origin, exact, inclusive }: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): string {
  const unit = ({ string: 'characters', array: 'entries' } as Readonly<Record<string, string>>)[origin];
  if (unit === undefined)
    return `a number ${inclusive === false ? (least === 'at least' ? 'greater than' : 'less than') : `of ${least}`} ${count}`;
  return `${exact ? 'exactly' : least} ${count} ${unit}`;
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    root,
  );
}

function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return `a group with ${Object.keys(value).slice(0, 4).join(', ') || 'no fields'}`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const article = (type: string) =>
  ({
    string: 'text',
    object: 'a group of fields',
    array: 'a list',
    record: 'a group of fields',
    int: 'a whole number',
    boolean: 'true or false',
  })[type] ?? `a ${type}`;
