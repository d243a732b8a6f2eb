// Sentences with `code` and **strong** in them.
// Knows nothing else.
export { Code, Inline } from './inline.tsx';
