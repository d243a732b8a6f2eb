// Questions of all kinds: judging an answer, and the questions on the page.
// Knows quiz data, words, progress, and a machine for typed commands that is loaded when asked. Refuses to know the lab.
export { Question } from './Question.tsx';
export { Quiz } from './Quiz.tsx';
