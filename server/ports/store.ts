import type { Action } from '#core/actions/action.ts';
import type { AgendaItem, Jotting } from '#core/agenda/agenda-item.ts';
import type { Agreement } from '#core/agreement/agreement.ts';
import type { DevelopmentNeed } from '#core/objectives/development-need.ts';
import type { Objective } from '#core/objectives/objective.ts';
import type { OwnStandingItem, PreparationWish } from '#core/agenda/own-standing-item.ts';
import type { SingleEvent } from '#core/event/single-event.ts';
import type { Measure, Reading } from '#core/measures/measure.ts';
import type { Meeting, MeetingKind } from '#core/meeting/meeting.ts';
import type { Pair, PairRole } from '#core/people/pair.ts';
import type { KnownZone } from '#core/people/mailbox-clock.ts';
import type { Actor, Person } from '#core/people/person.ts';
import type { Standing } from '#core/policy/standing.ts';
import type { CoverageTick, Point } from '#core/record/point.ts';
import type { Series } from '#core/series/series.ts';
import type { Instant } from '#core/time-types.ts';
import type { Effect, EffectBody } from './effect.ts';
import type { OwnThings } from './own-things.ts';
import type { Following } from './following.ts';
import type { BookingJobs } from './booking-jobs.ts';
import type { PolicyRecords } from './policies.ts';
import type { PairHours } from './hours.ts';
import type { Reschedulings } from './reschedulings.ts';
import type { SignOffs } from './sign-offs.ts';
import type { OwnStandingItems } from './standing-items.ts';
import type { SingleEvents } from './single-events.ts';
import type { Arrangements, Standings } from './standings.ts';
import type { Duties, Forms, FoundPoint, PointSearch } from './forms.ts';
import type { Handovers } from './handovers.ts';

/** Everybody here is found within the transaction's tenant and, for a pair's words, only by that pair's two: the database enforces it again. */
export interface People {
  find(ids: readonly string[]): Promise<readonly Person[]>;
  save(people: readonly Person[]): Promise<void>;
  /** How many people of the tenant are alike in what policies group them by. */
  alike(): Promise<readonly PeopleAlike[]>;
  /** Of these people, which of them the directory no longer has or lets in; the others are here. */
  sayGone(ids: readonly string[], gone: ReadonlySet<string>, at: Instant): Promise<void>;
  isGone(id: string): Promise<boolean>;
  /** Since when the directory has them no more; whoever is here is left out. */
  goneSince(ids: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  /** Of those who are known. */
  zones(ids: readonly string[]): Promise<ReadonlyMap<string, KnownZone>>;
  /** What each source last said of somebody's zone; which zone counts is saved with the person. */
  saveZonesSaid(said: ReadonlyMap<string, KnownZone['said']>): Promise<void>;
}

/** So many people, with what is the same of them. */
export interface PeopleAlike extends Pick<Person, 'grade' | 'contract' | 'hasReports' | 'unit'> {
  readonly count: number;
}

/** Somebody else who supervises the same employee. */
export interface Beside {
  readonly personId: string;
  readonly role: PairRole;
}

export interface Pairs {
  find(pairId: string): Promise<Pair | null>;
  /** Pairs the person is one of, ended ones included. */
  ofPerson(personId: string): Promise<readonly Pair[]>;
  /** Who else supervises the employee of a running pair of one's own, and as what (OD3a-18). Nothing more of their pair. */
  besides(pairId: string): Promise<readonly Beside[]>;
  save(pair: Pair): Promise<void>;
  /** Sequence numbers of the person's pairs. */
  seqs(personId: string): Promise<Readonly<Record<string, number>>>;
  seq(pairId: string): Promise<number>;
  /** Takes the pair's lock for this transaction: changes of one pair happen one after the other. */
  lock(pairId: string): Promise<void>;
  /** The same, for the pair a thing belongs to. @throws Refusal `not-found` */
  lockOf(thing: Exclude<Thing, 'pair'>, id: string): Promise<void>;
}

export interface SeriesStore {
  find(seriesId: string): Promise<Series | null>;
  /** The one not ended; null: none. */
  current(pairId: string): Promise<Series | null>;
  currentOf(pairIds: readonly string[]): Promise<readonly Series[]>;
  byChat(chatId: string): Promise<Series | null>;
  byEvent(eventId: string): Promise<Series | null>;
  save(series: Series): Promise<void>;
}

export interface Meetings {
  find(meetingId: string): Promise<Meeting | null>;
  /** Together with the pair whose it is. */
  withPair(meetingId: string): Promise<{ readonly meeting: Meeting; readonly pair: Pair } | null>;
  /** By start, oldest first. */
  ofPair(pairId: string): Promise<readonly Meeting[]>;
  ofPairs(pairIds: readonly string[]): Promise<readonly Meeting[]>;
  save(meetings: readonly Meeting[]): Promise<void>;
}

export interface Agendas {
  find(itemId: string): Promise<AgendaItem | null>;
  ofMeetings(meetingIds: readonly string[]): Promise<readonly AgendaItem[]>;
  save(items: readonly AgendaItem[], pairId: string): Promise<void>;
  remove(itemId: string): Promise<void>;
}

/** Jottings: readable by their author alone, in the database too. */
export interface Preparations {
  find(jottingId: string): Promise<Jotting | null>;
  ofMeeting(meetingId: string, authorId: string): Promise<readonly Jotting[]>;
  save(jotting: Jotting, pairId: string): Promise<void>;
  remove(jottingId: string): Promise<void>;
  /** Who of a pair wants time kept before each of its meetings (ESS-4). */
  wishes(pairId: string): Promise<readonly PreparationWish[]>;
  saveWish(wish: PreparationWish): Promise<void>;
  removeWish(pairId: string, personId: string): Promise<void>;
}

export interface Records {
  findPoint(pointId: string): Promise<Point | null>;
  pointsOf(meetingIds: readonly string[]): Promise<readonly Point[]>;
  /** Newest first. */
  findPoints(search: PointSearch): Promise<readonly FoundPoint[]>;
  savePoint(point: Point, pairId: string): Promise<void>;
  removePoint(pointId: string): Promise<void>;
  ticksOf(meetingIds: readonly string[]): Promise<readonly CoverageTick[]>;
  saveTick(tick: CoverageTick, pairId: string): Promise<void>;
  removeTick(meetingId: string, topicId: string): Promise<void>;
}

export interface Actions {
  find(actionId: string): Promise<Action | null>;
  /** With history. Newest last. */
  ofPairs(pairIds: readonly string[]): Promise<readonly Action[]>;
  /** A new one, just agreed. False, and nothing is done, when there is one with this id already, whosever it is. */
  add(action: Action): Promise<boolean>;
  save(actions: readonly Action[]): Promise<void>;
}

export interface Measures {
  find(measureId: string): Promise<Measure | null>;
  ofPair(pairId: string): Promise<readonly Measure[]>;
  save(measure: Measure): Promise<void>;
  saveReading(measureId: string, pairId: string, reading: Reading): Promise<void>;
}

/** Agreements on how a pair meets, every version. */
export interface Agreements {
  /** By pair and version, oldest first. */
  ofPairs(pairIds: readonly string[]): Promise<readonly Agreement[]>;
  save(agreement: Agreement): Promise<void>;
  /** A version not signed by both. */
  remove(agreementId: string): Promise<void>;
}

/** What an employee works towards, and wants to learn on the way. */
export interface Objectives {
  find(objectiveId: string): Promise<Objective | null>;
  /** With history. Newest last. */
  ofPairs(pairIds: readonly string[]): Promise<readonly Objective[]>;
  save(objective: Objective): Promise<void>;
  findNeed(needId: string): Promise<DevelopmentNeed | null>;
  needsOf(pairId: string): Promise<readonly DevelopmentNeed[]>;
  saveNeed(need: DevelopmentNeed): Promise<void>;
}

/** How far a promise is; nothing of what is in it. */
export interface Delivery extends Pick<
  Effect,
  'id' | 'pairId' | 'state' | 'parkedFor' | 'actingId' | 'claims' | 'promisedAt' | 'settledAt'
> {
  readonly kind: EffectBody['kind'];
  /** Null: about the series as a whole. */
  readonly meetingId: string | null;
}

export interface Effects {
  find(effectId: string): Promise<Effect | null>;
  ofPair(pairId: string): Promise<readonly Effect[]>;
  ofPairs(pairIds: readonly string[]): Promise<readonly Effect[]>;
  deliveriesOf(pairIds: readonly string[]): Promise<readonly Delivery[]>;
  /** Whether somebody besides the two was asked to a meeting (OD3a-18). */
  isOfThree(meetingId: string): Promise<boolean>;
  /** Promises, or changes what was promised. */
  save(effect: Effect): Promise<void>;
}

/** What a route can be about. */
export type Thing = 'pair' | 'meeting' | 'item' | 'jotting' | 'point' | 'action' | 'measure' | 'objective' | 'effect';

/** The pair a thing belongs to, and its two. */
export interface Owners {
  readonly pairId: string;
  readonly supervisorId: string;
  readonly employeeId: string;
}

/** Another meeting an item stands on. */
export interface ItemPlace {
  readonly meetingId: string;
  readonly start: Instant;
  readonly kind: MeetingKind;
}

/** An item on an agenda, with the meeting it came from and, once it has left, the one it went to. */
export interface PlacedItem extends AgendaItem {
  readonly cameFrom: ItemPlace | null;
  readonly wentTo: ItemPlace | null;
}

/** What the screens of one meeting show, for one of its two. */
export interface MeetingFile {
  readonly meeting: Meeting;
  readonly pair: Pair;
  readonly seq: number;
  /** The two. */
  readonly people: readonly Person[];
  /** The meeting's series, while it is not ended. */
  readonly series: Pick<Series, 'id' | 'eventId' | 'joinUrl'> | null;
  /** The event of a meeting that is no part of a series, while it is not ended. */
  readonly singleEvent: Pick<SingleEvent, 'id' | 'eventId' | 'joinUrl'> | null;
  /** Time the person keeps free to prepare for this meeting. */
  readonly preparation: Pick<SingleEvent, 'id' | 'state' | 'start' | 'end'> | null;
  /** Whether the person wants such time before each meeting of the pair. */
  readonly preparesEach: boolean;
  /** Somebody besides the two was asked to it (OD3a-18). */
  readonly isOfThree: boolean;
  /** What the pair puts on every agenda, oldest first. */
  readonly ownStandingItems: readonly OwnStandingItem[];
  /** Of the pair's meetings the one held before this, those held since the last, and those to come; oldest first. */
  readonly meetings: readonly Pick<Meeting, 'id' | 'kind' | 'state' | 'start' | 'end' | 'closedAt'>[];
  readonly items: readonly PlacedItem[];
  /** The person's own. */
  readonly jottings: readonly Jotting[];
  readonly points: readonly Point[];
  readonly ticks: readonly CoverageTick[];
  /** Raised in the meeting, open, or settled since the meeting held before it. Newest last. */
  readonly actions: readonly Action[];
  readonly measures: readonly Measure[];
  /** Null: the pair was never looked at. */
  readonly standing: Standing | null;
  /** Of the meeting and of its series. */
  readonly deliveries: readonly Delivery[];
}

/** One transaction: all of it happens, or none. */
export interface Transaction extends OwnThings {
  readonly people: People;
  readonly pairs: Pairs;
  readonly series: SeriesStore;
  readonly meetings: Meetings;
  readonly singleEvents: SingleEvents;
  readonly agendas: Agendas;
  readonly ownStandingItems: OwnStandingItems;
  readonly preparations: Preparations;
  readonly records: Records;
  readonly actions: Actions;
  readonly forms: Forms;
  readonly duties: Duties;
  readonly measures: Measures;
  readonly agreements: Agreements;
  readonly objectives: Objectives;
  readonly effects: Effects;
  readonly following: Following;
  readonly policies: PolicyRecords;
  readonly signOffs: SignOffs;
  readonly standings: Standings;
  readonly arrangements: Arrangements;
  readonly handovers: Handovers;
  readonly jobs: BookingJobs;
  readonly hours: PairHours;
  readonly reschedulings: Reschedulings;
  /** Raises the pair's sequence number, writes the change log, and tells open screens once committed. Returns the new number. */
  changed(pairId: string, what: string): Promise<number>;
}

/** That a pair changed, told to every process after commit. */
export interface ChangeNotice {
  readonly tenantId: string;
  readonly pairId: string;
  readonly memberIds: readonly string[];
  readonly seq: number;
}

export interface Store {
  /** Runs as this person: row-level security shows nobody else's pairs. */
  asPerson<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Asked before access is decided, in one round trip. Null: no such thing in this tenant, or not for this person. */
  ownersOf(actor: Actor, thing: Thing, id: string): Promise<Owners | null>;
  /** Read in one round trip. Null: no such meeting, or not for this person. */
  meetingFile(actor: Actor, meetingId: string): Promise<MeetingFile | null>;
  onChange(listener: (notice: ChangeNotice) => void): () => void;
  close(): Promise<void>;
}

/** What the worker may do beside: find promised effects whose hour has come. It sees no content but an effect's own body. */
export interface EffectQueue {
  /** Effects to try now: promised, `nextAt` reached, first of their lane, oldest first. */
  ready(now: Instant, most: number): Promise<readonly Effect[]>;
  /** Takes an effect for this process for `leaseSeconds`; false: somebody else has it or it is settled. */
  claim(effect: Effect, now: Instant, leaseSeconds: number): Promise<boolean>;
  /** When the next promised effect is due; null: none. */
  nextAt(): Promise<Instant | null>;
  onPromise(listener: () => void): () => void;
}
