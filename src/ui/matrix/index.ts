// The CMD × ENTRYPOINT explorer's public face: the component, and what its squares are when the site is built.
// Knows the session's question `matrix.evaluate` and how the Run picture draws argv. Refuses to know the engine.
export { Matrix } from './Matrix.tsx';
export { matrixWords } from './words.ts';
