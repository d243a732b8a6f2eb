// "Predict first": guesses beside the truth.
// Knows a prediction's data and words. Refuses to know the lab.
export { Predict } from './Predict.tsx';
