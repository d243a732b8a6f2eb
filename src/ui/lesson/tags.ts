// The tags that lessons may use without an import, and what Markdown's own become.
import Exercise from './Exercise.astro';
import Fact from './Fact.astro';
import Lab from './Lab.astro';
import Matrix from './Matrix.astro';
import Myth from './Myth.astro';
import Pre from './Pre.astro';
import Predict from './Predict.astro';
import Quiz from './Quiz.astro';
import Run from './Run.astro';
import Stack from './Stack.astro';
import Term from './Term.astro';
import Try from './Try.astro';
import Value from './Value.astro';

export const tags = { Exercise, Fact, Lab, Matrix, Myth, Predict, Quiz, Run, Stack, Term, Try, Value, pre: Pre };
