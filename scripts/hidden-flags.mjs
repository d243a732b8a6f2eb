// Flags that Docker's client takes and its help does not show; by command path.
export const EXTRA_FLAGS = {};
