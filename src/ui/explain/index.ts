// Explanations of what is seen: parts of pictures, lines of output, errors with what to try; and the state as text for whoever helps.
// Knows the session's views and turns. Refuses to know pictures: they only name topics.
export { ExplainBar, FailureNote } from './ExplainBar.tsx';
