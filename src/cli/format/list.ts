import { alignTabs, DOCKER_TABLE, type TabOptions } from './tabwriter.ts';
import {
  compileTemplate,
  GoMap,
  type GoMethod,
  GoStruct,
  type GoValue,
  runHeaderTemplate,
  runTemplate,
  TemplateError,
} from './template/index.ts';

/** One column a `--format` can name: a value, or a method taking arguments such as `{{.Label "x"}}`. */
export type Column = GoValue | (() => GoValue) | GoMethod;

/**
 * A row of `docker ps`, `docker images` …: what Docker calls a SubContext. `type` is the Go type named in errors, such as
 * `*formatter.ContainerContext`. `{{json .}}` prints the columns without arguments, sorted by name.
 */
export function listRow(type: string, columns: Readonly<Record<string, Column>>): GoStruct {
  const methods: Record<string, GoMethod> = {};
  const plain: string[] = [];
  for (const [name, column] of Object.entries(columns)) {
    if (isMethod(column)) methods[name] = column;
    else {
      plain.push(name);
      methods[name] = { params: [], call: () => (typeof column === 'function' ? column() : column) };
    }
  }
  plain.sort();
  const marshal = () => Object.fromEntries(plain.map((name) => [name, methods[name]!.call()]));
  return new GoStruct(type, [], methods, marshal);
}

function isMethod(column: Column): column is GoMethod {
  return typeof column === 'object' && column !== null && typeof (column as Partial<GoMethod>).call === 'function';
}

export interface ListOptions {
  /** `table {{.ID}}\t{{.Name}}`, `json`, or any template; `\t` and `\n` written out are understood. */
  readonly format: string;
  /** Heading of each column, by column name. */
  readonly headings: Readonly<Record<string, string>>;
  readonly rows: readonly GoStruct[];
  readonly tabs?: TabOptions;
}

/**
 * Prints a list as Docker's formatter.Context.Write does. Throws {@link TemplateError} whose message already begins with Docker's
 * `template parsing error: `; nothing is printed then. Source: docker/cli cli/command/formatter/formatter.go.
 */
export function renderList({ format, headings, rows, tabs = DOCKER_TABLE }: ListOptions): string {
  try {
    const isTable = format.startsWith('table');
    const template = compileTemplate(finalFormat(format));
    const body = rows.map((row) => `${runTemplate(template, row)}\n`).join('');
    if (!isTable) return body;
    return alignTabs(`${header(template, headings)}\n${body}`, tabs);
  } catch (error) {
    if (error instanceof TemplateError) throw new TemplateError(error.phase, `template parsing error: ${error.message}`);
    throw error;
  }
}

/** The template behind a format word: `table` cut off, `json` spelled out, written-out tabs and newlines made real. */
export function finalFormat(format: string): string {
  const body = format.startsWith('table') ? format.slice('table'.length) : format === 'json' ? '{{json .}}' : format;
  return body
    .replace(/^ +| +$/g, '')
    .replaceAll('\\t', '\t')
    .replaceAll('\\n', '\n');
}

function header(template: ReturnType<typeof compileTemplate>, headings: Readonly<Record<string, string>>): string {
  try {
    return runHeaderTemplate(
      template,
      new GoMap('formatter.SubHeaderContext', new Map(Object.entries(headings)), undefined, {
        Label: { params: ['string'], call: (name) => labelHeading(String(name)) },
      }),
    );
  } catch (error) {
    if (error instanceof TemplateError) return '';
    throw error;
  }
}

/** The heading of `{{.Label "com.example.kind"}}` is `kind`: the last part, with blanks for `-` and `_`. */
function labelHeading(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).replace(/[-_]/g, ' ');
}
