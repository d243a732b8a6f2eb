/** What a station is known by in one build. */
export const keyOf = (stage: number, step: number): string => `${stage}.${step}`;
