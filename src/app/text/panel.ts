export const panelText = {
  'panel.tabs': 'Parts of the meeting',
  'panel.last': 'Last time',
  'panel.agenda': 'Agenda',
  'panel.record': 'Record',
  'panel.close': 'Close',

  'panel.clock.left': '{time}, {minutes} min left',
  'panel.clock.over': '{time}, {minutes} min over',
  'panel.clock.inMinutes': '{minutes, plural, =0 {now} other {in # min}}',
  'panel.clock.inHours': '{hours, plural, =1 {in an hour} other {in # hours}}',
  'panel.clock.closed': 'closed {time}',
  'panel.clock.label': 'Time: {clock}',

  'panel.start': 'Start with last time’s actions',
  'panel.startPlain': 'Start the meeting',
  'panel.startNow': 'Start now',
  'panel.toLast': 'On to last time’s actions',
  'panel.toAgenda': 'On to the agenda',
  'panel.notStarted': 'The record begins when one of you starts the meeting.',
  'panel.notStartedClose': 'There is something to close once you have met.',
  'panel.prepareNext': 'Prepare the next one',

  'panel.none.title': 'No one-to-one is kept for this meeting',
  'panel.none.body':
    'Duologue opens here for one-to-ones that were booked with it. Book them from the Duologue tab on the left of Teams.',
  'panel.missed': 'This one-to-one did not take place.',
  'panel.cancelled': 'This one-to-one was cancelled.',
  'panel.reason': 'Reason: {reason}',

  'panel.policy': 'Your policy asks for {asked}. {stands}',
  'panel.lastHeard': 'Last heard from Duologue at {time}.',

  'pane.title': 'One-to-one with {name}',
  'pane.openInTeams': 'Open in Teams',
  'pane.none.title': 'Not one of your one-to-ones',
  'pane.none.body': 'For a one-to-one that is booked with Duologue, you find the agenda and open actions here.',
  'pane.openActions': 'Open actions',
  'pane.noActions': 'Nothing is open between you.',
} as const;
