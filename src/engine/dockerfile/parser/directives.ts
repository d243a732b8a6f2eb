import { DockerfileError } from '../error.ts';

export type DirectiveName = 'escape' | 'syntax' | 'check';

/** One `# name=value` line at the top of a Dockerfile. `value` runs to the end of its line, without blanks at either end. */
export interface Directive {
  readonly name: DirectiveName;
  readonly value: string;
  readonly line: number;
}

const names: ReadonlySet<string> = new Set(['escape', 'syntax', 'check']);
const blank = /[\t\n\f\r ]/;

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length && blank.test(line[at]!)) at += 1;
  return at;
}

/** Reads directives line by line; from the first line that is none on, every line is none. */
export class DirectiveReader {
  private readonly comment: string;
  private readonly seen = new Set<string>();
  private line: number;
  private done = false;

  constructor(comment: '#' | '//' = '#', linesBefore = 0) {
    this.comment = comment;
    this.line = linesBefore;
  }

  /** Throws DockerfileError for a directive that was there before. */
  read(line: string): Directive | undefined {
    this.line += 1;
    if (this.done) return undefined;
    const found = this.split(line);
    if (found === undefined || !names.has(found.name)) {
      this.done = true;
      return undefined;
    }
    if (this.seen.has(found.name)) throw new DockerfileError('syntax', `only one ${found.name} parser directive can be used`);
    this.seen.add(found.name);
    return { name: found.name as DirectiveName, value: found.value, line: this.line };
  }

  private split(line: string): { name: string; value: string } | undefined {
    if (!line.startsWith(this.comment)) return undefined;
    const start = skipBlanks(line, this.comment.length);
    const name = /^[a-zA-Z][a-zA-Z0-9]*/.exec(line.slice(start, start + 64))?.[0] ?? '';
    if (name === '') return undefined;
    const equals = skipBlanks(line, start + name.length);
    if (line[equals] !== '=') return undefined;
    let end = line.length;
    while (end > equals + 1 && blank.test(line[end - 1]!)) end -= 1;
    const from = Math.min(skipBlanks(line, equals + 1), end);
    // A value of blanks alone keeps its last one: the pattern asks for at least one character.
    const value = from < end ? line.slice(from, end) : line.slice(equals + 1).slice(-1);
    return value === '' || value === '\n' ? undefined : { name: name.toLowerCase(), value };
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function readAll(text: string, comment: '#' | '//', linesBefore: number): Directive[] {
  const reader = new DirectiveReader(comment, linesBefore);
  const found: Directive[] = [];
  for (const line of linesOf(text)) {
    try {
      const directive = reader.read(line);
      if (directive === undefined) break;
      found.push(directive);
    } catch {
      break;
    }
  }
  return found;
}

function withoutShebang(source: string): { text: string; linesBefore: number } {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  if (!text.startsWith('#!')) return { text, linesBefore: 0 };
  const end = text.indexOf('\n');
  return { text: end < 0 ? '' : text.slice(end + 1), linesBefore: 1 };
}

/** A directive as BuildKit looks it up before parsing: behind a byte order mark and a `#!` line. */
export function findDirective(source: string, name: DirectiveName): Directive | undefined {
  const { text, linesBefore } = withoutShebang(source);
  return readAll(text, '#', linesBefore).find((directive) => directive.name === name);
}

/** The image named by `syntax`: a `#` directive, a `//` directive, or the key of a JSON object. `reference` is the value up to its first space. */
export function detectSyntax(source: string): { reference: string; value: string; line: number } | undefined {
  const { text, linesBefore } = withoutShebang(source);
  for (const comment of ['#', '//'] as const) {
    const directive = readAll(text, comment, linesBefore).find((found) => found.name === 'syntax');
    if (directive !== undefined) return { reference: directive.value.split(' ')[0]!, value: directive.value, line: directive.line };
  }
  if (!/^[\t\n\r ]*\{/.test(text)) return undefined;
  try {
    const value: unknown = (JSON.parse(text) as Record<string, unknown>).syntax;
    return typeof value === 'string' ? { reference: value, value, line: linesBefore } : undefined;
  } catch {
    return undefined;
  }
}
