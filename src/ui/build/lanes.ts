/** Pixels of a line above a row, and before the first. */
const LANE = 10;
const LEAD = 6;

/** How far below the row above a join runs. */
export const laneAt = (lane: number): number => LEAD + lane * LANE;

/** The room that so many joins take above a row. */
export const lanesHeight = (lanes: number): number => (lanes === 0 ? 0 : LEAD + lanes * LANE);
