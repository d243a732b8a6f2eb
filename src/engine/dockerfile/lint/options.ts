import { parseBool } from '../../go/numbers.ts';
import { quote } from '../../go/quote.ts';
import { trimSpace } from '../../go/space.ts';
import { DockerfileError } from '../error.ts';
import { findDirective } from '../parser/index.ts';

/** Which rules run: `# check=skip=A,B;error=true;experimental=C`. */
export interface CheckOptions {
  readonly skip: 'all' | ReadonlySet<string>;
  readonly experimental: 'all' | ReadonlySet<string>;
  /** Whether a finding fails the build. */
  readonly error: boolean;
}

function fail(message: string): never {
  throw new DockerfileError('check', message);
}

function names(value: string): 'all' | ReadonlySet<string> {
  const trimmed = trimSpace(value);
  return trimmed === 'all' ? 'all' : new Set(trimmed.split(',').map(trimSpace));
}

function errorOption(option: string, value: string): boolean {
  const text = trimSpace(value);
  return (
    parseBool(text) ?? fail(`failed to parse check option ${quote(option)}: strconv.ParseBool: parsing ${quote(text)}: invalid syntax`)
  );
}

/** Reads the options' text; at most three options, the third holding the rest. Throws DockerfileError. Upstream: linter.ParseLintOptions. */
export function parseCheckOptions(text: string): CheckOptions {
  const none: ReadonlySet<string> = new Set();
  const options: { -readonly [K in keyof CheckOptions]: CheckOptions[K] } = { skip: none, experimental: none, error: false };
  const trimmed = trimSpace(text);
  if (trimmed === '') return options;
  const [first, second, ...rest] = trimmed.split(';');
  for (const option of [first, second, rest.length > 0 ? rest.join(';') : undefined]) {
    if (option === undefined) continue;
    const equals = option.indexOf('=');
    if (equals < 0) fail(`invalid check option ${quote(option)}`);
    const key = trimSpace(option.slice(0, equals));
    const value = option.slice(equals + 1);
    if (key === 'skip' || key === 'experimental') options[key] = names(value);
    else if (key === 'error') options.error = errorOption(option, value);
    else fail(`invalid check option ${quote(key)}`);
  }
  return options;
}

/** The options a Dockerfile gives itself: those of its check directive up to the first space. */
export function checkOptionsOf(source: string): CheckOptions {
  const directive = findDirective(source, 'check');
  try {
    return parseCheckOptions(directive === undefined ? '' : directive.value.split(' ')[0]!);
  } catch (error) {
    throw error instanceof DockerfileError ? error.withMessage(`failed to parse check options: ${error.message}`) : error;
  }
}
