/** What `${name…}` does with the value. `bad` is reported when it is expanded, as ash does. */
export type ParamOp =
  | 'plain'
  | 'length'
  | '-'
  | '+'
  | '?'
  | '='
  | '#'
  | '##'
  | '%'
  | '%%'
  | 'substring'
  | 'replace'
  | 'replace-all'
  | 'bad';

export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: 'param';
      readonly name: string;
      readonly op: ParamOp;
      /** `:-` rather than `-`: an empty value counts as unset. */
      readonly colon: boolean;
      readonly word: Word;
      readonly replacement: Word | undefined;
      readonly quoted: boolean;
      /** As written, for job listings. */
      readonly source: string;
    }
  | { readonly kind: 'command'; readonly body: Node | undefined; readonly quoted: boolean }
  | { readonly kind: 'arithmetic'; readonly expression: Word; readonly quoted: boolean }
  | { readonly kind: 'process'; readonly direction: '<' | '>'; readonly body: Node | undefined; readonly quoted: boolean };

export type Word = readonly Part[];

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

export type Redirection =
  | { readonly kind: 'read' | 'write' | 'append' | 'clobber' | 'read-write' | 'both'; readonly fd: number; readonly target: Word }
  | { readonly kind: 'duplicate'; readonly direction: '<' | '>'; readonly fd: number; readonly target: Word }
  | HereDocument;

/** The body is read after the line that names it, so it is filled in later than the rest. */
export interface HereDocument {
  readonly kind: 'here';
  readonly fd: number;
  body: Word;
}

export interface CaseItem {
  readonly patterns: readonly Word[];
  readonly body: Node | undefined;
}

export type Node =
  | SimpleCommand
  | { readonly kind: 'pipeline'; readonly commands: readonly Node[]; readonly background: boolean }
  | { readonly kind: 'not'; readonly body: Node }
  | { readonly kind: 'and' | 'or' | 'sequence'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'background'; readonly body: Node; readonly redirections: readonly Redirection[]; readonly line: number }
  | {
      readonly kind: 'subshell';
      readonly body: Node | undefined;
      readonly redirections: readonly Redirection[];
      readonly line: number;
    }
  | { readonly kind: 'redirected'; readonly body: Node | undefined; readonly redirections: readonly Redirection[]; readonly line: number }
  | { readonly kind: 'group'; readonly body: Node | undefined }
  | {
      readonly kind: 'if';
      readonly test: Node | undefined;
      readonly then: Node | undefined;
      readonly otherwise: Node | undefined;
    }
  | { readonly kind: 'while' | 'until'; readonly test: Node | undefined; readonly body: Node | undefined }
  | {
      readonly kind: 'for';
      readonly name: string;
      /** Undefined: the positional parameters. */
      readonly words: readonly Word[] | undefined;
      readonly body: Node | undefined;
      readonly line: number;
    }
  /** `((expression))`: bash only. */
  | { readonly kind: 'arithmetic'; readonly expression: Word; readonly line: number }
  /** `for ((first; test; next))`: bash only. */
  | {
      readonly kind: 'count';
      readonly first: Word;
      readonly test: Word;
      readonly next: Word;
      readonly body: Node | undefined;
      readonly line: number;
    }
  | { readonly kind: 'case'; readonly word: Word; readonly items: readonly CaseItem[]; readonly line: number }
  | FunctionDefinition;

export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
  readonly line: number;
}

export interface FunctionDefinition {
  readonly kind: 'function';
  readonly name: string;
  readonly body: Node;
  readonly line: number;
}

/** The text of a word that is plain: one part, nothing quoted, nothing to expand. */
export function plainText(word: Word): string | undefined {
  if (word.length === 0) return '';
  const [first] = word;
  return word.length === 1 && first?.kind === 'text' && !first.quoted ? first.text : undefined;
}

export const literal = (text: string): Word => [{ kind: 'text', text, quoted: true }];
