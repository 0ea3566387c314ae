import * as z from 'zod/mini';

/** A client-made or server-made identity. Clients make the id of what they create, so a repeated request changes nothing twice. */
export const id = z.uuid();
export const instant = z.iso.datetime({ precision: 3 });
export const localDate = z.iso.date();
export const localTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const count = z.int().check(z.gte(0));

/** A line somebody types: an agenda item, an action. Kept as typed, ends trimmed. */
export const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
/** A few sentences: a point, a jotting, a note, a reason. */
export const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
export const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
