// What one layer itself holds. Layers count from 1, oldest first; −1 is the newest.
import { met, unmet, withImage } from '../../check.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { EntryFacts, GradeInput } from '../../input/index.ts';
import type { FindingKey } from '../../words/en/index.ts';

interface Asked {
  readonly image: string;
  readonly layer: number;
  readonly path: string;
}

export const params = { image: 'reference', layer: 'number', path: 'path' } as const;

export function inLayer(
  input: GradeInput,
  { image, layer, path }: Asked,
  fits: (entry: EntryFacts) => boolean,
  otherwise: FindingKey,
): Finding {
  return withImage(input, image, (facts) => {
    const found = facts.layers.at(layer > 0 ? layer - 1 : layer);
    if (!found) return unmet('layer-none', { image, layer, found: facts.layers.length }, { image: facts.id });
    const evidence: Evidence = { image: facts.id, layers: [found.diffID], paths: [path] };
    const number = facts.layers.indexOf(found) + 1;
    return found.entries().some(fits) ? met(evidence) : unmet(otherwise, { image, layer: number, path }, evidence);
  });
}
