// What mends each finding of the checks, as edits of the text.
// Knows Dockerfiles and rules; every fix makes its own finding go away and adds no other.
// Refuses to guess: where no change is surely right there is none.
import type { RuleHelp } from '../context.ts';
import { consistentInstructionCasing, exposeProtoCasing, fromAsCasing, stageNameCasing } from './casing.ts';
import { jsonArgsRecommended } from './exec-form.ts';
import { legacyKeyValueFormat, maintainerDeprecated } from './key-values.ts';
import { invalidDefinitionDescription, multipleInstructionsDisallowed, noEmptyContinuation } from './lines.ts';
import {
  copyIgnoredFile,
  exposeInvalidFormat,
  fromPlatformFlagConstDisallowed,
  redundantTargetPlatform,
  workdirRelativePath,
} from './places.ts';
import { duplicateStageName, reservedStageName } from './stage-names.ts';
import { invalidDefaultArgInFrom, secretsUsedInArgOrEnv, undefinedArgInFrom, undefinedVar } from './variables.ts';

/** By rule. InvalidBaseImagePlatform is about an image and not about the text. */
export const help: Readonly<Record<string, RuleHelp>> = {
  StageNameCasing: stageNameCasing,
  FromAsCasing: fromAsCasing,
  NoEmptyContinuation: noEmptyContinuation,
  ConsistentInstructionCasing: consistentInstructionCasing,
  DuplicateStageName: duplicateStageName,
  ReservedStageName: reservedStageName,
  JSONArgsRecommended: jsonArgsRecommended,
  MaintainerDeprecated: maintainerDeprecated,
  UndefinedArgInFrom: undefinedArgInFrom,
  WorkdirRelativePath: workdirRelativePath,
  UndefinedVar: undefinedVar,
  MultipleInstructionsDisallowed: multipleInstructionsDisallowed,
  LegacyKeyValueFormat: legacyKeyValueFormat,
  RedundantTargetPlatform: redundantTargetPlatform,
  SecretsUsedInArgOrEnv: secretsUsedInArgOrEnv,
  InvalidDefaultArgInFrom: invalidDefaultArgInFrom,
  FromPlatformFlagConstDisallowed: fromPlatformFlagConstDisallowed,
  CopyIgnoredFile: copyIgnoredFile,
  InvalidDefinitionDescription: invalidDefinitionDescription,
  ExposeProtoCasing: exposeProtoCasing,
  ExposeInvalidFormat: exposeInvalidFormat,
};
