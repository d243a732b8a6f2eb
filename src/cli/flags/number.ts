/** strconv.ParseInt / ParseUint with base 0: decimal, 0x, 0o, 0b, underscores between digits. A string result is Go's error. */
export function parseInteger(text: string, bits: number, unsigned = false): bigint | string {
  const fn = unsigned ? 'ParseUint' : 'ParseInt';
  const syntax = `strconv.${fn}: parsing ${JSON.stringify(text)}: invalid syntax`;
  const [, sign, body] = /^([+-]?)(.*)$/s.exec(text)!;
  if (unsigned && sign) return syntax;
  if (!/^(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$/.test(body!)) return syntax;
  const digits = body!.replaceAll('_', '');
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const signed = sign === '-' ? -value : value;
  const limit = 1n << BigInt(unsigned ? bits : bits - 1);
  if (signed >= limit || signed < (unsigned ? 0n : -limit)) return `strconv.${fn}: parsing ${JSON.stringify(text)}: value out of range`;
  return signed;
}

/** strconv.ParseBool; undefined when the text is none of Go's twelve words. */
export function parseBool(text: string): boolean | undefined {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text) ? false : undefined;
}

/** opts.NanoCPUs: a decimal or fraction, in billionths of a CPU. A string result is Docker's error. */
export function parseNanoCpus(text: string): bigint | string {
  const decimal = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const ratio = /^([+-]?)(\d+)\/(\d+)$/.exec(text);
  if (ratio) {
    const [, sign, a, b] = ratio;
    if (BigInt(b!) === 0n) return `failed to parse ${text} as a rational number`;
    return nano(BigInt(`${a}`) * (sign === '-' ? -1n : 1n), BigInt(b!));
  }
  if (!decimal || (decimal[2] === '' && decimal[3] === '')) return `failed to parse ${text} as a rational number`;
  const [, sign, whole, fraction = '', exponent = '0'] = decimal;
  const exp = Number(exponent) - fraction.length;
  if (Math.abs(exp) > 100) return `failed to parse ${text} as a rational number`;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  return exp >= 0 ? nano(digits * 10n ** BigInt(exp), 1n) : nano(digits, 10n ** BigInt(-exp));
}

function nano(numerator: bigint, denominator: bigint): bigint | string {
  const scaled = numerator * 1_000_000_000n;
  return scaled % denominator === 0n ? scaled / denominator : 'value is too precise';
}
