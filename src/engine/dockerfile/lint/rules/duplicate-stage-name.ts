import { quote } from '../../../go/quote.ts';
import { rule } from '../rule.ts';

export const duplicateStageName = rule(
  'DuplicateStageName',
  'duplicate-stage-name',
  'Stage names should be unique',
  (stage: string) => `Duplicate stage name ${quote(stage)}, stage names should be unique`,
);
