// The World: a record of everything, with no behaviour.
// Knows the shape of the state; refuses to know how anything in it changes.
export { type EngineState, emptyEngine, type Machine, type World, type WorldNetwork } from './world.ts';
