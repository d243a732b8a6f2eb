import type { Context } from '../command.ts';

/** Where Docker's client keeps its configuration on the host: DOCKER_CONFIG, else `.docker` in the home directory (docker/cli cli/config). */
export function configDir(context: Context): string {
  const own = context.env('DOCKER_CONFIG') ?? '';
  return own === '' ? `${context.env('HOME') ?? ''}/.docker` : own;
}
