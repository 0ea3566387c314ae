import { randomUUID } from 'node:crypto';
import type { Actor } from '#core/people/person.ts';
import type { Store, Transaction } from '#server/ports/store.ts';
import { now } from './engines.ts';
import type { PairExample } from './examples.ts';

/** Each way to read something of a pair. */
export const readers: Record<string, (tx: Transaction, of: PairExample) => Promise<unknown>> = {
  'pairs.find': (tx, { pair }) => tx.pairs.find(pair.id),
  'pairs.ofPerson': (tx, { supervisor }) => tx.pairs.ofPerson(supervisor.personId),
  'pairs.seqs': (tx, { employee }) => tx.pairs.seqs(employee.personId),
  'series.find': (tx, { series }) => tx.series.find(series.id),
  'series.current': (tx, { pair }) => tx.series.current(pair.id),
  'series.byChat': (tx, { series }) => tx.series.byChat(series.chatId ?? ''),
  'series.byEvent': (tx, { series }) => tx.series.byEvent(series.eventId ?? ''),
  'meetings.find': (tx, { meeting }) => tx.meetings.find(meeting.id),
  'meetings.withPair': (tx, { meeting }) => tx.meetings.withPair(meeting.id),
  'meetings.ofPair': (tx, { pair }) => tx.meetings.ofPair(pair.id),
  'meetings.ofPairs': (tx, { pair }) => tx.meetings.ofPairs([pair.id]),
  'singleEvents.find': (tx, { singleEvent }) => tx.singleEvents.find(singleEvent.id),
  'singleEvents.ofMeetings': (tx, { meeting }) => tx.singleEvents.ofMeetings([meeting.id]),
  'singleEvents.byChat': (tx, { singleEvent }) => tx.singleEvents.byChat(singleEvent.chatId ?? ''),
  'singleEvents.byEvent': (tx, { singleEvent }) => tx.singleEvents.byEvent(singleEvent.eventId ?? ''),
  'ownStandingItems.find': (tx, { standingItem }) => tx.ownStandingItems.find(standingItem.id),
  'ownStandingItems.ofPair': (tx, { pair }) => tx.ownStandingItems.ofPair(pair.id),
  'reschedulings.wishes': (tx, { pair }) => tx.reschedulings.wishes([pair.id]),
  'reschedulings.kept': (tx, { pair }) => tx.reschedulings.kept([pair.id]),
  'reschedulings.moved': (tx, { pair }) => tx.reschedulings.moved([pair.id]),
  'preparations.wishes': (tx, { pair }) => tx.preparations.wishes(pair.id),
  'agendas.find': (tx, { item }) => tx.agendas.find(item.id),
  'agendas.ofMeetings': (tx, { meeting }) => tx.agendas.ofMeetings([meeting.id]),
  'preparations.find': (tx, { jotting }) => tx.preparations.find(jotting.id),
  'preparations.ofMeeting': (tx, { jotting }) => tx.preparations.ofMeeting(jotting.meetingId, jotting.authorId),
  'records.findPoint': (tx, { point }) => tx.records.findPoint(point.id),
  'records.pointsOf': (tx, { meeting }) => tx.records.pointsOf([meeting.id]),
  'records.ticksOf': (tx, { meeting }) => tx.records.ticksOf([meeting.id]),
  'actions.find': (tx, { action }) => tx.actions.find(action.id),
  'actions.ofPairs': (tx, { pair }) => tx.actions.ofPairs([pair.id]),
  'measures.find': (tx, { measure }) => tx.measures.find(measure.id),
  'measures.ofPair': (tx, { pair }) => tx.measures.ofPair(pair.id),
  'agreements.ofPairs': (tx, { pair }) => tx.agreements.ofPairs([pair.id]),
  'objectives.find': (tx, { objective }) => tx.objectives.find(objective.id),
  'objectives.ofPairs': (tx, { pair }) => tx.objectives.ofPairs([pair.id]),
  'objectives.findNeed': (tx, { need }) => tx.objectives.findNeed(need.id),
  'objectives.needsOf': (tx, { pair }) => tx.objectives.needsOf(pair.id),
  'effects.find': (tx, { effect }) => tx.effects.find(effect.id),
  'effects.ofPair': (tx, { pair }) => tx.effects.ofPair(pair.id),
  'effects.ofPairs': (tx, { pair }) => tx.effects.ofPairs([pair.id]),
  'effects.deliveriesOf': (tx, { pair }) => tx.effects.deliveriesOf([pair.id]),
  'forms.valuesOf': (tx, { meeting }) => tx.forms.valuesOf([meeting.id]),
  'forms.notApplicableOf': (tx, { meeting }) => tx.forms.notApplicableOf([meeting.id]),
  'forms.writeUpOf': (tx, { meeting }) => tx.forms.writeUpOf(meeting.id),
  'duties.find': (tx, { form }) => tx.duties.find(form.duty.id),
  'duties.ofPerson': (tx, { form }) => tx.duties.ofPerson(form.duty.personId),
  'following.newsOf': (tx, { pair }) => tx.following.newsOf([pair.id]),
  'following.findNews': (tx, { news }) => tx.following.findNews(news.id),
  'following.seriesBases': async (tx, { pair }) => [...(await tx.following.seriesBases(pair.id))],
  'following.meetingBases': async (tx, { pair }) => [...(await tx.following.meetingBases(pair.id))],
  'standings.ofPairs': (tx, { pair }) => tx.standings.ofPairs([pair.id]),
  'standings.factsOf': (tx, { pair }) => tx.standings.factsOf([pair.id]),
  'handovers.find': (tx, { handover }) => tx.handovers.find(handover.id),
  'handovers.ofPairs': (tx, { pair }) => tx.handovers.ofPairs([pair.id]),
  'arrangements.ofPair': (tx, { pair }) => tx.arrangements.ofPair(pair.id),
  'series.currentOf': (tx, { pair }) => tx.series.currentOf([pair.id]),
  'signOffs.sealOf': (tx, { seal }) => tx.signOffs.sealOf(seal.meetingId),
  'signOffs.signaturesOf': (tx, { signature }) => tx.signOffs.signaturesOf([signature.meetingId]),
  'signOffs.addendaOf': (tx, { addendum }) => tx.signOffs.addendaOf(addendum.meetingId),
};
/** What is no pair's: policies are for a whole tenant to read (policies.test.ts). */
export const ofTenants = new Set([
  'policy_revision',
  'policy_version',
  'policy_activation',
  'unit_standard',
  'policy_run',
  'feed',
  // Whoever looks after one-to-ones sees a job and how it stands (job-store.test.ts); a worker carries it out.
  'job',
  'job_item',
  // A mailbox is its owner's, and how fresh it is for whoever meets them (following-store.test.ts).
  'outlook_watch',
  // What somebody's own token was refused is theirs alone (token-refusal-store.test.ts).
  'token_refusal',
]);
export const glances: Record<string, (store: Store, actor: Actor, of: PairExample) => Promise<unknown>> = {
  'ownersOf pair': (store, actor, { pair }) => store.ownersOf(actor, 'pair', pair.id),
  'ownersOf meeting': (store, actor, { meeting }) => store.ownersOf(actor, 'meeting', meeting.id),
  'ownersOf item': (store, actor, { item }) => store.ownersOf(actor, 'item', item.id),
  'ownersOf jotting': (store, actor, { jotting }) => store.ownersOf(actor, 'jotting', jotting.id),
  'ownersOf point': (store, actor, { point }) => store.ownersOf(actor, 'point', point.id),
  'ownersOf action': (store, actor, { action }) => store.ownersOf(actor, 'action', action.id),
  'ownersOf measure': (store, actor, { measure }) => store.ownersOf(actor, 'measure', measure.id),
  'ownersOf objective': (store, actor, { objective }) => store.ownersOf(actor, 'objective', objective.id),
  'ownersOf effect': (store, actor, { effect }) => store.ownersOf(actor, 'effect', effect.id),
  // Jottings are their author's, and looked at on their own below; so is time somebody keeps for themselves.
  meetingFile: async (store, actor, { meeting }) => {
    const file = await store.meetingFile(actor, meeting.id);
    return file === null ? null : { ...file, jottings: [], preparation: null, preparesEach: false };
  },
};
export const ofAuthorAlone = new Set(['preparations.find', 'preparations.ofMeeting', 'ownersOf jotting']);

/** Each way to change or take something of a pair. */
export const writers: Record<string, (tx: Transaction, of: PairExample) => Promise<unknown>> = {
  'pairs.lock': (tx, { pair }) => tx.pairs.lock(pair.id),
  'pairs.seq': (tx, { pair }) => tx.pairs.seq(pair.id),
  'pairs.save': (tx, { pair }) => tx.pairs.save({ ...pair, role: 'temporary' }),
  'series.save': (tx, { series }) => tx.series.save({ ...series, subject: 'taken' }),
  'meetings.save': (tx, { meeting }) => tx.meetings.save([{ ...meeting, reason: 'taken' }]),
  'singleEvents.save': (tx, { singleEvent }) => tx.singleEvents.save({ ...singleEvent, state: 'ended' }),
  'ownStandingItems.save': (tx, { standingItem }) => tx.ownStandingItems.save({ ...standingItem, title: 'taken' }),
  'preparations.saveWish': (tx, { wish }) => tx.preparations.saveWish({ ...wish, minutes: 1 }),
  'agendas.save': (tx, { item, pair }) => tx.agendas.save([{ ...item, title: 'taken' }], pair.id),
  'preparations.save': (tx, { jotting, pair }) => tx.preparations.save({ ...jotting, text: 'taken' }, pair.id),
  'records.savePoint': (tx, { point, pair }) => tx.records.savePoint({ ...point, text: 'taken' }, pair.id),
  'records.saveTick': (tx, { tick, pair }) => tx.records.saveTick({ ...tick, at: now }, pair.id),
  'pairs.lockOf meeting': (tx, { meeting }) => tx.pairs.lockOf('meeting', meeting.id),
  'pairs.lockOf point': (tx, { point }) => tx.pairs.lockOf('point', point.id),
  'actions.add': (tx, { action }) =>
    tx.actions.add({ ...action, id: randomUUID(), itemId: null, history: action.history.slice(0, 1) }),
  'actions.save': (tx, { action }) => tx.actions.save([{ ...action, text: 'taken' }]),
  'measures.save': (tx, { measure }) => tx.measures.save({ ...measure, name: 'taken' }),
  'measures.saveReading': (tx, { measure, pair }) =>
    tx.measures.saveReading(measure.id, pair.id, { on: '2026-10-31', value: 0 }),
  'agreements.save': (tx, { agreement }) => tx.agreements.save({ ...agreement, revision: 9 }),
  'objectives.save': (tx, { objective }) => tx.objectives.save({ ...objective, title: 'taken' }),
  'objectives.saveNeed': (tx, { need }) => tx.objectives.saveNeed({ ...need, text: 'taken' }),
  'effects.save': (tx, { effect }) => tx.effects.save({ ...effect, state: 'withdrawn' }),
  'forms.saveValue': (tx, { form, pair }) => tx.forms.saveValue({ ...form.value, at: now }, pair.id),
  'forms.saveNotApplicable': (tx, { form, pair }) =>
    tx.forms.saveNotApplicable({ ...form.notApplicable, at: now }, pair.id),
  'forms.saveWriteUp': (tx, { form, pair }) => tx.forms.saveWriteUp({ ...form.writeUp, shared: null }, pair.id),
  'duties.save': (tx, { form }) => tx.duties.save({ ...form.duty, title: 'taken' }),
  'signOffs.addSeal': (tx, { seal }) => tx.signOffs.addSeal({ ...seal, number: 2, previousHash: seal.hash }),
  'signOffs.addSignature': (tx, { signature, pair }) => tx.signOffs.addSignature(signature, pair.id),
  'signOffs.addAddendum': (tx, { addendum, pair }) => tx.signOffs.addAddendum(addendum, pair.id),
  'following.addNews': (tx, { news }) => tx.following.addNews([{ ...news, id: randomUUID() }]),
  'following.saveSeriesBase': (tx, { pair, series, seriesBase }) =>
    tx.following.saveSeriesBase(pair.id, series.id, { ...seriesBase, rule: { ...seriesBase.rule, minutes: 1 } }),
  'following.saveMeetingBases': (tx, { pair, meeting, meetingBase }) =>
    tx.following.saveMeetingBases(pair.id, new Map([[meeting.id, { ...meetingBase, isGone: true }]])),
  'standings.save': (tx, { standing }) => tx.standings.save([{ ...standing, findings: [] }]),
  'handovers.save': (tx, { handover }) => tx.handovers.save({ ...handover, followed: true }),
  'arrangements.add': (tx, { arrangement, pair }) => tx.arrangements.add({ ...arrangement, id: randomUUID() }, pair.id),
  changed: (tx, { pair }) => tx.changed(pair.id, 'taken'),
};
export const removers: Record<string, (tx: Transaction, of: PairExample) => Promise<unknown>> = {
  // Nothing goes away by it, but like the others it finds nothing where there is nothing to be found.
  'following.markSeen': (tx, { news }) => tx.following.markSeen([news.id], 'supervisor'),
  'hours.ask': (tx, { pair, meeting }) => tx.hours.ask([pair.id], meeting.end),
  'ownStandingItems.remove': (tx, { standingItem }) => tx.ownStandingItems.remove(standingItem.id),
  'preparations.removeWish': (tx, { wish }) => tx.preparations.removeWish(wish.pairId, wish.personId),
  'agendas.remove': (tx, { item }) => tx.agendas.remove(item.id),
  'preparations.remove': (tx, { jotting }) => tx.preparations.remove(jotting.id),
  'agreements.remove': (tx, { agreement }) => tx.agreements.remove(agreement.id),
  'records.removePoint': (tx, { point }) => tx.records.removePoint(point.id),
  'records.removeTick': (tx, { tick }) => tx.records.removeTick(tick.meetingId, tick.topicId),
  'forms.removeValue': (tx, { form }) => tx.forms.removeValue(form.value.meetingId, form.value.fieldId),
  'forms.removeNotApplicable': (tx, { form }) =>
    tx.forms.removeNotApplicable(form.notApplicable.meetingId, form.notApplicable.sectionId),
};
