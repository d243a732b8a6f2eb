import { toLower } from '../../go/case.ts';
import { trimLeft, trimSpace } from '../../go/space.ts';
import { DockerfileError } from '../error.ts';
import type { EscapeToken } from '../shell/index.ts';
import type { LineRange, Span } from '../span.ts';
import { parseArguments } from './arguments.ts';
import { type Directive, DirectiveReader } from './directives.ts';
import { type HeredocMark, heredocsOfLine } from './heredoc.ts';
import { isComment, LineReader, trimContinuation, trimNewline } from './lines.ts';
import type { Heredoc, Node, ParseWarning } from './node.ts';
import { splitCommand } from './split-command.ts';

/** A Dockerfile as instructions. With an `error`, `nodes` are those that could be read all the same. */
export interface ParsedSource {
  readonly nodes: readonly Node[];
  readonly directives: readonly Directive[];
  readonly escapeToken: EscapeToken;
  readonly warnings: readonly ParseWarning[];
  /** The error BuildKit stops at: the first one. */
  readonly error?: DockerfileError;
}

type Bare = Pick<Node, 'value' | 'args' | 'child' | 'flags' | 'json' | 'original'>;

/** One joined line to an instruction; the triggers of nested ONBUILDs from the outside in. */
function parseLine(line: string, escapeToken: EscapeToken): Bare[] {
  const chain: Bare[] = [];
  let original = line;
  for (;;) {
    const { name, flags, args } = splitCommand(original, escapeToken);
    const onbuild = toLower(name) === 'onbuild';
    const parsed = onbuild ? { args: [], json: false } : parseArguments(name, args, escapeToken);
    chain.push({ value: name, flags, original, child: null, ...parsed });
    if (!onbuild || args === '') return chain;
    original = args;
  }
}

function nest(
  chain: readonly Bare[],
  place: Pick<Node, 'lines' | 'span'>,
  comments: readonly string[],
  heredocs: readonly Heredoc[],
): Node {
  let node: Node | null = null;
  for (let i = chain.length - 1; i >= 0; i -= 1) {
    const outermost = i === 0;
    node = { ...chain[i]!, ...place, child: node, comments: outermost ? comments : [], heredocs: outermost ? heredocs : [] };
  }
  return node!;
}

/** ADD, COPY and RUN in shell form, also as the direct trigger of an ONBUILD. */
function takesHeredocs(chain: readonly Bare[]): boolean {
  const node = chain.length > 1 ? chain[1]! : chain[0]!;
  return ['add', 'copy', 'run'].includes(toLower(node.value)) && !node.json;
}

class Parser {
  private readonly source: string;
  private readonly reader: LineReader;
  private readonly directiveReader = new DirectiveReader();
  private readonly lineStarts: readonly number[];
  private comments: string[] = [];
  escapeToken: EscapeToken = '\\';
  readonly nodes: Node[] = [];
  readonly directives: Directive[] = [];
  readonly warnings: ParseWarning[] = [];
  error: DockerfileError | undefined;

  constructor(source: string) {
    this.source = source;
    this.reader = new LineReader(source);
    const starts = [0];
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
    this.lineStarts = starts;
  }

  run(): void {
    for (let line = this.reader.next(); line !== undefined; line = this.reader.next()) {
      this.instruction(this.reader.count === 1 && line.startsWith('\ufeff') ? line.slice(1) : line);
    }
    const last = { start: this.reader.count, end: this.reader.count };
    if (this.nodes.length === 0) this.fail(new DockerfileError('syntax', 'file with no instructions', [last]));
    else if (this.reader.failed) {
      this.fail(new DockerfileError('syntax', 'dockerfile line greater than max allowed size of 65535', [last]));
    }
  }

  private fail(error: DockerfileError): void {
    this.error ??= error;
  }

  /** Runs a step; an error in it is kept, with this location if it has none, and the step gives undefined. */
  private attempt<T>(location: LineRange, step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof DockerfileError)) throw error;
      this.fail(error.locations.length > 0 ? error : error.at(location));
      return undefined;
    }
  }

  /** Reads a directive if the line is one. An error is located, as BuildKit does, at the line before. */
  private directive(line: string): boolean {
    const before = this.reader.count - 1;
    return (
      this.attempt({ start: before, end: before }, () => {
        const directive = this.directiveReader.read(line);
        if (directive === undefined) return false;
        if (directive.name === 'escape') {
          if (directive.value !== '\\' && directive.value !== '`') {
            throw new DockerfileError('syntax', `invalid escape token '${directive.value}' does not match \` or \\`);
          }
          this.escapeToken = directive.value;
        }
        this.directives.push(directive);
        return true;
      }) ?? false
    );
  }

  private comment(line: string): void {
    const text = trimSpace(line.slice(1));
    if (text === '') this.comments = [];
    else this.comments.push(text);
  }

  private instruction(rawLine: string): void {
    const first = trimLeft(trimNewline(rawLine));
    const startLine = this.reader.count;
    if (isComment(rawLine)) this.comment(rawLine);
    if (this.directive(first)) this.comments.pop();
    const head = trimContinuation(isComment(first) ? '' : first, this.escapeToken);
    if (!head.continues && head.text === '') return;
    const line = head.continues ? this.continued(head.text) : head.text;
    const lines = { start: startLine, end: this.reader.count };
    const chain = this.attempt(lines, () => parseLine(line, this.escapeToken));
    if (chain === undefined) return;
    const heredocs = takesHeredocs(chain) ? this.attempt(lines, () => this.heredocs(heredocsOfLine(line), startLine)) : [];
    const place = { lines: { start: startLine, end: this.reader.count }, span: this.span(startLine, this.reader.count) };
    if (heredocs !== undefined) this.nodes.push(nest(chain, place, this.comments, heredocs));
    this.comments = [];
  }

  private continued(start: string): string {
    const parts = [start];
    let empty = false;
    for (let more = true; more; ) {
      const raw = this.reader.next();
      if (raw === undefined) break;
      const text = trimNewline(raw);
      this.directive(text);
      if (isComment(raw)) continue;
      if (trimLeft(text) === '') {
        empty = true;
        continue;
      }
      const part = trimContinuation(text, this.escapeToken);
      parts.push(part.text);
      more = part.continues;
    }
    const line = parts.join('');
    if (empty) this.warnings.push({ message: `Empty continuation line found in: ${line}`, line: this.reader.count });
    return line;
  }

  private heredocs(marks: readonly HeredocMark[], startLine: number): Heredoc[] {
    return marks.map((mark) => {
      const body: string[] = [];
      for (let raw = this.reader.next(); raw !== undefined; raw = this.reader.next()) {
        const line = trimNewline(raw);
        if ((mark.chomp ? line.replace(/^\t+/, '') : line) === mark.name) return { ...mark, content: body.join('') };
        body.push(raw);
      }
      throw new DockerfileError('syntax', 'unterminated heredoc', [{ start: startLine, end: this.reader.count }]);
    });
  }

  private lineText(line: number): string {
    return trimNewline(this.source.slice(this.lineStarts[line - 1], this.lineStarts[line] ?? this.source.length));
  }

  private span(start: number, end: number): Span {
    const first = this.lineText(start);
    return {
      start: { line: start, column: first.length - trimLeft(first).length },
      end: { line: end, column: this.lineText(end).length },
    };
  }
}

/** Cuts a Dockerfile into instructions; total. Upstream: moby/buildkit frontend/dockerfile/parser. */
export function parseSource(source: string): ParsedSource {
  const parser = new Parser(source);
  parser.run();
  const { nodes, directives, escapeToken, warnings, error } = parser;
  return { nodes, directives, escapeToken, warnings, ...(error === undefined ? {} : { error }) };
}
