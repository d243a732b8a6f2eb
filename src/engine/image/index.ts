// Images: the config JSON and what is derived from it.
// Knows image-spec's config and history; refuses to know stores, tags and how images are built.
export type { HealthConfig, History, ImageConfig, RunConfig } from './config.ts';
export { dockerConfigJson, healthJson, ociConfigJson } from './docker-config.ts';
export { goJson, sortedKeys } from './json.ts';
