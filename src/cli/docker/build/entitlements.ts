import { BuildError } from './build-error.ts';

/** Throws BuildError for an `--allow` that does not exist or that the daemon does not grant. */
export function checkEntitlements(names: readonly string[]): void {
  for (const name of names) {
    if (name === 'security.insecure')
      throw new BuildError('failed to solve: granting entitlement security.insecure is not allowed by build daemon configuration');
    if (name !== 'network.host' && name !== 'device' && !/^(device|fs|fs\.read|fs\.write)=/.test(name))
      throw new BuildError(`unknown entitlement ${name}`);
  }
}
