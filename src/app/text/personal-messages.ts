import { homeText } from './home.ts';
import { peopleText } from './people.ts';
import { ruleText } from './rule.ts';
import { scheduleText } from './schedule.ts';

/** The sentences of the personal tab alone, which the panel does not carry. */
export const personalMessages = { ...homeText, ...peopleText, ...ruleText, ...scheduleText } as const;

export type PersonalMessages = typeof personalMessages;
