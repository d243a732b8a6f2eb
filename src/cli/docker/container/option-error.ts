/** A flag's value makes no sense: the client says so before the engine is asked. */
export class OptionError extends Error {}
