// Which topic a line of output belongs to, when it is no error.
import type { Topic } from './topics.en.ts';

const patterns: readonly (readonly [RegExp, Topic])[] = [
  [/^\s*(?:=>|#\d+) CACHED|^#\d+ CACHED/, 'line.cached'],
  [/^\s*(?:=>|#\d+) \[internal\]/, 'line.internal'],
  [/^\s*(?:=>|#\d+) (?:=> )?(?:exporting|writing image|naming to|unpacking)/, 'line.exporting'],
  [/^\s*(?:=>|#\d+) \[|^Step \d+\/\d+ :/, 'line.step'],
  [/---> Using cache/, 'line.using-cache'],
  [/^Digest: |digest: sha256:/, 'line.digest'],
  [/: Layer already exists/, 'line.layer-exists'],
  [/: Mounted from/, 'line.mounted'],
  [/: Already exists/, 'line.exists'],
  [/^[0-9a-f]{12}: (?:Pull|Download|Verifying|Extracting|Waiting|Push|Preparing)/, 'line.pulling'],
  [/^Untagged:/, 'line.untagged'],
  [/^Deleted(?: build cache)?:|^deleted:/, 'line.deleted'],
  [/^REPOSITORY\s+TAG|^IMAGE\s+ID\s+DISK/, 'line.images'],
  [/^<none>/, 'line.none'],
  [/^CONTAINER ID/, 'line.ps'],
  [/^IMAGE\s+CREATED\s+CREATED BY|^<missing>/, 'line.history'],
  [/^[ACD] \//, 'line.diff'],
  [/\$ \S/, 'line.prompt'],
];

export function topicOfLine(line: string): Topic {
  return patterns.find(([pattern]) => pattern.test(line.trim()))?.[1] ?? 'line.output';
}
