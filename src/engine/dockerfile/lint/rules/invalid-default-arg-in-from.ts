import { rule } from '../rule.ts';

export const invalidDefaultArgInFrom = rule(
  'InvalidDefaultArgInFrom',
  'invalid-default-arg-in-from',
  'Default value for global ARG results in an empty or invalid base image name',
  (base: string) => `Default value for ARG ${base} results in empty or invalid base image name`,
);
