import { encodeText, type Process, type Step } from '../../kernel/index.ts';

/**
 * Where dpkg's messages go: standard output, as lines. Under apt it writes to a pseudo-terminal of apt's, which ends lines
 * with CR LF and shows how far reading the database is; the text also goes to apt's term.log.
 */
export class Output {
  readonly #p: Process;
  readonly pty: boolean;
  readonly quiet: boolean;
  log = '';

  constructor(p: Process, options: { pty?: boolean; quiet?: boolean } = {}) {
    this.#p = p;
    this.pty = options.pty ?? false;
    this.quiet = options.quiet ?? false;
  }

  *line(text: string): Step<void> {
    this.log += `${text}\n`;
    if (!this.quiet) yield* this.#p.write(1, encodeText(`${text}${this.pty ? '\r\n' : '\n'}`));
  }

  /** The line about the database; on a terminal with its progress. */
  *database(paths: number): Step<void> {
    let text = '';
    if (this.pty) for (let done = 5; done <= 100; done += 5) text += `(Reading database ... ${done}%\r`;
    yield* this.line(
      `${this.pty ? `(Reading database ... \r${text}` : ''}(Reading database ... ${paths} files and directories currently installed.)`,
    );
  }
}
