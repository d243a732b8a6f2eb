// Everything that the Explain button loads.
export { Explain } from './Explain.tsx';
export { Failure } from './Failure.tsx';
export { report } from './report.ts';
