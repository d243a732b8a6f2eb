import { CallError } from './function.ts';
import { formatValue } from './print.ts';
import { compareBytes, type GoKind, type GoValue, kindOf, scalar, typeName } from './value.ts';

/** The `eq ne lt le gt ge` builtins. Source: go/src/text/template/funcs.go. */
export function goEqual(first: GoValue | undefined, others: readonly (GoValue | undefined)[]): boolean {
  if (others.length === 0) throw new CallError('missing argument for comparison');
  if (kindOf(first) === 'slice' || kindOf(first) === 'map') {
    if (others.some((o) => o !== undefined && o !== null))
      throw new CallError(`non-comparable type ${describe(first)}: ${typeName(first)}`);
  }
  return others.some((other) => equalPair(first, other));
}

function describe(v: GoValue | undefined): string {
  return v === undefined || v === null ? '<nil>' : formatValue(v);
}

function equalPair(a: GoValue | undefined, b: GoValue | undefined): boolean {
  const ka = kindOf(a);
  const kb = kindOf(b);
  if (ka !== kb) {
    if (isNumber(ka) && isNumber(kb) && ka !== 'float' && kb !== 'float') return integer(a!) === integer(b!);
    if (ka !== 'invalid' && kb !== 'invalid') {
      if (typeName(a) === typeName(b)) return false;
      throw new CallError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
    }
    return false;
  }
  switch (ka) {
    case 'invalid':
      return true;
    case 'bool':
    case 'string':
      return scalar(a!) === scalar(b!);
    case 'int':
    case 'uint':
      return integer(a!) === integer(b!);
    case 'float':
      return Number(scalar(a!)) === Number(scalar(b!));
    case 'slice':
    case 'map':
      throw new CallError(`non-comparable type ${describe(b)}: ${typeName(b)}`);
    default:
      return a === b;
  }
}

/** a < b; integers by value, strings by bytes. */
export function goLess(a: GoValue | undefined, b: GoValue | undefined): boolean {
  const ka = basicKind(a);
  const kb = basicKind(b);
  if (ka !== kb) {
    if (isNumber(ka) && isNumber(kb) && ka !== 'float' && kb !== 'float') return integer(a!) < integer(b!);
    throw new CallError(`incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`);
  }
  switch (ka) {
    case 'bool':
      throw new CallError('invalid type for comparison');
    case 'string':
      return compareBytes(scalar(a!) as string, scalar(b!) as string) < 0;
    case 'float':
      return Number(scalar(a!)) < Number(scalar(b!));
    default:
      return integer(a!) < integer(b!);
  }
}

function basicKind(v: GoValue | undefined): GoKind {
  const kind = kindOf(v);
  if (kind === 'bool' || kind === 'string' || isNumber(kind)) return kind;
  throw new CallError('invalid type for comparison');
}

function isNumber(kind: GoKind): boolean {
  return kind === 'int' || kind === 'uint' || kind === 'float';
}

function integer(v: GoValue): bigint {
  return BigInt(scalar(v) as number | bigint);
}
