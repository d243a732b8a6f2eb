import { DockerfileError } from '../error.ts';
import type { LineRange } from '../span.ts';
import type { CheckOptions } from './options.ts';
import type { Rule } from './rule.ts';

/** One finding of a check. */
export interface Diagnostic {
  readonly rule: string;
  readonly description: string;
  readonly url: string;
  readonly message: string;
  readonly lines: LineRange;
}

/** Collects findings in the order in which BuildKit reports them, leaving out rules that are switched off. */
export class Reporter {
  private readonly options: CheckOptions;
  readonly diagnostics: Diagnostic[] = [];

  constructor(options: CheckOptions) {
    this.options = options;
  }

  private runs(rule: Rule<never>): boolean {
    const { skip, experimental } = this.options;
    if (rule.experimental) return experimental === 'all' || experimental.has(rule.name);
    return skip !== 'all' && !skip.has(rule.name);
  }

  report<Facts extends readonly string[]>(rule: Rule<Facts>, lines: LineRange, ...facts: Facts): void {
    if (!this.runs(rule)) return;
    this.diagnostics.push({ rule: rule.name, description: rule.description, url: rule.url, message: rule.message(...facts), lines });
  }

  /** The error that `error=true` makes of findings; its rules are in the order of their first finding. */
  violation(): DockerfileError | undefined {
    if (!this.options.error || this.diagnostics.length === 0) return undefined;
    const names = [...new Set(this.diagnostics.map(({ rule }) => rule))];
    return new DockerfileError('check', `lint violation found for rules: ${names.join(', ')}`);
  }
}
