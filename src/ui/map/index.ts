// The course as a map: tracks, needs, how far someone is, and the marks that a script draws into built pages.
// Knows the course's outline and progress. Refuses to know labs, sessions and the engine.
export { askedOf, kindsOf, labelOf, nameOf, outlineOf, sayKinds } from './outline.ts';
export { rockOf } from './paint.ts';
export { duration, mapWords } from './words.ts';
