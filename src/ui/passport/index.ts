// The page about one's progress: what is done, taking it along as a file or a code, bringing it here, forgetting it.
// Knows the course's outline and what the device keeps. Refuses to know labs, sessions and the engine.
export { Passport, type PassportTrack } from './Passport.tsx';
export { passportWords } from './words.ts';
