// The words of the practice page in English; zh has the same keys.
export const en = {
  topics: 'What about?',
  all: 'Everything',
  layers: 'Layers and cache',
  dockerfile: 'Dockerfile',
  files: 'What lands where',
  containers: 'Containers',
  names: 'Names and registries',
  start: 'First question',
  next: 'Next question',
  loading: 'The engine makes a machine and tries it out…',
  failed: 'The engine could not be started: {why}',
  retry: 'Try again',
  question: 'Question {n}',
  score: 'This visit: {right} of {all} right',
  none: 'No question answered yet',
};
