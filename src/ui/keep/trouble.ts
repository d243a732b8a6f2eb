// What went wrong, for sentences.

export const whyOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** The device, or what the browser allows this site, is full. */
export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
