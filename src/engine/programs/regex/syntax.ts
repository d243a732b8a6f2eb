/** How a pattern is read; the two dialects are glibc's, as regcomp and grep choose them (regex.h). */
export interface Syntax {
  /** ERE operators without backslashes. */
  readonly extended: boolean;
  /** `*` after `*`, and an interval at the start, are errors (RE_CONTEXT_INVALID_DUP). */
  readonly strictRepeats: boolean;
  /** A repetition with nothing before it is an error (RE_CONTEXT_INVALID_OPS). */
  readonly strictOperators: boolean;
  /** A broken interval stands for itself (RE_INVALID_INTERVAL_ORD). */
  readonly looseIntervals: boolean;
  /** `.` matches NUL as well. */
  readonly dotNul: boolean;
  /** A newline in the pattern is an alternation. */
  readonly newlineAlternates: boolean;
  /** REG_ICASE. */
  readonly ignoreCase: boolean;
  /** REG_NEWLINE: `^` and `$` match at newlines, `.` and negated lists do not match them. */
  readonly newline: boolean;
}

const POSIX: Syntax = {
  extended: false,
  strictRepeats: true,
  strictOperators: false,
  looseIntervals: false,
  dotNul: false,
  newlineAlternates: false,
  ignoreCase: false,
  newline: false,
};

/** regcomp(3) without REG_EXTENDED. */
export const basicSyntax = POSIX;
/** regcomp(3) with REG_EXTENDED. */
export const extendedSyntax: Syntax = { ...POSIX, extended: true, strictRepeats: false, strictOperators: true };
/** RE_SYNTAX_GREP. */
export const grepSyntax: Syntax = { ...POSIX, strictRepeats: false, dotNul: true, newlineAlternates: true };
/** RE_SYNTAX_EGREP. */
export const egrepSyntax: Syntax = {
  ...POSIX,
  extended: true,
  strictRepeats: false,
  looseIntervals: true,
  dotNul: true,
  newlineAlternates: true,
};

/** The sentences of glibc's regerror. */
export const REGEX_ERRORS = {
  BADPAT: 'Invalid regular expression',
  ECOLLATE: 'Invalid collation character',
  ECTYPE: 'Invalid character class name',
  EESCAPE: 'Trailing backslash',
  ESUBREG: 'Invalid back reference',
  EBRACK: 'Unmatched [, [^, [:, [., or [=',
  EPAREN: 'Unmatched ( or \\(',
  EBRACE: 'Unmatched \\{',
  BADBR: 'Invalid content of \\{\\}',
  ERANGE: 'Invalid range end',
  ESPACE: 'Memory exhausted',
  BADRPT: 'Invalid preceding regular expression',
  ESIZE: 'Regular expression too big',
  STEPS: 'regular expression needs too many steps',
} as const;

export type RegexErrorCode = keyof typeof REGEX_ERRORS;

/** A pattern that cannot be compiled, or (STEPS, Strata's own limit) a search that would take too long. */
export class RegexError extends Error {
  readonly code: RegexErrorCode;
  constructor(code: RegexErrorCode) {
    super(REGEX_ERRORS[code]);
    this.code = code;
  }
}

const UPPER = /[a-z]+/g;
/** Bytes a–z become A–Z; all others stay, as toupper does in the C locale. */
export const upperBytes = (text: string): string => text.replace(UPPER, (run) => run.toUpperCase());
