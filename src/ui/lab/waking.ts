// What a lab that sleeps, its parts, and the page around it say to each other.

/** Set on this device when a lab has something to come back to. */
export const keptKey = (lab: string): string => `strata.kept.${lab}`;

/** Told to a lab: a part that sleeps was clicked. */
export const wakeEvent = 'strata:wake';
/** Told by a part's element when it listens; the element then has `data-live`. */
export const liveEvent = 'strata:live';
