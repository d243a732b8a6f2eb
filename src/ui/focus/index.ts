// Moving the focus among things that stand below one another: the entries of a menu, the links of a terminal.
// Knows which key leads where. Refuses to know what the things are, and what else their keys do.
export { moveFocus } from './move.ts';
