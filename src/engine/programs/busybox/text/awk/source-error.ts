/** An error of the program, at a line of its source: `awk: cmd. line:1: Unexpected token`. It ends awk. */
export class AwkError extends Error {
  /** Undefined: where execution is. */
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** An error without a place in the source: `awk: bad regex …`. */
export class AwkFailure extends Error {}

export const MESSAGES = {
  unexpectedToken: 'Unexpected token',
  unexpectedEnd: 'Unexpected end of string',
  tooFewArguments: 'Too few arguments',
  invalidFormat: 'Invalid format specifier',
  notArray: 'Not an array',
  undefinedFunction: 'Call to undefined function',
  possibleError: 'Possible syntax error',
  noMath: 'Math support is not compiled in',
  divisionByZero: 'Division by zero',
  negativeField: 'Access to negative field',
} as const;
