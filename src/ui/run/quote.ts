// Lists of words as people write them.

/** Words as a shell would take them: those with blanks in quotes. */
export const shellWords = (argv: readonly string[]): string =>
  argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : word.includes("'") ? JSON.stringify(word) : `'${word}'`)).join(' ');
/** A process as `ps` shows it: one that gave itself a title has a single word. */
export const processTitle = (argv: readonly string[]): string => (argv.length === 1 ? (argv[0] ?? '') : shellWords(argv));
/** As a Dockerfile's exec form. */
export const execForm = (words: readonly string[]): string => JSON.stringify(words);
