import * as z from 'zod/mini';
import { empty } from './changes.ts';
import type { Route } from './route.ts';
import { localTime } from './scalars.ts';
import { weekday } from './series.ts';

const hours = z.strictObject({
  days: z.array(weekday).check(z.minLength(1), z.maxLength(7)),
  from: localTime,
  until: localTime,
});

/** Hours one keeps free, week after week, by the clock where one works. Sent, they are all there are. */
export const protectedHours = z.strictObject({ hours: z.array(hours).check(z.maxLength(10)) });

export const protectedHoursApi = {
  protectedHours: {
    method: 'GET',
    path: '/api/protected-hours',
    access: 'anyone-signed-in',
    request: empty,
    response: protectedHours,
  },
  keepProtectedHours: {
    method: 'PUT',
    path: '/api/protected-hours',
    access: 'anyone-signed-in',
    request: protectedHours,
    response: protectedHours,
  },
} as const satisfies Record<string, Route>;
