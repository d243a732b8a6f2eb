// The browser pane's public face: what a published port serves, as a browser on the simulated machine would see it.
// Knows the session's visits. Refuses to know containers, and to let anything in a page run or reach the real network.
export { Browser } from './Browser.tsx';
