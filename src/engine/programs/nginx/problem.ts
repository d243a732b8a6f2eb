/** A configuration that nginx refuses: the text after `[emerg] `. */
export class ConfigProblem extends Error {}

/** Throws what nginx says, with the place where it stands. */
export function problem(message: string, file: string | undefined, line: number): never {
  throw new ConfigProblem(`${message} in ${file === undefined ? 'command line' : `${file}:${line}`}`);
}
