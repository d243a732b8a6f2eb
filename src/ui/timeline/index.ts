// The timeline's public face: every command a point, branches, looking back, comparing.
// Knows the session. Refuses to know terminals and pictures.
export { Timeline } from './Timeline.tsx';
