import type { Process } from '../../kernel/index.ts';
import { makeDirectories, readText, writeText } from '../package-data/index.ts';
import { logTime } from './civil-time.ts';

const LOG = '/var/log/dpkg.log';

/** Lines for /var/log/dpkg.log, written together at the end. */
export class Journal {
  readonly #p: Process;
  #text = '';
  constructor(p: Process) {
    this.#p = p;
  }
  note(text: string): void {
    this.#text += `${logTime(this.#p.now())} ${text}\n`;
  }
  save(): void {
    if (this.#text === '') return;
    makeDirectories(this.#p, '/var/log');
    writeText(this.#p, LOG, (readText(this.#p, LOG) ?? '') + this.#text);
    this.#text = '';
  }
}
