import * as z from 'zod/mini';
import { isZone } from '#core/time.ts';

/** A client-made or server-made identity. Clients make the id of what they create, so a repeated request changes nothing twice. */
export const id = z.uuid();
/** Days and moments far from anybody's meetings are mistakes, and arithmetic on them is not worth defending. */
function isOfOurTime(text: string): boolean {
  return text >= '1970' && text < '2100';
}

export const instant = z.iso.datetime({ precision: 3 }).check(z.refine(isOfOurTime, 'not of our time'));
export const localDate = z.iso.date().check(z.refine(isOfOurTime, 'not of our time'));
export const zone = z.string().check(z.maxLength(64), z.refine(isZone, 'not a time zone'));
/** The id of a topic, as policies write it. */
export const topicKey = z.string().check(z.regex(/^[\w-]{1,64}$/));
export const localTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const count = z.int().check(z.gte(0));

/** A line somebody types: an agenda item, an action. Kept as typed, ends trimmed. */
export const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
/** A few sentences: a point, a jotting, a note, a reason. */
export const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
export const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
