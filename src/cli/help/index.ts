/**
 * The commands of Docker's client as data, and the help they print.
 * Knows: names, spellings, flags, argument counts and every word of `--help`, recorded from a real client.
 * Refuses to know: what a command does.
 */
export { allSpecs, findSpec, spec } from './commands.ts';
export { helpText } from './print.ts';
export { type Route, route } from './route.ts';
export type { CommandSpec } from './spec.ts';
