/** A template that cannot be parsed, or fails while it runs. The message is Go's own (`template: :1:2: executing …`). */
export class TemplateError extends Error {
  readonly phase: 'parse' | 'execute';
  constructor(phase: 'parse' | 'execute', message: string) {
    super(message);
    this.name = 'TemplateError';
    this.phase = phase;
  }
}
