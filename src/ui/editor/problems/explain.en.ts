// What each finding means and what to do, in our words.
export const en: Readonly<Record<string, string>> = {
  StageNameCasing: 'Stages are found whatever the case, so two spellings of one name only confuse. Lower case is the custom.',
  FromAsCasing: 'FROM and as are one instruction. Written alike they are read as one.',
  NoEmptyContinuation: 'An empty line inside a continued instruction is skipped today and will be an error. A comment line may stay.',
  ConsistentInstructionCasing: 'Case does not matter to the builder. To people, one way of writing does.',
  DuplicateStageName: 'COPY --from means the last stage of that name, FROM the nearest one above. Two names leave no doubt.',
  ReservedStageName: 'scratch means the empty image and context the build context. A stage of that name hides them.',
  JSONArgsRecommended:
    'In shell form /bin/sh is PID 1 and your program its child, so docker stop may never reach it. In exec form the program is PID 1.',
  MaintainerDeprecated: 'The author is a label today, which docker inspect and registries show.',
  UndefinedArgInFrom: 'FROM sees only ARGs declared before the first FROM, and those that every build knows.',
  WorkdirRelativePath: 'A relative path depends on what WORKDIR the base image has, which may change with its next version.',
  UndefinedVar: 'Nothing above sets it, so it is empty. An ARG before the first FROM has to be declared again inside the stage.',
  MultipleInstructionsDisallowed: 'Only the last one counts. This one does nothing.',
  LegacyKeyValueFormat:
    'With a blank everything behind the key is one value, so a second pair becomes part of the first. With = there is no doubt.',
  InvalidBaseImagePlatform: 'The base image is for another platform than the one that is built for.',
  RedundantTargetPlatform: 'The target platform is what FROM takes anyway.',
  SecretsUsedInArgOrEnv:
    'ENV is stored in the config and ARG in the history: whoever has the image can read both. A secret mount leaves no trace.',
  InvalidDefaultArgInFrom: 'Without --build-arg this name comes to nothing, and the build fails.',
  FromPlatformFlagConstDisallowed: 'A constant builds for that platform on every machine. Leave the choice to docker build --platform.',
  CopyIgnoredFile: '.dockerignore keeps this file out of the context, so there is nothing to copy.',
  InvalidDefinitionDescription: 'A comment right above describes the stage or argument, and then begins with its name.',
  ExposeProtoCasing: 'Protocols are written in lower case: tcp, udp.',
  ExposeInvalidFormat: 'EXPOSE names the port inside the container. Which port of the host leads there is said by docker run -p.',
  error: 'A build stops here, before anything runs.',
};
