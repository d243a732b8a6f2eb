// What the checks of containers share.
import { unmet } from '../../check.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { ContainerFacts, GradeInput } from '../../input/index.ts';

/** Looks the container up by its name, so that "no such container" is said in one way everywhere. */
export function withContainer(input: GradeInput, name: string, then: (facts: ContainerFacts, evidence: Evidence) => Finding): Finding {
  const found = input.after.containers.find((one) => one.name === name);
  return found ? then(found, { container: found.id }) : unmet('container-missing', { container: name }, {});
}
