// What findings of the checks in checks/build say, in English. Each sentence states what is, so that it can stand after "Found".
export const build = {
  'build-none': 'No build that is remembered made this `{image}`.',
  'step-none': 'The last build of `{image}` (no. {number}) has no step that contains `{step}`.',
  'step-ran': 'In the last build of `{image}` (no. {number}), `{step}` was run anew.',
  'step-cached': 'In the last build of `{image}` (no. {number}), `{step}` came from the cache.',
  'steps-ran': 'The last build of `{image}` (no. {number}) ran {found:step:steps}, `{first}` first; at most {wanted} should run.',
  'context-none': 'The last build of `{image}` (no. {number}) had no directory of this machine as its context.',
  'context-not-sent': 'The last build of `{image}` (no. {number}) was sent {found:file:files}, and not {path}.',
  'context-sent': 'The last build of `{image}` (no. {number}) was sent {path}.',
  'context-many': 'The last build of `{image}` (no. {number}) was sent {found:file:files}: too many to tell whether {path} is one of them.',
  'context-below':
    'The last build of `{image}` (no. {number}) was sent {found} bytes in {files:file:files}; fewer than {wanted} bytes are wanted.',
  'cache-records': 'The build cache has {found:record:records}.',
} as const;
