import { usesContainerd } from '../../../engine/daemon/image/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { BuildError } from './build-error.ts';

/**
 * Whether a build adds an attestation: by default where the store can keep one, unless BUILDX_NO_DEFAULT_ATTESTATIONS or `--provenance=false`
 * says no. Throws BuildError for what is not simulated. Source: docker/buildx util/buildflags/attests.go.
 */
export function wantsAttestation(context: Context, flags: ParsedFlags): boolean {
  const asked = flags.string('provenance');
  const mode = /(?:^|,)mode=(\w+)/.exec(asked)?.[1];
  if (mode === 'max') throw new BuildError('strata: provenance of mode max is not simulated: use mode=min');
  const no = /^(?:0|f|false)$/i.test(asked);
  if (!usesContainerd(context.daemon)) return false;
  if (no) return false;
  const none = context.env('BUILDX_NO_DEFAULT_ATTESTATIONS') ?? '';
  return asked !== '' || !/^(?:1|t|true)$/i.test(none);
}
