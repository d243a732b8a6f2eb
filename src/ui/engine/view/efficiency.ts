// dive's image efficiency: the same sums, its oddities included, so that the numbers agree (wagoodman/dive, filetree/efficiency.go).
import { compareNames } from '../../../engine/tree/index.ts';
import type { WastedPath, WasteView } from '../../session/view/index.ts';

/** A member of a layer's archive as dive reads it. */
export interface Member {
  /** Without leading slash; whiteouts as `.wh.NAME`. */
  readonly path: string;
  readonly size: number;
  readonly isDir: boolean;
}

interface Node {
  size: number;
  isDir: boolean;
  children: Map<string, Node> | undefined;
}

interface Sum {
  total: number;
  least: number;
  times: number;
}

/** Most wasteful paths that are told. */
const MOST_PATHS = 50;
const WHITEOUT = '.wh.';
const DOUBLE = '.wh..wh..';

/** A stack of layers read from the lowest up. `plus` looks one layer further without adding it. */
export class Efficiency {
  readonly #sums = new Map<string, Sum>();
  /** The layers so far stacked into one tree as dive stacks them; built when a whiteout first needs it. */
  #stacked: Node | undefined;
  readonly #layers: Node[] = [];
  #bytes = 0;
  #firstBytes = 0;

  add(members: readonly Member[]): void {
    const tree = layerTree(members);
    this.#visit(tree, (path, size) => count(this.#sums, path, size));
    const bytes = members.reduce((sum, { size }) => sum + size, 0);
    if (this.#layers.length === 0) this.#firstBytes = bytes;
    this.#bytes += bytes;
    this.#layers.push(tree);
    if (this.#stacked !== undefined) stack(this.#stacked, tree);
  }

  /** The result, with one more layer on top if there is one. */
  result(top?: readonly Member[]): WasteView {
    const over = new Map<string, Sum>();
    if (top !== undefined)
      this.#visit(layerTree(top), (path, size) => {
        const below = this.#sums.get(path);
        if (!over.has(path) && below !== undefined) over.set(path, { ...below });
        count(over, path, size);
      });
    let least = 0;
    let total = 0;
    let wasted = 0;
    let repeated = 0;
    const paths: WastedPath[] = [];
    const take = (path: string, sum: Sum): void => {
      least += sum.least;
      total += sum.total;
      if (sum.times < 2) return;
      repeated++;
      wasted += sum.total;
      if (sum.total > 0) paths.push({ path, size: sum.total, times: sum.times });
    };
    for (const [path, sum] of this.#sums) if (!over.has(path)) take(path, sum);
    for (const [path, sum] of over) take(path, sum);
    paths.sort((a, b) => b.size - a.size || compareNames(a.path, b.path));
    const topBytes = top?.reduce((sum, { size }) => sum + size, 0) ?? 0;
    return {
      efficiency: total === 0 ? 1 : least / total,
      wasted,
      added: this.#bytes + topBytes - (this.#layers.length === 0 ? topBytes : this.#firstBytes),
      count: repeated,
      paths: paths.slice(0, MOST_PATHS),
    };
  }

  /** Every leaf of a layer, deepest first, names in byte order; dive stops at a whiteout of something that is not there. */
  #visit(tree: Node, each: (path: string, size: number) => void): void {
    const whiteouts = hasWhiteout(tree);
    const below = (): Node => (this.#layers.length === 0 ? tree : (this.#stacked ??= stackAll(this.#layers)));
    const walk = (node: Node, prefix: string): boolean => {
      for (const [name, child] of inOrder(node, whiteouts)) {
        const path = `${prefix}/${name}`;
        if (child.children !== undefined) {
          if (!walk(child, path)) return false;
          continue;
        }
        if (!name.startsWith(WHITEOUT)) {
          each(path, child.size);
          continue;
        }
        const real = `${prefix}/${name.slice(WHITEOUT.length)}`;
        const old = find(below(), real);
        if (old === undefined) return false;
        each(real, old.isDir ? sizeUnder(old) : 0);
      }
      return true;
    };
    walk(tree, '');
  }
}

function count(sums: Map<string, Sum>, path: string, size: number): void {
  const sum = sums.get(path);
  if (sum === undefined) {
    sums.set(path, { total: size, least: size, times: 1 });
    return;
  }
  sum.total += size;
  if (size < sum.least) sum.least = size;
  sum.times++;
}

const emptyNode = (): Node => ({ size: 0, isDir: false, children: undefined });

function layerTree(members: readonly Member[]): Node {
  const root = emptyNode();
  for (const { path, size, isDir } of members) put(root, path, size, isDir);
  return root;
}

function put(root: Node, path: string, size: number, isDir: boolean): void {
  let node = root;
  let named = false;
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    let next = node.children?.get(name);
    if (next === undefined) {
      if (name.startsWith(DOUBLE)) return;
      next = emptyNode();
      node.children ??= new Map();
      node.children.set(name, next);
    }
    node = next;
    named = true;
  }
  if (!named) return;
  node.size = size;
  node.isDir = isDir;
}

/** dive copies the lowest layer and stacks every layer on it, the lowest once more. */
function stackAll(layers: readonly Node[]): Node {
  const copy = (node: Node): Node => ({
    size: node.size,
    isDir: node.isDir,
    children: node.children && new Map([...node.children].map(([name, child]) => [name, copy(child)])),
  });
  const root = layers[0] === undefined ? emptyNode() : copy(layers[0]);
  for (const layer of layers) stack(root, layer);
  return root;
}

function stack(root: Node, layer: Node): void {
  const whiteouts = hasWhiteout(layer);
  const walk = (node: Node, prefix: string): void => {
    for (const [name, child] of inOrder(node, whiteouts)) {
      const path = `${prefix}/${name}`;
      if (child.children !== undefined) walk(child, path);
      if (name.startsWith(WHITEOUT)) remove(root, prefix, name.slice(WHITEOUT.length));
      else put(root, path, child.size, child.isDir);
    }
  };
  walk(layer, '');
}

function remove(root: Node, dir: string, name: string): void {
  const parent = find(root, dir);
  if (parent?.children?.delete(name) && parent.children.size === 0) parent.children = undefined;
}

function find(root: Node, path: string): Node | undefined {
  let node: Node | undefined = root;
  for (const name of path.split('/')) if (name !== '') node = node?.children?.get(name);
  return node;
}

function sizeUnder(node: Node): number {
  let size = node.size;
  if (node.children !== undefined) for (const child of node.children.values()) size += sizeUnder(child);
  return size;
}

/** The order matters only where something is removed. */
function inOrder(node: Node, sorted: boolean): Iterable<readonly [string, Node]> {
  if (node.children === undefined) return [];
  return sorted ? [...node.children].sort(([a], [b]) => compareNames(a, b)) : node.children;
}

function hasWhiteout(node: Node): boolean {
  if (node.children === undefined) return false;
  for (const [name, child] of node.children) if (name.startsWith(WHITEOUT) || hasWhiteout(child)) return true;
  return false;
}
