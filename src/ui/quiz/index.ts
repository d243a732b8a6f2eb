// Quizzes: judging an answer, and the questions on the page.
// Knows quiz data and words. Refuses to know the lab and where answers are reported.
export { Quiz } from './Quiz.tsx';
