/** How a start stands: gone by, promised to somebody else, outside the hours of some, free, half in the way, in the way. */
export const past = -3;
export const barred = -2;
export const shut = -1;
export const free = 0;
export const halfTaken = 1;
export const taken = 2;
