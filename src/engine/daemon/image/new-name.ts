import { DockerError } from '../../errors/index.ts';
import { familiarName, type Reference } from '../../reference/index.ts';

/** Throws when a name would be taken for an id (moby api/server/httputils RepoTagReference). */
export function checkNewName(reference: Reference): void {
  if (familiarName(reference) === 'sha256')
    throw new DockerError('InvalidArgument', 'refusing to create an ambiguous tag using digest algorithm as name');
}
