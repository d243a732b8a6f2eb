// The Build picture's public face: what a build did, step by step and stage by stage, why, and what stands at each step.
// Knows the session's views and questions. Refuses to know the engine and the other pictures.
export { BuildPicture as Picture } from './BuildPicture.tsx';
