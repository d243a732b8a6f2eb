// Dockerfiles as BuildKit reads them: text to instructions and stages, words to text, and the checks of `docker build --check`.
// Knows the grammar, every error and warning text, and where in the source each belongs.
// Refuses to know what building does: no image, no file system, no cache.
export { type Dockerfile, parseDockerfile } from './dockerfile.ts';
export { DockerfileError, type DockerfileErrorCode } from './error.ts';
export * from './instructions/index.ts';
export * from './lint/index.ts';
export * from './parser/index.ts';
export * from './shell/index.ts';
export type { LineRange, Position, Span } from './span.ts';
export * from './values/index.ts';
