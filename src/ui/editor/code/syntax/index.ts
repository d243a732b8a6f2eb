// Colours, brackets and indentation of texts whose languages are read line by line.
// Stands in for `@codemirror/language` and `@lezer/common` in what CodeMirror's own commands ask (see astro.config.mjs): no language here has a grammar, and those
// weigh more than everything that is coloured with them. Refuses to parse anything but lines.
export { bracketMatching, matchBrackets } from './brackets.ts';
export { language } from './colours.ts';
export { getIndentation, IndentContext } from './indent.ts';
export { NodeProp, syntaxTree } from './tree.ts';
export { getIndentUnit, indentString, indentUnit } from './unit.ts';
