// The Run picture's public face: what a container executes, its processes, its signals and health in time, its ports and mounts.
// Knows the session's views and the browser pane. Refuses to know the engine and the other pictures.
export { RunPicture as Picture } from './RunPicture.tsx';
