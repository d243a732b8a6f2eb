import type { BuildEvent } from '../../../../engine/build/index.ts';
import { type Printer, warningsText } from './printer.ts';

interface Shown {
  readonly started: number;
  readonly decoder: TextDecoder;
  /** The end of the output that has no newline yet. */
  rest: string;
}

/** `--progress=plain`: a block of lines for each step. Source: buildkit util/progress/progressui/printer.go. */
export class PlainPrinter implements Printer {
  readonly #steps = new Map<number, Shown>();
  #head: string;

  /** Undefined: without a line about the builder. */
  constructor(builder: { readonly name: string; readonly driver: string } | undefined) {
    this.#head = builder === undefined ? '' : `#0 building with ${JSON.stringify(builder.name)} instance using ${builder.driver} driver\n`;
  }

  print(event: BuildEvent): string {
    const head = this.#head;
    this.#head = '';
    return head + this.#text(event);
  }

  end(_time: number, warnings: readonly string[], failed = ''): string {
    return failed + warningsText(warnings);
  }

  #text(event: BuildEvent): string {
    const number = `#${event.vertex}`;
    const step = this.#steps.get(event.vertex);
    switch (event.type) {
      case 'started':
        this.#steps.set(event.vertex, { started: event.time, decoder: new TextDecoder(), rest: '' });
        return `\n${number} ${event.name}\n`;
      case 'cached':
        return `\n${number} ${event.name}\n${number} CACHED\n`;
      case 'status':
        return `${number} ${event.text}${event.timed && event.seconds > 0 ? ` ${event.seconds.toFixed(1)}s` : ''} done\n`;
      case 'warning':
        return `${number} WARN: ${event.text}\n`;
      case 'log':
        return step === undefined ? '' : this.#log(step, number, event.bytes, event.time);
      case 'done':
        return `${this.#flush(step, number, event.time)}${number} DONE ${Math.max(0, event.time - (step?.started ?? event.time)).toFixed(1)}s\n`;
      case 'failed':
        return `${this.#flush(step, number, event.time)}${number} ${event.canceled ? 'CANCELED' : `ERROR: ${event.message}`}\n`;
    }
  }

  #log(step: Shown, number: string, bytes: Uint8Array, time: number): string {
    const lines = (step.rest + step.decoder.decode(bytes, { stream: true })).split('\n');
    step.rest = lines.pop()!;
    return lines.map((line) => this.#line(step, number, line, time)).join('');
  }

  #flush(step: Shown | undefined, number: string, time: number): string {
    if (step === undefined || step.rest === '') return '';
    const text = this.#line(step, number, step.rest, time);
    step.rest = '';
    return text;
  }

  #line(step: Shown, number: string, line: string, time: number): string {
    return `${number} ${(time - step.started).toFixed(3)} ${line.replace(/\r$/, '')}\n`;
  }
}
