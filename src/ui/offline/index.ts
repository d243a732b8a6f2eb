// What works without a network: the list of a site's files and the words of the page about it. `register.ts` goes into every page,
// `control.ts` into that one, `worker/` becomes /sw.js.
// Knows addresses and files. Refuses to know lessons, labs and the engine.
export { offlineWords } from './words.ts';
