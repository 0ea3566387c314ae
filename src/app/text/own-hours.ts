export const ownHoursText = {
  'own.title': 'Hours you keep free',
  'own.what':
    'No one-to-one is offered in these hours, to you or to anybody who looks for a time with you. They see that you are busy, not why.',
  'own.none': 'You keep no hours free yet.',
  'own.row': 'Hours {number}',
  'own.days': 'Days',
  'own.from': 'From',
  'own.until': 'Until',
  'own.add': 'Add hours',
  'own.remove': 'Take these hours away',
  'own.wrong': 'Choose a day, and an end after the beginning.',
  'own.says': 'What is booked already stays where it is. Times are by the clock of your Outlook.',
  'own.save': 'Keep them free',
} as const;
