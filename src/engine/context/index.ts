// Build contexts: directories and archives as trees, with what ignore files take away.
// Knows .dockerignore's patterns and how each builder applies them; refuses to know Dockerfiles, images and command lines.
export { archiveContext, archiveSize } from './archive.ts';
export { archiveSums } from './archive-sums.ts';
export { contextOf } from './filter.ts';
export { readIgnoreFile } from './ignore-file.ts';
export { type MatchInfo, PatternMatcher } from './patterns.ts';
