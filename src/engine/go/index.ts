// What Go's standard library does to text, where Docker's messages and formats show it: quoting, durations, numbers, paths, sorting.
// Knows Go's rules; refuses to know what the text is about.
export { quote } from './quote.ts';
