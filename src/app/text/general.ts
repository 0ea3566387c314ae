export const generalText = {
  'general.loading': 'Loading',
  'general.minutes': '{minutes} min',
  'general.people':
    '{count, plural, =1 {One person} =2 {Two people} =3 {Three people} =4 {Four people} =5 {Five people} =6 {Six people} =7 {Seven people} =8 {Eight people} =9 {Nine people} other {# people}}',
  'general.cancel': 'Cancel',
  'general.back': 'Back',
  'general.save': 'Save',
  'general.tryAgain': 'Try again',
  'general.tryNow': 'Try now',
  'general.reference': 'Reference for support: {reference}',
  'general.onlyYou': 'Only you see this',
  'general.saved': 'Saved',
  'general.saving': 'Saving',
  'general.notSentYet': 'Not sent yet',
  'general.notSaved': 'Not saved',
  'general.seeAll': 'See all',
  'general.join': 'Join',
  'general.joinMeeting': 'Join the meeting with {name}',

  'outside.title': 'Duologue opens inside Teams',
  'outside.what':
    'Duologue is for one-to-ones between a manager and the people who report to them: booked in Outlook, prepared together, and kept the way your policy asks.',
  'outside.where': 'It signs you in through Microsoft Teams, so this page on its own cannot show anything of yours.',
  'outside.stepTeams': 'In Teams, open Apps, choose Built for your organisation, and pick Duologue.',
  'outside.stepMeeting':
    'In a one-to-one that is booked with it, open the Duologue tab of the meeting chat, or its panel during the meeting.',
  'outside.stepOutlook': 'In Outlook, open the appointment and choose Duologue.',
  'outside.open': 'Open Teams',

  'offline.title': 'You are offline.',
  'offline.nothingWaits': 'What you see may be a little old. It catches up by itself.',
  'offline.kept':
    'Keep typing. {count, plural, one {# change is} other {# changes are}} kept here and sent when you are back.',

  'consent.title': 'Duologue needs your consent',
  'consent.why': 'To put meetings in your calendar and send the summary from you, Microsoft asks you first, once.',
  'consent.calendar': 'Read and write your calendar',
  'consent.calendarWhy': 'to book and attach agendas',
  'consent.mail': 'Send mail as you',
  'consent.mailWhy': 'only the summary you close',
  'consent.continue': 'Continue to Microsoft',
  'consent.blocked': 'If your organisation blocks this, ask whoever runs Microsoft 365 for you to allow Duologue.',
} as const;
