// Small labs in texts: their start, and the island that draws them.
// Knows the session, the terminal and the pictures. Refuses to know the page's own lab, what is kept, and exercises.
export { SmallLab } from './island.ts';
