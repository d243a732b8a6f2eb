import { encodeText } from '../../go/bytes.ts';
import { trimLeft } from '../../go/space.ts';

/** The longest line BuildKit reads, in bytes with its newline. */
const longest = 65_536;

function tooLong(line: string): boolean {
  if (line.length * 3 < longest) return false;
  const size = encodeText(line).length;
  return line.endsWith('\n') ? size > longest : size >= longest;
}

/** Hands out lines one at a time, each with its newline, and stops for good before a line that is too long. */
export class LineReader {
  private readonly text: string;
  private at = 0;
  /** Set once a line was longer than 65,535 bytes. */
  failed = false;
  /** Lines handed out so far. */
  count = 0;

  constructor(text: string) {
    this.text = text;
  }

  next(): string | undefined {
    if (this.failed || this.at >= this.text.length) return undefined;
    const newline = this.text.indexOf('\n', this.at);
    const end = newline < 0 ? this.text.length : newline + 1;
    const line = this.text.slice(this.at, end);
    if (tooLong(line)) {
      this.failed = true;
      return undefined;
    }
    this.at = end;
    this.count += 1;
    return line;
  }
}

export function trimNewline(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end -= 1;
  return line.slice(0, end);
}

export function isComment(line: string): boolean {
  return trimLeft(line).startsWith('#');
}

/** A line without the escape that continues it. An escape behind another escape continues nothing. */
export function trimContinuation(line: string, escapeToken: string): { text: string; continues: boolean } {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  if (line[end - 1] !== escapeToken || line[end - 2] === escapeToken) return { text: line, continues: false };
  return { text: line.slice(0, end - 1), continues: true };
}
