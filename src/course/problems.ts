// Errors for authors: which file, which field, what was expected, what was found.
import type { z } from 'zod';

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

/** `goals[1].say.zh: expected a string, found nothing`. */
export function describeIssue(issue: z.core.$ZodIssue, root: unknown): string {
  const where = fieldPath(issue.path) || 'the file';
  const found = describeValue(issue.path.length > 0 ? valueAt(root, issue.path) : root);
  switch (issue.code) {
    case 'invalid_type':
      return `${where}: expected ${article(issue.expected)}, found ${found}`;
    case 'unrecognized_keys':
      return `${where}: expected no field named ${issue.keys.map((key) => `"${key}"`).join(', ')}; check the spelling`;
    case 'invalid_value':
      return `${where}: expected one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}, found ${found}`;
    case 'too_small':
      return `${where}: expected at least ${issue.minimum} ${unit(issue.origin)}, found ${found}`;
    case 'too_big':
      return `${where}: expected at most ${issue.maximum} ${unit(issue.origin)}, found ${found}`;
    case 'invalid_format':
      return `${where}: ${issue.message.startsWith('expected') ? issue.message : `expected text of the form ${issue.pattern ?? issue.format}`}, found ${found}`;
    default:
      return `${where}: ${issue.message}, found ${found}`;
  }
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
  ({ string: 'text', object: 'a group of fields', array: 'a list', record: 'a group of fields', int: 'a whole number' })[type] ??
  `a ${type}`;
const unit = (origin: string) => ({ string: 'characters', array: 'entries' })[origin] ?? '';
