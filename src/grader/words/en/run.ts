// What findings of the checks in checks/run say, in English. Each sentence states what is, so that it can stand after "Found".
export const run = {
  'ran-never': 'No container of `{image}` has been run since the start.',
  ran: 'No run of `{image}` has printed {wanted}; the last one printed {found}.',
  'ran-silent': 'No run of `{image}` has printed {wanted}; the last one printed nothing (exit code {exit}).',
  'ran-lacks': 'No run of `{image}` has printed {wanted}; the last one printed {found}.',
  'ran-running': 'The last run of `{image}` still goes on; an end with exit code {wanted} is wanted.',
  'ran-exit': 'The last run of `{image}` ended with exit code {found}; {wanted} is wanted.',
  'ran-argv': 'The last run of `{image}` started `{found}`; `{wanted}` is wanted.',
  'ran-refused': 'The last run of `{image}` could not start `{found}` (exit code {exit}); `{wanted}` is wanted.',
  'ran-count': '`{image}` has been run {found:time:times} since the start; at least {wanted} wanted.',
  'ran-no-oom': 'In {found:run:runs} of `{image}` nothing was killed for want of memory.',
} as const;
