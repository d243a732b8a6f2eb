/** A short explanation, and the lesson that says more. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  /** Id of a lesson; a link when that lesson exists. */
  readonly lesson?: string;
}

/** What an error means, and what to try. */
export interface Remedy {
  readonly means: string;
  readonly attempt: string;
  readonly lesson?: string;
  /** The page that lists what is simulated says more. */
  readonly fidelity?: true;
}
