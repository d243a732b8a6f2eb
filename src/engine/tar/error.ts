/**
 * `truncated`: the archive ends inside a member. `header`: a block that is no header, or a checksum or number in it is wrong.
 * `too-large`: an extended header above the limit, or more members than anybody packs. `unsupported`: sparse files and members
 * that are neither files nor links, directories, devices or fifos.
 */
export type TarProblem = 'truncated' | 'header' | 'too-large' | 'unsupported';

/** An archive that cannot be read. `message` is Go archive/tar's text where it has one; `offset` is where in the archive. */
export class TarError extends Error {
  readonly problem: TarProblem;
  readonly offset: number;
  constructor(problem: TarProblem, message: string, offset: number) {
    super(message);
    this.problem = problem;
    this.offset = offset;
  }
}
