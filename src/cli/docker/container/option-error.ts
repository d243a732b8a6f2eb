/** A flag's value makes no sense: the client says so before the engine is asked, and ends with 125. */
export class OptionError extends Error {}

/** The client could not do its own part of making the container. */
export class CreateError extends Error {}
