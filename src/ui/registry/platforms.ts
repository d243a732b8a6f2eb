// The index that a pull went through: one row a platform, the one that was taken and why; attestations beside what they are about.
import type { IndexView } from '../session/view/index.ts';

export interface PlatformRow {
  readonly digest: string;
  readonly size: number;
  readonly platform: string;
  readonly chosen: boolean;
  /** Digest of the attestation about it. */
  readonly attestation: string | undefined;
}

export interface IndexModel {
  readonly digest: string;
  readonly rows: readonly PlatformRow[];
  readonly wanted: string;
  /** Why that row: it is this machine's platform, the command said so, or it is the nearest variant to what was wanted. */
  readonly why: 'machine' | 'asked' | 'variant';
  readonly attestations: number;
  /** Attestations about nothing that the index has. */
  readonly loose: number;
}

export function indexModel({ digest, rows, wanted, asked }: IndexView): IndexModel {
  const attestations = rows.filter(({ platform, about }) => about !== undefined || platform === 'unknown/unknown');
  const about = new Map(attestations.map((row) => [row.about ?? '', row.digest]));
  const platforms = rows
    .filter((row) => !attestations.includes(row))
    .map(
      (row): PlatformRow => ({
        digest: row.digest,
        size: row.size,
        platform: row.platform,
        chosen: row.chosen,
        attestation: about.get(row.digest),
      }),
    );
  const chosen = platforms.find((row) => row.chosen);
  const why = chosen !== undefined && chosen.platform !== wanted ? 'variant' : asked ? 'asked' : 'machine';
  const digests = new Set(platforms.map((row) => row.digest));
  return {
    digest,
    rows: platforms,
    wanted,
    why,
    attestations: attestations.length,
    loose: attestations.filter((row) => !digests.has(row.about ?? '')).length,
  };
}
