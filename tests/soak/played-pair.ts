import type { Instant, LocalDate } from '#core/time-types.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { diceOf, type Dice } from './dice.ts';

export interface Player extends PersonClient {
  readonly key: string;
  readonly mail: string;
  readonly zone: string;
}

/** Something a person wrote and Duologue said it has. */
export interface Said {
  readonly kind: 'item' | 'jotting' | 'point' | 'action';
  readonly text: string;
  readonly meetingId: string;
  readonly by: Player;
  readonly at: Instant;
}

/** A manager and a report who play, and what the game knows of them besides what Outlook and Duologue say. */
export interface PlayedPair {
  readonly key: string;
  /** The pair the employee began with: theirs all have it in common, whoever holds the one-to-ones. */
  readonly root: string;
  readonly manager: Player;
  readonly report: Player;
  /** Somebody else who supervises the employee. */
  readonly third: Player | null;
  readonly pairId: string;
  readonly subject: string;
  readonly dice: Dice;
  /** The pair this one holds the one-to-ones for, for a while; null: for itself. */
  readonly standsInFor: PlayedPair | null;
  /** How often somebody asked for a series that Outlook had to make. */
  asked: number;
  /** How often somebody asked for a meeting that is no part of the series, by what it is called in Outlook. */
  readonly askedSingles: Map<string, number>;
  /** How often somebody closed a meeting whose summary is mailed. */
  closed: number;
  readonly said: Said[];
  /** The day of the rule each planned meeting was tied to when it was last looked at. */
  readonly ties: Map<string, string>;
  /** Where each planned meeting was when the pair was last judged. */
  readonly starts: Map<string, Instant>;
  judgedAt: Instant | null;
  /** The meeting whose agenda both agreed to last. */
  agreed: string | null;
  /** Meetings whose agenda both agreed to: it went to Outlook before its hour. */
  readonly everAgreed: Set<string>;
  /** So many days before each meeting its agenda goes to Outlook by itself; null: nothing is agreed. */
  sharing: Sharing | null;
  /** The last day of the pair; null: none is known. */
  endsOn: LocalDate | null;
  /** Somebody let the series go on in Outlook when its last day was known already. */
  isStretched: boolean;
  /** What they did, to be read when something goes wrong. */
  readonly steps: string[];
}

/** What the two agreed about when an agenda is shared, and before that. */
interface Sharing {
  readonly days: number;
  readonly since: Instant;
  readonly before: Sharing | null;
}

type Known = Pick<PlayedPair, 'key' | 'root' | 'manager' | 'report' | 'third' | 'pairId' | 'endsOn' | 'standsInFor'>;

/** A pair that begins to play. Its dice follow from the seed and its key alone. */
export function playedPair(seed: number, known: Known): PlayedPair {
  return {
    ...known,
    subject: `One-to-one: ${known.manager.key} and ${known.report.key}`,
    dice: diceOf(`${seed} ${known.key}`),
    asked: 0,
    askedSingles: new Map(),
    closed: 0,
    said: [],
    ties: new Map(),
    starts: new Map(),
    judgedAt: null,
    agreed: null,
    everAgreed: new Set(),
    sharing: null,
    isStretched: false,
    steps: [],
  };
}
