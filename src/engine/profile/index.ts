// Profiles: which Docker an engine is.
// Knows the three releases and set-ups that Strata follows and how they differ in a word; refuses to know what a difference does.
export { isProfile, PROFILES, type Profile, type ProfileFacts, profileFacts } from './profile.ts';
