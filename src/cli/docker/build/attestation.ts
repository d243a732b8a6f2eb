import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { BuildError } from './build-error.ts';
import { unsupported } from './output.ts';

/** Which attestations of how it was made a build adds to its result. */
export interface Attestations {
  /** To images that stay in a store or go to a registry. */
  readonly wanted: boolean;
  /** Asked for, so that every exporter has to add them. */
  readonly explicit: boolean;
}

const isFalse = (text: string): boolean => /^(?:0|f|false)$/i.test(text);

/**
 * `--provenance`, `--sbom` and `--attest`: by default provenance is added where it can be kept, unless BUILDX_NO_DEFAULT_ATTESTATIONS says no. Throws
 * BuildError for what the store cannot keep (`able` false) and for what is not simulated. Source: docker/buildx util/buildflags/attests.go.
 */
export function attestations(context: Context, flags: ParsedFlags, able: boolean): Attestations {
  const provenance = flags.string('provenance');
  const sbom = flags.string('sbom');
  const others = flags.list('attest').filter((text) => !/(?:^|,)disabled=(?:1|t|true)(?:,|$)/i.test(text));
  const explicit = (provenance !== '' && !isFalse(provenance)) || (sbom !== '' && !isFalse(sbom)) || others.length > 0;
  if (explicit && !able) throw unsupported('Attestation', 'attestations');
  const all = [...others, ...(provenance === '' ? [] : [`type=provenance,${provenance}`])];
  if ((sbom !== '' && !isFalse(sbom)) || others.some((text) => text.includes('type=sbom')))
    throw new BuildError('strata: --sbom is not simulated: it needs a scanner in an image');
  if (all.some((text) => /(?:^|,)mode=max(?:,|$)/.test(text)))
    throw new BuildError('strata: provenance of mode max is not simulated: use mode=min');
  if (!able || isFalse(provenance)) return { wanted: false, explicit: false };
  const none = context.env('BUILDX_NO_DEFAULT_ATTESTATIONS') ?? '';
  return { wanted: explicit || !/^(?:1|t|true)$/i.test(none), explicit };
}
