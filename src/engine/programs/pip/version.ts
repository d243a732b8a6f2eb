/** Compares release numbers of Python versions (PEP 440); pre-releases and post-releases count by their numbers only. */
export function compareVersions(a: string, b: string): number {
  const parts = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A requirement: a name, and clauses that a version must meet. */
export interface Requirement {
  /** As it was written. */
  readonly text: string;
  readonly name: string;
  readonly extras: string;
  readonly clauses: readonly (readonly [operator: string, version: string])[];
}

/** Names of distributions compare without case, dots and dashes (PEP 503). */
export const canonical = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** Reads `name[extra]>=1,<2 ; marker`; undefined for what is no requirement. */
export function parseRequirement(text: string): Requirement | undefined {
  const plain = text.replace(/\s*;.*$/, '').trim();
  const match = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^\]]*\])?\s*\(?([^()]*)\)?$/.exec(plain);
  if (match === null) return undefined;
  const [, name = '', extras = '', rest = ''] = match;
  const clauses: (readonly [string, string])[] = [];
  for (const clause of rest.split(',')) {
    if (clause.trim() === '') continue;
    const [, operator, version] = /^\s*(===|==|~=|!=|<=|>=|<|>)\s*([\w.*+!-]+)\s*$/.exec(clause) ?? [];
    if (operator === undefined || version === undefined) return undefined;
    clauses.push([operator, version]);
  }
  return { text: plain.replace(/\s+/g, ''), name, extras, clauses };
}

/** Whether a version meets every clause. */
export function satisfies(version: string, { clauses }: Pick<Requirement, 'clauses'>): boolean {
  return clauses.every(([operator, wanted]) => {
    if (wanted.endsWith('.*')) {
      const inside = version === wanted.slice(0, -2) || version.startsWith(wanted.slice(0, -1));
      return operator === '!=' ? !inside : inside;
    }
    const order = compareVersions(version, wanted);
    switch (operator) {
      case '==':
      case '===':
        return order === 0;
      case '!=':
        return order !== 0;
      case '>=':
        return order >= 0;
      case '<=':
        return order <= 0;
      case '>':
        return order > 0;
      case '<':
        return order < 0;
    }
    const stem = wanted.split('.').slice(0, -1).join('.');
    return order >= 0 && (version === stem || version.startsWith(`${stem}.`));
  });
}
