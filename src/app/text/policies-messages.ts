import { policiesText } from './policies.ts';

/** The sentences of whoever looks after the organisation's policies, which nobody else's pages carry. */
export const policiesMessages = { ...policiesText } as const;

export type PoliciesMessages = typeof policiesMessages;
