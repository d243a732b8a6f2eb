import { CallError } from './function.ts';
import { formatValue } from './print.ts';
import { compareBytes, type GoKind, GoMap, GoNil, GoSlice, type GoValue, kindOf, scalar, typeName } from './value.ts';

/** The `eq` builtin: whether the first equals any of the others. Source: go/src/text/template/funcs.go. */
export function goEqual(first: GoValue | undefined, others: readonly (GoValue | undefined)[]): boolean {
  if (others.length === 0) throw new CallError('missing argument for comparison');
  return others.some((other) => equalPair(first, other));
}

function equalPair(a: GoValue | undefined, b: GoValue | undefined): boolean {
  const ka = basicKind(a);
  const kb = basicKind(b);
  if (ka !== kb) {
    if (isWhole(ka) && isWhole(kb)) return integer(a!) === integer(b!);
    if (a === undefined || a === null || b === undefined || b === null) return false;
    throw new CallError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
  }
  if (ka === undefined) return equalOther(a, b);
  if (ka === 'float') return Number(scalar(a!)) === Number(scalar(b!));
  return isWhole(ka) ? integer(a!) === integer(b!) : scalar(a!) === scalar(b!);
}

function equalOther(a: GoValue | undefined, b: GoValue | undefined): boolean {
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  for (const v of [a!, b!]) {
    const kind = kindOf(v);
    if (kind === 'slice' || kind === 'map') throw new CallError(`non-comparable type ${formatValue(v)}: ${typeName(v)}`);
  }
  return a === b;
}

function isNil(v: GoValue | undefined): boolean {
  if (v === undefined || v === null || v instanceof GoNil) return true;
  return (v instanceof GoSlice && v.items === null) || (v instanceof GoMap && v.entries === null);
}

/** a < b; integers by value, strings by bytes. */
export function goLess(a: GoValue | undefined, b: GoValue | undefined): boolean {
  const ka = orderedKind(a);
  const kb = orderedKind(b);
  if (ka !== kb) {
    if (isWhole(ka) && isWhole(kb)) return integer(a!) < integer(b!);
    throw new CallError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
  }
  if (ka === 'bool') throw new CallError('invalid type for comparison');
  if (ka === 'string') return compareBytes(scalar(a!) as string, scalar(b!) as string) < 0;
  return ka === 'float' ? Number(scalar(a!)) < Number(scalar(b!)) : integer(a!) < integer(b!);
}

function orderedKind(v: GoValue | undefined): GoKind {
  const kind = basicKind(v);
  if (kind === undefined) throw new CallError('invalid type for comparison');
  return kind;
}

/** Go's basicKind; undefined for everything that is no bool, string or number. */
function basicKind(v: GoValue | undefined): GoKind | undefined {
  const kind = kindOf(v);
  return kind === 'bool' || kind === 'string' || kind === 'int' || kind === 'uint' || kind === 'float' ? kind : undefined;
}

function isWhole(kind: GoKind | undefined): boolean {
  return kind === 'int' || kind === 'uint';
}

function integer(v: GoValue): bigint {
  return BigInt(scalar(v) as number | bigint);
}
