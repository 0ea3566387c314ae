import type { ProblemCode } from '#contract/problem.ts';

/** What happened, and what to do now. */
export interface ProblemWords {
  readonly title: string;
  readonly todo: string;
}

/** The words for every way the server can say no. */
export const problemWords: Record<ProblemCode, ProblemWords> = {
  'not-signed-in': {
    title: 'Microsoft has signed you out.',
    todo: 'Open Duologue again from Teams or Outlook. What you typed is kept until you close this page.',
  },
  'not-found': {
    title: 'This is not here, or it is not yours to see.',
    todo: 'It may have been removed. Go back and open it from the list.',
  },
  'not-allowed': { title: 'This is not yours to change.', todo: 'Ask the person whose one-to-one it is.' },
  'bad-request': { title: 'Something in this could not be read.', todo: 'Look over what you filled in and try again.' },
  'too-large': { title: 'This is longer than Duologue can keep.', todo: 'Shorten it, or split it in two.' },
  'policy-missing': {
    title: 'No policy is in force for you yet.',
    todo: 'Ask whoever looks after Duologue to choose one. You can still meet and take notes.',
  },
  'pack-invalid': {
    title: 'This file is not a policy Duologue can follow yet.',
    todo: 'Each place that needs another look is named below. Nothing was loaded.',
  },
  'version-taken': {
    title: 'This version is here already with other content.',
    todo: 'A version stays as it was loaded. Give the changed file a version of its own and load it again.',
  },
  'standard-weaker': {
    title: 'This standard asks for less than the policy.',
    todo: 'A unit may ask for more, never for less. The clauses it would break are named below. Nothing was loaded.',
  },
  'policies-changed': {
    title: 'Somebody else has changed the policies meanwhile.',
    todo: 'Look at how they stand now, then decide.',
  },
  'already-in-force': {
    title: 'This version is the one in force on that day anyway.',
    todo: 'There is nothing to change.',
  },
  'activation-in-past': {
    title: 'That day has passed where your organisation is.',
    todo: 'Choose today or a later day.',
  },
  'activation-day-taken': {
    title: 'Another version is to come into force on that day.',
    todo: 'Withdraw that plan first, or choose another day.',
  },
  'activation-begun': {
    title: 'Its day has come: it is in force.',
    todo: 'To go back, bring the version before it into force again.',
  },
  'pair-ended': { title: 'These one-to-ones have ended.', todo: 'Everything kept about them can still be read.' },
  'pair-exists': {
    title: 'The two hold one-to-ones already.',
    todo: 'Choose somebody else, or other days.',
  },
  'series-exists': {
    title: 'One-to-ones are booked already.',
    todo: 'Move single meetings, or end the series before you book another.',
  },
  'series-missing': { title: 'No one-to-ones are booked yet.', todo: 'Book them first.' },
  'series-not-booked': { title: 'Outlook is still booking these one-to-ones.', todo: 'Try again in a moment.' },
  'slot-outside-hours': { title: 'That time is outside working hours for one of you.', todo: 'Choose another time.' },
  'slot-in-past': { title: 'That time has passed.', todo: 'Choose one that is still to come.' },
  'meeting-not-open': { title: 'This meeting has not been started.', todo: 'Start it first.' },
  'meeting-closed': {
    title: 'This meeting has been closed.',
    todo: 'Put what is still open on the agenda of the next one.',
  },
  'meeting-already-open': {
    title: 'This meeting has been started already.',
    todo: 'Go on in it; it cannot be moved or cancelled any more.',
  },
  'meeting-cancelled': { title: 'This meeting will not take place.', todo: 'Use the next one, or book another time.' },
  'agenda-empty': { title: 'There is nothing on the agenda yet.', todo: 'Add an item first.' },
  'agenda-changed': { title: 'The agenda has changed since you read it.', todo: 'Look at what is new, then agree.' },
  'record-changed': {
    title: 'The other of you has added something since you read this.',
    todo: 'Look at what is new, then go on.',
  },
  'not-signer': {
    title: 'Your policy does not ask for your signature here.',
    todo: 'You can still add something beside the record.',
  },
  'signed-already': {
    title: 'You have signed this record already.',
    todo: 'To say more, add it beside the record.',
  },
  'signing-lapsed': {
    title: 'The time for signing this record has passed, so it stands as it is.',
    todo: 'To say how you see it, add it beside the record.',
  },
  'meeting-not-closed': {
    title: 'This meeting has not been closed yet.',
    todo: 'Its record can be signed once it has.',
  },
  'record-being-written': {
    title: 'The record is still being written up.',
    todo: 'It is confirmed once it has been handed over, and signed and added to after that.',
  },
  'record-confirmed': { title: 'The record has been confirmed.', todo: 'Add what is missing beside it.' },
  'not-the-writer': { title: 'The other of you does this.', todo: 'Tell them what you would like to see there.' },
  'reason-needed': {
    title: 'A few words of reason are missing.',
    todo: 'Say why, so that you can both look back on it.',
  },
  'action-settled': { title: 'This action is settled already.', todo: 'Reopen it if there is more to do.' },
  'objective-settled': {
    title: 'This objective is settled already.',
    todo: 'Take it up again if there is more to do.',
  },
  'agreement-changed': {
    title: 'The agreement has changed since you read it.',
    todo: 'Look at what is new, then sign.',
  },
  'agreement-incomplete': {
    title: 'Some of it is still to be settled between you.',
    todo: 'Fill in what is open, then sign.',
  },
  'agreement-too-seldom': {
    title: 'Your policy asks you to meet more often than that.',
    todo: 'Choose fewer weeks. You can always meet more often.',
  },
  'action-owner-outside-pair': {
    title: 'An action belongs to one of the two of you.',
    todo: 'Choose who of you does it.',
  },
  'only-supervisor': { title: 'Only the manager can do this.', todo: 'Ask them, or put it on the agenda.' },
  'only-employee': { title: 'Only the employee can do this.', todo: 'You can move the meeting yourself.' },
  'only-author': { title: 'Only the person who wrote this can change it.', todo: 'Add a line of your own beside it.' },
  'effect-not-parked': { title: 'This has been settled meanwhile.', todo: 'There is nothing left to do.' },
  'move-crosses-neighbour': {
    title: 'Outlook does not let a meeting pass the one before or after it.',
    todo: 'Choose a time between the two.',
  },
  'skip-told': {
    title: 'Outlook has told the other by now.',
    todo: 'To meet after all, plan a time or move the next one forward.',
  },
  'duplicate-id': {
    title: 'This was sent before with other words.',
    todo: 'Copy your text, reload, and add it again.',
  },
  'meeting-kind-unknown': {
    title: 'Your policy does not know this kind of meeting.',
    todo: 'Choose one of the kinds it names.',
  },
  'slot-of-one-to-one': {
    title: 'This is the time of one of your one-to-ones.',
    todo: 'Your policy keeps this meeting apart from them. Choose another time.',
  },
  'slot-kept-apart': {
    title: 'Another meeting stands there that your policy keeps apart from one-to-ones.',
    todo: 'Choose another time, or move that one.',
  },
  'proposal-overtaken': {
    title: 'The meeting has been moved since that time was proposed.',
    todo: 'Ask whether the time it has now suits, or move it.',
  },
  'one-to-one-that-day': {
    title: 'You already have a one-to-one on that day.',
    todo: 'It may have been put in from another screen. Have a look before you put in another.',
  },
  'job-running': {
    title: 'Another booking for many is not over yet.',
    todo: 'Wait until it is done, or end it first. What it has booked stays booked.',
  },
  'job-over': {
    title: 'This booking is over.',
    todo: 'Start another one for those who are still without a series.',
  },
  'job-empty': {
    title: 'Everybody chosen has a series already.',
    todo: 'Choose other units or grades.',
  },
  'less-often-than-asked': {
    title: 'That is less often than your policy asks for.',
    todo: 'Choose an interval that keeps to it.',
  },
  'outlook-unavailable': {
    title: 'Outlook does not answer just now.',
    todo: 'Nothing of yours is lost. Try again in a minute.',
  },
  'outlook-throttled': { title: 'Outlook is busy and asks us to wait.', todo: 'Try again in a minute.' },
  'outlook-forbidden': {
    title: 'Outlook does not allow this.',
    todo: 'Ask whoever runs Microsoft 365 for you, and give them the reference.',
  },
  'outlook-missing': {
    title: 'Outlook no longer has this.',
    todo: 'It may have been deleted there. Reload to see how things stand.',
  },
  'outlook-refused': {
    title: 'Outlook turned this down.',
    todo: 'Try again. If that does not help, give support the reference.',
  },
  'outlook-conflict': {
    title: 'This was changed in Outlook at the same time.',
    todo: 'Reload to see how things stand, then try again.',
  },
  'consent-needed': {
    title: 'Duologue needs your consent.',
    todo: 'Microsoft asks you once, before Duologue may use your calendar and mail.',
  },
  'sign-in-needed': {
    title: 'Microsoft wants you to sign in again.',
    todo: 'Press “Try again” and follow what Microsoft asks.',
  },
  'claims-needed': {
    title: 'Your organisation wants one more step to sign in.',
    todo: 'Press “Try again” and follow what Microsoft asks.',
  },
  'application-refused': {
    title: 'Duologue may not do this by itself here.',
    todo: 'Try again now that you are signed in.',
  },
  unexpected: {
    title: 'Something went wrong on our side.',
    todo: 'What you typed is still here. Try again, and give the reference to support if it stays.',
  },
};

/** When nobody answers. */
export const offlineWords: ProblemWords = {
  title: 'Duologue cannot be reached just now.',
  todo: 'What you see and type stays here. It goes on by itself when you are back.',
};

/** When the host gives no token. */
export const signInWords: ProblemWords = {
  title: 'Microsoft did not sign you in.',
  todo: 'Press “Try again”. If that does not help, close Duologue and open it anew from Teams or Outlook.',
};
