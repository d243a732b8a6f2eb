import { DockerfileError } from '../error.ts';

const most = 64 * 1024 * 1024;

/** What one run of the checks may use up, roughly in characters kept: a small file can ask for any amount of text. BuildKit has no such bound. */
export class Budget {
  private left = most;

  /** Throws DockerfileError ('limit') when there is not that much left. */
  spend(characters: number): void {
    this.left -= characters;
    if (this.left < 0) throw new DockerfileError('limit', 'the variables of this Dockerfile grow too large to be checked');
  }
}
