import { z } from 'zod';
import type { faultDescription } from './fault-description.ts';

type Described = z.input<typeof faultDescription>;

/** A trouble worth rehearsing, in plain words, and the faults that make it. */
export interface FaultPreset {
  id: string;
  group: 'Mail' | 'Calendar' | 'Teams' | 'Sign-in' | 'Network' | 'Notifications';
  name: string;
  /** What is to be seen when the app takes it well. */
  words: string;
  faults: readonly Described[];
}

/** What of a preset may be chosen when it is switched on. */
export const presetChoice = z
  .strictObject({
    person: z.string(),
    app: z.string(),
    times: z.union([z.int().positive(), z.literal('always')]),
    skip: z.int().min(0),
    probability: z.number().min(0).max(1),
    seed: z.int(),
  })
  .partial();
