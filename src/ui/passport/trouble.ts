/** Why a file or a code cannot be taken over. */
export type Trouble = 'empty' | 'foreign' | 'damaged' | 'newer' | 'large';

export class CarryError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}
