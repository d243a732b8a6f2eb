import type { Origin } from '../../instructions/index.ts';
import type { LineRange } from '../../span.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const multipleInstructionsDisallowed = rule(
  'MultipleInstructionsDisallowed',
  'multiple-instructions-disallowed',
  'Multiple instructions of the same type should not be used in the same stage',
  (instruction: string) =>
    `Multiple ${instruction} instructions should not be used in the same stage because only the last one will be used`,
);

/** Remembers the CMD, ENTRYPOINT and HEALTHCHECK of one stage; a second one reports the first, which is without effect. */
export class LastUse {
  private readonly places = new Map<string, LineRange>();

  check(kind: 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK', { name, lines }: Origin, reporter: Reporter): void {
    const before = this.places.get(kind);
    if (before !== undefined) reporter.report(multipleInstructionsDisallowed, before, name);
    this.places.set(kind, lines);
  }
}
