/**
 * How Docker's command line prints: tables, sizes, ages, JSON, and (in `template/`) Go templates.
 * Knows: Go's and Docker's exact texts for numbers, times and lists.
 * Refuses to know: what an image or a container is.
 */
export { displayWidth } from './display-width.ts';
export { durationString, humanDuration, parseDuration } from './duration.ts';
export { ellipsis, truncateId } from './ellipsis.ts';
export * from './inspect/index.ts';
export { type Json, marshalJson, marshalJsonIndent } from './json.ts';
export { finalFormat, type ListOptions, listRow, renderList } from './list.ts';
export { goQuote } from './quote.ts';
export { bytesSize, fromHumanSize, humanSize, humanSizeWithPrecision, ramInBytes } from './size.ts';
export { alignTabs } from './tabwriter.ts';
export * from './template/index.ts';
export { ansic, goTime, rfc3339, rfc3339Nano } from './time.ts';
