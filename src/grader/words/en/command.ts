// What findings of the checks in checks/command say, in English. Each sentence states what is, so that it can stand after "Found".
export const command = {
  'turn-none': 'No command that begins with `{begins}` has been run since the start.',
  'turn-exit': '`{line}` ended with exit code {found}; {wanted} is wanted.',
  'output-lacks': '`{line}` did not show {wanted}.',
} as const;
