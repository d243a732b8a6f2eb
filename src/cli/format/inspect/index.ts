/**
 * `docker inspect`'s way of printing.
 * Knows: the Go types of images, containers, volumes and networks, and the order in which typed and raw values are tried.
 * Refuses to know: how objects are found.
 */
export { type Inspected, inspectOutput } from './inspect.ts';
export { typedValue } from './typed.ts';
