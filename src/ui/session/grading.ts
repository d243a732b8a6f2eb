// All that needs the grader, in one piece: fetched when a lab with an exercise is opened.
export { grade } from '../../grader/index.ts';
export { distance, judgeOf } from './ahead.ts';
