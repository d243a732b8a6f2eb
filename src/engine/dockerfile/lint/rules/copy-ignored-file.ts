import { quote } from '../../../go/quote.ts';
import { rule } from '../rule.ts';

export const copyIgnoredFile = rule(
  'CopyIgnoredFile',
  'copy-ignored-file',
  'Attempting to Copy file that is excluded by .dockerignore',
  (command: string, file: string) => `Attempting to ${command} file ${quote(file)} that is excluded by .dockerignore`,
  'experimental',
);
