// Sentences with `code` and **strong** in them.
// Knows nothing else.
export { Inline } from './inline.tsx';
