export const seriesChangeText = {
  'change.menu': 'Move all from here on',
  'change.title': 'Move your one-to-ones with {name}',
  'change.intro': '{rhythm}, {days}, {times} at present. The times you hold now count as free here.',
  'change.step': 'Check and move',
  'change.check': 'Look at what will happen',
  'change.checkTitle': 'Before anything changes',
  'change.from': '{count, plural, one {# meeting} other {# meetings}} from {day}',
  'change.same': 'It stays the same Teams meeting',
  'change.sameWhat': 'Same link, same chat, same files. What you already held stays in Duologue as it is.',
  'change.agendas': 'Agendas go along',
  'change.agendasWhat':
    'The next meeting keeps the next agenda, and so on. Agendas that are in Outlook already are put there again.',
  'change.fewer':
    '{count, plural, one {The last meeting falls away. What stands on it goes} other {The last # meetings fall away. What stands on them goes}} to the last one that is left.',
  'change.mails':
    '{name} gets one update{updates, plural, =0 {} one {, and one more for # moved day} other {, and one more for each of # moved days}}{cancels, plural, =0 {} one {, and a cancellation for # day} other {, and a cancellation for each of # days}}',
  'change.mailsWhat': 'Outlook asks {name} to answer again. Nothing goes to anyone else.',
  'change.do': 'Move {count, plural, one {# meeting} other {# meetings}}',
  'change.done': 'Your one-to-ones are being moved in Outlook.',
  'change.none': 'Nothing is booked that could be moved.',

  'extend.menu': 'Let them go on longer',
  'extend.title': 'Let your one-to-ones go on longer',
  'extend.until': 'Until',
  'extend.months': '{day}, {months} more months',
  'extend.says':
    'Same days and times, same Teams meeting. {name} gets one update from Outlook. Days you moved or cancelled stay so, and Outlook may tell {name} of them again.',
  'extend.do': 'Go on until {day}',
  'extend.runsOut': 'These one-to-ones run out: the last one is {day}.',
  'extend.offer': 'Let them go on',

  'pause.menu': 'Pause for an absence',
  'pause.menuChange': 'Change the pause',
  'pause.title': 'Pause your one-to-ones with {name}',
  'pause.open': 'The return is not known yet',
  'pause.why': 'What for',
  'pause.why.leave': 'Long leave',
  'pause.why.parental': 'Parental leave',
  'pause.why.ill': 'Illness',
  'pause.why.secondment': 'Secondment',
  'pause.why.own': 'In your own words',
  'pause.reason': 'What {name} and you will read',
  'pause.reasonMissing': 'Say what it is for.',
  'pause.saysNone': 'No meeting is planned in these days.',
  'pause.says':
    '{count, plural, one {# meeting is} other {# meetings are}} called off in Outlook, and {name} gets {count, plural, one {a cancellation} other {a cancellation for each}} with these words. What is on {count, plural, one {its agenda} other {their agendas}} waits for the first meeting after.',
  'pause.asked': 'Your policy asks nothing of you both in that time.',
  'pause.do': 'Pause',
  'pause.doUntil': 'Pause until {day}',
  'pause.ahead': 'A pause from {from} is planned: {reason}',
  'pause.aheadUntil': 'A pause from {from} to {until} is planned: {reason}',
  'pause.end': 'Go on earlier',
  'pause.endOpen': 'Go on again',
  'pause.endTitle': 'Go on with your one-to-ones',
  'pause.endOn': 'From',
  'pause.endSays':
    'Same days and times as before, in the same Teams meeting. {name} gets one update from Outlook. What waited is on the first agenda.',
  'pause.endDo': 'Go on from {day}',

  'end.title': 'End the series with {name}',
  'end.label': 'What becomes of what',
  'end.calendars':
    '{count, plural, =0 {No meeting is still to come} one {# meeting is still to come} other {# meetings are still to come}}',
  'end.calendarsWhat':
    'They leave both calendars. {name} gets one cancellation with your words, and nobody else hears of it.',
  'end.agendas': 'What stands on their agendas is kept',
  'end.agendasWhat': 'When you book again, the first agenda has what was left. Jottings stay with whoever wrote them.',
  'end.actions': '{count, plural, =0 {No action is open} one {# action stays open} other {# actions stay open}}',
  'end.actionsWhat':
    '{count, plural, =0 {What was settled can still be read.} other {With the same dates. You both still see them here and can settle them.}}',
  'end.records':
    '{count, plural, =0 {Nothing was recorded yet} one {The record of # meeting stays} other {The records of # meetings stay}}',
  'end.recordsWhat':
    'You and {name} can go on reading everything you two wrote. Signatures still wanted are still asked for.',
  'end.asked':
    'Your policy goes on asking you two to meet {every}. Until a series is booked again, that will show as due.',
  'end.reason': 'A few words to {name}',
  'end.do': 'End the series',
  'end.keep': 'Keep it',

  'skip.menu': 'Skip',
  'skip.title': 'Skip the one-to-one of {day}',
  'skip.next': 'The next one is {when}, {days, plural, one {# day} other {# days}} after the one before.',
  'skip.nextOnly': 'The next one is {when}.',
  'skip.last': 'It is the last one booked. Nothing comes after it until you book again.',
  'skip.keeps': 'You are asked to meet {every}. That still holds without this one.',
  'skip.breaks': 'You are asked to meet {every}. Without this one that no longer holds. Moving it may be better.',
  'skip.unknown': 'You are asked to meet {every}. Book the next one in time.',
  'skip.free': 'Nothing asks how often you two meet.',
  'skip.looking': 'Looking at what comes after',
  'skip.words': 'A few words to {name}, if you like',
  'skip.says':
    'What stands on its agenda goes on to the next one. Outlook takes it out of both calendars and sends {name} one note that says when you next meet. You have half a minute to take it back.',
  'skip.saysLast':
    'What stands on its agenda waits until you book again. Outlook takes it out of both calendars and sends {name} one note. You have half a minute to take it back.',
  'skip.do': 'Skip this one',
  'skip.byYou': 'You skipped this one. What stood on it went on to the next.',
  'skip.byOther': '{name} skipped this one. What stood on it went on to the next.',
  'skip.told': 'You skipped {day}. {name} hears of it in a moment.',
  'skip.undo': 'Take it back',

  'move.between': 'Outlook lets it stand between the meetings before and after, not on their days: {from} to {until}.',
  'move.after': 'Outlook lets it stand after the day of the one before: {from} or later.',
  'move.before': 'Outlook lets it stand before the day of the one after: {until} or earlier.',
  'move.outside': 'That day is not between the meetings before and after.',
  'move.past': 'That time has passed.',
  'move.noClock': 'The clocks skip this time on that day.',
} as const;
