// What findings of the checks in checks/volume say, in English. Each sentence states what is, so that it can stand after "Found".
export const volume = {
  'volume-missing': 'There is no volume named `{volume}`.',
  'volume-exists': 'There is a volume named `{volume}`.',
  'volume-count': 'There are {found:volume:volumes}, {anonymous} of them anonymous; {wanted} wanted.',
  'volume-file-missing': 'No file {path} can be read in the volume `{volume}`.',
  'volume-file': '{path} in the volume `{volume}` reads {found}, not {wanted}.',
  'network-missing': 'There is no network named `{network}`.',
  'container-network': '`{container}` is connected to {found}; `{wanted}` is wanted.',
  'container-no-network': '`{container}` is connected to no network; `{wanted}` is wanted.',
} as const;
