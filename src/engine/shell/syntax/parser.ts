import { type Assignment, type CaseItem, type Node, type Part, plainText, type Redirection, type Word } from './ast.ts';
import { Incomplete, SyntaxProblem } from './errors.ts';
import type { SubstitutionParser } from './lexer.ts';
import { type Aliases, COMMAND, COMMAND_AFTER_NEWLINES, TokenReader } from './token-reader.ts';
import { ENDS_LIST, type Token } from './tokens.ts';

export interface ParserOptions {
  /** Line number of the text's first line. */
  readonly line: number;
  /** Whether the text is all there is: without it, an unfinished command throws Incomplete. */
  readonly last: boolean;
  readonly aliases: Aliases;
  /** Line of the command that ran last: where ash counts the lines of backquoted text from. */
  readonly runningLine: () => number;
  /** Whether `<<<`, `((…))` and `for ((…))` are known: bash. */
  readonly bash?: boolean;
  /** Names that no function may have. */
  readonly specialBuiltins: ReadonlySet<string>;
}

/** What a function defined with `function NAME` may begin with when no parentheses follow. */
const BODY_STARTS: ReadonlySet<Token> = new Set<Token>(['{', 'if', 'case', 'until', 'while', 'for']);

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const isName = (text: string): boolean => NAME.test(text);

/** Reads commands from shell text, one complete line at a time, by the grammar of ash. */
export class Parser implements SubstitutionParser {
  readonly #tokens: TokenReader;
  readonly #options: ParserOptions;

  constructor(text: string, options: ParserOptions) {
    this.#options = options;
    this.#tokens = new TokenReader(text, { ...options, substitutions: this });
  }

  get line(): number {
    return this.#tokens.lexer.line;
  }
  /** How many characters have been taken. Right between commands only, and not after aliases. */
  get rest(): string {
    return this.#tokens.lexer.text.slice(this.#tokens.lexer.at);
  }
  /** Whether the last command ended with the text: it is the last one. */
  get atEnd(): boolean {
    return this.#tokens.atEnd;
  }

  /**
   * The next command line: undefined when it is empty, 'end' at the end of the text. Throws SyntaxProblem, or Incomplete
   * when the text is not the last.
   */
  command(): Node | undefined | 'end' {
    this.#tokens.pending = [];
    try {
      const node = this.#list('line');
      if (node === undefined && this.#tokens.atEnd) return 'end';
      return node;
    } catch (error) {
      if (error instanceof SyntaxProblem || error instanceof Incomplete) throw error;
      if (error instanceof RangeError) throw new SyntaxProblem('nested too deeply', this.line);
      throw error;
    }
  }

  inParentheses(): Node | undefined {
    const resume = this.#tokens.suspend();
    const node = this.#list('substitution');
    if (this.#tokens.read({}) !== ')') this.#tokens.unexpected(')');
    this.#tokens.readHereDocuments();
    resume();
    return node;
  }

  inBackquotes(text: string): Node | undefined {
    const inner = new Parser(text, { ...this.#options, line: this.#options.runningLine(), last: true });
    inner.#tokens.lexer.depth = this.#tokens.lexer.depth;
    const node = inner.#list('substitution');
    if (inner.#tokens.read({}) !== 'end of file') inner.#tokens.unexpected('end of file');
    return node;
  }

  /** `line`: up to a newline. `compound`: at least one command. `substitution`: perhaps none. */
  #list(kind: 'line' | 'compound' | 'substitution'): Node | undefined {
    const tokens = this.#tokens;
    const checks = kind === 'line' ? COMMAND : COMMAND_AFTER_NEWLINES;
    let result: Node | undefined;
    let mayBeEmpty = kind === 'substitution';
    for (;;) {
      let token = tokens.read(checks);
      if (token === 'newline') {
        tokens.readHereDocuments();
        return result;
      }
      if (token === 'end of file') {
        tokens.readHereDocuments();
        tokens.pushBack();
        return result;
      }
      tokens.pushBack();
      if (kind !== 'line' && mayBeEmpty && ENDS_LIST.has(token)) return result;
      mayBeEmpty = true;
      let node = this.#andOr();
      token = tokens.read({});
      if (token === '&') node = inBackground(node);
      result = result === undefined ? node : { kind: 'sequence', left: result, right: node };
      if (token === 'end of file' || token === 'newline') tokens.pushBack();
      else if (token !== '&' && token !== ';') {
        if (kind === 'line') tokens.unexpected();
        tokens.pushBack();
        return result;
      }
      if (token === 'end of file') {
        tokens.readHereDocuments();
        tokens.pushBack();
        return result;
      }
    }
  }

  #andOr(): Node {
    const tokens = this.#tokens;
    let left = this.#pipeline();
    for (;;) {
      const token = tokens.read({});
      if (token !== '&&' && token !== '||') {
        tokens.pushBack();
        return left;
      }
      tokens.checks = COMMAND_AFTER_NEWLINES;
      left = { kind: token === '&&' ? 'and' : 'or', left, right: this.#pipeline() };
    }
  }

  #pipeline(): Node {
    const tokens = this.#tokens;
    const negated = tokens.read(tokens.checks.keywords ? tokens.checks : COMMAND) === '!';
    if (negated) tokens.checks = COMMAND;
    else tokens.pushBack();
    let node = this.#command();
    if (tokens.read({}) === '|') {
      const commands = [node];
      do {
        tokens.checks = COMMAND_AFTER_NEWLINES;
        commands.push(this.#command());
      } while (tokens.read({}) === '|');
      node = { kind: 'pipeline', commands, background: false };
    }
    tokens.pushBack();
    return negated ? { kind: 'not', body: node } : node;
  }

  #command(): Node {
    const tokens = this.#tokens;
    const token = tokens.read();
    const { line } = this;
    if (token === 'word' || token === 'redirection' || token === 'function') return this.#simple();
    tokens.lexer.enter();
    const node = this.#compound(token, line);
    tokens.lexer.leave();
    const redirections: Redirection[] = [];
    while (tokens.read(COMMAND) === 'redirection') redirections.push(tokens.redirectionTarget());
    tokens.pushBack();
    if (redirections.length === 0) return node;
    return node.kind === 'subshell' ? { ...node, redirections } : { kind: 'redirected', body: node, redirections, line };
  }

  #compound(token: Token, line: number): Node {
    switch (token) {
      case 'if':
        return this.#if();
      case 'while':
      case 'until': {
        const test = this.#list('compound');
        this.#tokens.expect('do');
        const body = this.#list('compound');
        this.#tokens.expect('done');
        return { kind: token, test, body };
      }
      case 'for':
        return this.#for(line);
      case 'case':
        return this.#case(line);
      case '(': {
        if (this.#options.bash === true && this.#tokens.lexer.peek() === '(') {
          this.#tokens.lexer.next();
          return { kind: 'arithmetic', expression: this.#tokens.lexer.arithmetic(), line };
        }
        const body = this.#list('compound');
        this.#tokens.expect(')');
        return { kind: 'subshell', body, redirections: [], line };
      }
      case '{': {
        const body = this.#list('compound');
        this.#tokens.expect('}');
        return { kind: 'group', body };
      }
      default:
        return this.#tokens.unexpected();
    }
  }

  #if(): Node {
    const tokens = this.#tokens;
    const test = this.#list('compound');
    tokens.expect('then');
    const then = this.#list('compound');
    const token = tokens.read({});
    if (token === 'elif') return { kind: 'if', test, then, otherwise: this.#if() };
    let otherwise: Node | undefined;
    if (token === 'else') otherwise = this.#list('compound');
    else tokens.pushBack();
    tokens.expect('fi');
    return { kind: 'if', test, then, otherwise };
  }

  #for(line: number): Node {
    const tokens = this.#tokens;
    if (this.#options.bash === true && tokens.startsArithmetic()) return this.#count(line);
    const name = tokens.read({}) === 'word' ? (plainText(tokens.word) ?? '') : '';
    if (!isName(name)) tokens.lexer.fail('bad for loop variable');
    let words: Word[] | undefined;
    if (tokens.read(COMMAND_AFTER_NEWLINES) === 'in') {
      words = [];
      while (tokens.read({}) === 'word') words.push(tokens.word);
      if (tokens.token !== 'newline' && tokens.token !== ';') tokens.unexpected();
      if (tokens.token === 'newline') tokens.readHereDocuments();
    } else if (tokens.token !== ';') tokens.pushBack();
    tokens.checks = COMMAND_AFTER_NEWLINES;
    tokens.expect('do');
    const body = this.#list('compound');
    tokens.expect('done');
    return { kind: 'for', name, words, body, line };
  }

  /** `for ((first; test; next)); do …; done`, from the second parenthesis on. */
  #count(line: number): Node {
    const tokens = this.#tokens;
    const [first = [], test = [], next = []] = splitAtSemicolons(tokens.lexer.arithmetic());
    if (tokens.read(COMMAND_AFTER_NEWLINES) !== ';') tokens.pushBack();
    tokens.checks = COMMAND_AFTER_NEWLINES;
    tokens.expect('do');
    const body = this.#list('compound');
    tokens.expect('done');
    return { kind: 'count', first, test, next, body, line };
  }

  #case(line: number): Node {
    const tokens = this.#tokens;
    tokens.expect('word');
    const { word } = tokens;
    tokens.checks = COMMAND_AFTER_NEWLINES;
    tokens.expect('in');
    const items: CaseItem[] = [];
    const between = { keywords: true, newlines: true };
    let token = tokens.read(between);
    while (token !== 'esac') {
      if (token === '(') tokens.read({});
      const patterns: Word[] = [];
      for (;;) {
        // Whatever the token is, ash takes the last word read; a wrong one is found by the parenthesis that is missing.
        patterns.push(tokens.word);
        if (tokens.read({}) !== '|') break;
        tokens.read({});
      }
      if (tokens.token !== ')') tokens.unexpected(')');
      const body = this.#list('substitution');
      items.push({ patterns, body });
      token = tokens.read(between);
      if (token !== 'esac') {
        if (token !== ';;') tokens.unexpected(';;');
        token = tokens.read(between);
      }
    }
    return { kind: 'case', word, items, line };
  }

  #simple(): Node {
    const tokens = this.#tokens;
    const { line } = this;
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirections: Redirection[] = [];
    let brackets = false;
    let token = tokens.token;
    for (;;) {
      if (token === 'word' || (brackets && (token === '&&' || token === '||'))) {
        const word: Word = token === 'word' ? tokens.word : [text(token === '&&' ? '-a' : '-o')];
        const assigned = words.length === 0 ? splitAssignment(word) : undefined;
        if (assigned !== undefined) {
          if (this.#options.bash === true && assigned.value.length === 0 && tokens.lexer.peek() === '(')
            tokens.lexer.fail(`strata: arrays of bash are not simulated`);
          assignments.push(assigned);
        } else {
          words.push(word);
          const plain = plainText(word);
          if (words.length === 1 && plain === '[[') brackets = true;
          else if (plain === ']]') brackets = false;
        }
      } else if (token === 'redirection') redirections.push(tokens.redirectionTarget());
      else if (token === 'function') {
        tokens.expect('word');
        return this.#function(tokens.word, line, true);
      } else if (token === '(' && words.length === 1 && assignments.length === 0 && redirections.length === 0) {
        tokens.expect(')');
        return this.#function(words[0]!, line, false);
      } else break;
      token = tokens.read(words.length === 0 ? { aliases: true } : {});
    }
    tokens.pushBack();
    return { kind: 'simple', assignments, words, redirections, line };
  }

  #function(word: Word, line: number, keyword: boolean): Node {
    const tokens = this.#tokens;
    const name = plainText(word) ?? '';
    if (keyword) {
      const next = tokens.read({ keywords: true, newlines: true });
      if (next === '(') tokens.expect(')');
      else if (BODY_STARTS.has(next) || (next === 'word' && plainText(tokens.word) === '[[')) tokens.pushBack();
      else tokens.unexpected();
    }
    if (!isName(name) || this.#options.specialBuiltins.has(name)) tokens.lexer.fail('bad function name');
    tokens.checks = COMMAND_AFTER_NEWLINES;
    return { kind: 'function', name, body: this.#command(), line };
  }
}

const text = (value: string): Part => ({ kind: 'text', text: value, quoted: false });

/** A word of the form NAME=value, taken apart; undefined for any other. */
export function splitAssignment(word: Word): Assignment | undefined {
  const first = word[0];
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const equals = first.text.indexOf('=');
  if (equals < 1 || !isName(first.text.slice(0, equals))) return undefined;
  const rest = first.text.slice(equals + 1);
  const value: Word = rest === '' ? word.slice(1) : [text(rest), ...word.slice(1)];
  return { name: first.text.slice(0, equals), value };
}

/** A word cut at its semicolons. */
function splitAtSemicolons(word: Word): Word[] {
  const out: Part[][] = [[]];
  for (const part of word) {
    if (part.kind !== 'text') {
      out.at(-1)!.push(part);
      continue;
    }
    for (const [i, piece] of part.text.split(';').entries()) {
      if (i > 0) out.push([]);
      if (piece !== '') out.at(-1)!.push({ ...part, text: piece });
    }
  }
  return out;
}

function inBackground(node: Node): Node {
  if (node.kind === 'pipeline') return { ...node, background: true };
  if (node.kind === 'redirected') return { kind: 'background', body: node, redirections: [], line: node.line };
  return { kind: 'background', body: node, redirections: [], line: 'line' in node ? node.line : 0 };
}
