export const scheduleText = {} as const;
