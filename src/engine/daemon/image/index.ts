// What the engine does with images: find them by what users type.
// Knows references, ids and the store; refuses to know how commands print.
export { findImage, repoDigestsOf, repoTagsOf } from './find.ts';
