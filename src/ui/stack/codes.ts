import { paint } from '../picture/paint.ts';

/** The codes of layers that stand together: four digits, six where four are equal for two of them. */
export function codesOf(diffIDs: readonly string[]): Readonly<Record<string, string>> {
  const byCode = new Map<string, Set<string>>();
  for (const diffID of diffIDs) {
    const { code } = paint(diffID);
    byCode.set(code, (byCode.get(code) ?? new Set()).add(diffID));
  }
  const long = (diffID: string): string => diffID.replace(/^[a-z0-9]+:/, '').slice(0, 6);
  return Object.fromEntries(
    diffIDs.map((diffID) => {
      const { code } = paint(diffID);
      return [diffID, (byCode.get(code)?.size ?? 0) > 1 ? long(diffID) : code];
    }),
  );
}
