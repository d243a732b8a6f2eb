// Words of a Dockerfile: quotes, escapes and variables (BuildKit's frontend/dockerfile/shell).
// Knows how a word becomes text and which names it asked for.
// Refuses to know which instruction the word stands in and where values come from.
export { type Environment, environmentOf, environmentOfMap, noVariables } from './env.ts';
export { type EscapeToken, type Expansion, expandWord, type LexOptions, type TriedExpansion, tryExpandWord } from './lex.ts';
