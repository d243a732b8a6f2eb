// The text of a Dockerfile as a list of instructions (BuildKit's frontend/dockerfile/parser).
// Knows lines, comments, directives, continuations, here-documents, and how each instruction cuts its arguments.
// Refuses to know what an instruction means and which arguments it may have.
export { type Directive, type DirectiveName, detectSyntax, findDirective } from './directives.ts';
export { dump } from './dump.ts';
export { chompHeredoc, heredocOf } from './heredoc.ts';
export type { Heredoc, Node, ParseWarning } from './node.ts';
export { type ParsedSource, parseSource } from './parse.ts';
