export const homeText = {} as const;
