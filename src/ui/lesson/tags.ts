// The tags that lessons may use without an import.
import Exercise from './Exercise.astro';
import Matrix from './Matrix.astro';
import Myth from './Myth.astro';
import Predict from './Predict.astro';
import Quiz from './Quiz.astro';
import Term from './Term.astro';
import Transcript from './Transcript.astro';
import Try from './Try.astro';

export const tags = { Exercise, Matrix, Myth, Predict, Quiz, Term, Transcript, Try };
