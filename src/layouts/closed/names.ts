// What a set of modules calls things: the properties it defines, reads and spells out, and which of its methods nobody names.
import { type AnyNode, type MethodDefinition, parse } from 'acorn';

/** Modules by name, with their code. */
export type Sources = ReadonlyMap<string, string>;

type Visit = (node: AnyNode, parent: AnyNode | undefined) => void;

function walk(found: unknown, visit: Visit, parent?: AnyNode): void {
  if (Array.isArray(found)) {
    for (const one of found) walk(one, visit, parent);
  } else if (typeof found === 'object' && found !== null && 'type' in found && typeof found.type === 'string') {
    const node = found as AnyNode;
    visit(node, parent);
    for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit, node);
  }
}

const treeOf = (code: string) => parse(code, { ecmaVersion: 'latest', sourceType: 'module' });

const wordsOf = (text: string): readonly string[] => text.match(/[\w$]+/g) ?? [];

export interface Names {
  /** Properties that a class, an object or a constructor of these modules makes. */
  readonly defined: ReadonlySet<string>;
  /** Properties that are read by their name; one that is not may be looked up some other way. */
  readonly read: ReadonlySet<string>;
  /** Every property's name, for new names to keep clear of, with how often it stands there. */
  readonly all: ReadonlyMap<string, number>;
  /** Words in strings: a property may be looked up by them. */
  readonly spelled: ReadonlySet<string>;
}

export function namesIn(sources: Sources): Names {
  const defined = new Set<string>();
  const read = new Set<string>();
  const all = new Map<string, number>();
  const spelled = new Set<string>();
  const note = (name: string): void => void all.set(name, (all.get(name) ?? 0) + 1);
  const visit: Visit = (node, parent) => {
    if (node.type === 'Literal' && typeof node.value === 'string') for (const word of wordsOf(node.value)) spelled.add(word);
    if (node.type === 'TemplateElement') for (const word of wordsOf(node.value.raw)) spelled.add(word);
    if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
      const { name } = node.property;
      note(name);
      const written = parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=';
      if (!written) read.add(name);
      else if (node.object.type === 'ThisExpression') defined.add(name);
    }
    const isKey = node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition';
    if (!isKey || node.computed || node.key.type !== 'Identifier') return;
    note(node.key.name);
    (parent?.type === 'ObjectPattern' ? read : defined).add(node.key.name);
  };
  for (const code of sources.values()) walk(treeOf(code), visit);
  return { defined, read, all, spelled };
}

/** The modules without the methods among `closed` that are named nowhere in them. */
export function withoutUnnamed(sources: Sources, closed: ReadonlySet<string>): Map<string, string> {
  let left = new Map(sources);
  for (;;) {
    const named = new Set<string>();
    const methods = new Map<string, MethodDefinition[]>();
    for (const [module, code] of left) {
      const own: MethodDefinition[] = [];
      walk(treeOf(code), (node, parent) => {
        const isMethod = (of: AnyNode | undefined): of is MethodDefinition =>
          of?.type === 'MethodDefinition' && !of.computed && of.kind !== 'constructor' && of.key.type === 'Identifier';
        if (isMethod(node)) own.push(node);
        if (node.type === 'Identifier' && !(isMethod(parent) && parent.key === node)) named.add(node.name);
      });
      methods.set(module, own);
    }
    let gone = 0;
    left = new Map(
      [...left].map(([module, code]) => {
        const unnamed = (methods.get(module) ?? []).filter(
          ({ key }) => key.type === 'Identifier' && closed.has(key.name) && !named.has(key.name),
        );
        gone += unnamed.length;
        const kept = unnamed
          .toSorted((a, b) => b.start - a.start)
          .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
        return [module, kept];
      }),
    );
    if (gone === 0) return left;
  }
}
