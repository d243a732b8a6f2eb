// What findings of the checks in checks/host say, in English. Each sentence states what is, so that it can stand after "Found".
export const host = {
  'host-missing': '{path} does not exist on the machine.',
  'host-there': '{path} exists on the machine.',
  'host-no-file': '{path} is no regular file.',
  'host-file': '{path} reads {found}, not {wanted}.',
  'host-file-lacks': '{path} does not contain {text}.',
  'host-file-has': '{path} contains {text} in line {line}.',
  'archive-none': '{path} is no tar archive.',
  'archive-lacks': 'The archive {path} has {found:member:members}, none named {member}.',
  'archive-refs': 'The names in the archive {path} are {found}; {wanted} is wanted.',
  'archive-nameless': 'The archive {path} names no image; {wanted} is wanted.',
  'setting-waiting': '{path} says so, but the engine has not read {key} yet: it reads the file when it starts.',
  'setting-none': 'The engine runs without the setting {key}; {wanted} is wanted.',
  setting: 'The engine runs with {key} set to {found}; {wanted} is wanted.',
} as const;
