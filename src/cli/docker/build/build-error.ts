/** The client refuses to build: its own message, printed as it is. */
export class BuildError extends Error {}
