// The checks of `docker build --check` (BuildKit's frontend/dockerfile/linter and the places in dockerfile2llb that call it).
// Knows every rule, the options that switch them, and the way through stages and variables that they need.
// Refuses to build: names and images are asked for by functions, files by another.
export type { BaseImage, BaseImageLookup, ImageNameReader } from './base-image.ts';
export { type CheckOutput, formatCheck, formatShort, sourceExcerpt } from './format.ts';
export { type LintOptions, type LintResult, lint } from './lint.ts';
export type { CheckOptions } from './options.ts';
export type { Diagnostic } from './reporter.ts';
export type { Rule } from './rule.ts';
export { rules } from './rules/index.ts';
