// What the checks of registries share.
import { unmet } from '../../check.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { GradeInput, ManifestFacts, PushFacts } from '../../input/index.ts';

/** Of Docker Hub only what was pushed is known here, not the images that everybody finds there. */
export const HUB = 'docker.io';

/** Looks a reference up in its registry, so that a silent registry and a missing manifest are said in one way everywhere. */
export function withManifest(input: GradeInput, reference: string, then: (manifest: ManifestFacts) => Finding): Finding {
  const found = input.after.registries.manifest(reference);
  return found ? then(found) : missing(input, reference);
}

/** The same for two. */
export const withManifests = (
  input: GradeInput,
  a: string,
  b: string,
  then: (first: ManifestFacts, second: ManifestFacts) => Finding,
): Finding => withManifest(input, a, (first) => withManifest(input, b, (second) => then(first, second)));

function missing({ after: { registries } }: GradeInput, reference: string): Finding {
  const evidence: Evidence = { reference };
  if (!registries.answers(reference)) return unmet('registry-silent', { host: registries.host(reference) }, evidence);
  const colon = reference.lastIndexOf(':');
  const repository = reference.slice(0, colon);
  const tags = registries.tags(repository);
  if (!tags && registries.host(reference) === HUB) return unmet('hub-not-pushed', { repository }, evidence);
  if (!tags) return unmet('registry-no-repository', { repository, reference }, evidence);
  return tags.length === 0
    ? unmet('registry-no-tags', { repository, reference }, evidence)
    : unmet('registry-lacks', { reference, tags: tags.join(', ') }, evidence);
}

/** The last push to a reference since the exercise began that came to its end. */
export const lastPush = ({ before, after }: GradeInput, reference: string): PushFacts | undefined =>
  after.pushes.findLast((push) => push.reference === reference && push.number > (before.pushes.at(-1)?.number ?? 0));

/** A digest as a sentence names it: its first 12 hex digits, which are enough to tell two apart. */
export const shortDigest = (digest: string): string => digest.slice(0, 'sha256:'.length + 12);
