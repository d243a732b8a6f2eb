// What builds did, as data: stages, steps, why each was done anew, what it made; and the context that was sent.
// Knows Dockerfiles, layers and trees. Refuses to change anything a build gives, and to know how it is shown.
export { causeOf, classicCause } from './cause.ts';
export { type ContextSource, contextTrace } from './context.ts';
export { keepTrace } from './keep.ts';
export type {
  After,
  BuildTrace,
  Cause,
  ContextTrace,
  FileDifference,
  FileFacts,
  IgnoredFile,
  Join,
  LayerTrace,
  LogLine,
  SentFile,
  StageTrace,
  StepState,
  StepTrace,
  TraceOutcome,
  VariableDifference,
} from './trace.ts';
export { BuildTracer, type TraceFacts } from './tracer.ts';
