export const deliveryText = {
  'delivery.title.create-series': 'These one-to-ones are not in Outlook yet.',
  'delivery.title.create-event': 'This meeting is not in Outlook yet.',
  'delivery.title.move-occurrence': 'Outlook does not have the new time yet.',
  'delivery.title.cancel-occurrence': 'Outlook still has the cancelled meeting.',
  'delivery.title.install-panel': 'Duologue is not in the meeting chat yet.',
  'delivery.title.publish-agenda': 'The agenda is not in Outlook yet.',
  'delivery.title.send-summary': 'The summary has not been sent yet.',
  'delivery.title.change-series': 'Outlook does not have the change of your one-to-ones yet.',
  'delivery.title.end-series': 'Outlook still has the ended series.',
  'delivery.unconfirmedMail': 'We could not confirm the email.',

  'delivery.why.unconfirmed':
    'Outlook did not answer, and we will not risk doing it twice. Look there first, then do it again if it is missing.',
  'delivery.why.unconfirmedMail':
    'Outlook did not answer, and we will not risk sending it twice. If it is not in your Sent Items, send it again.',
  'delivery.why.consent-needed': 'Microsoft asks for your consent first, once.',
  'delivery.why.sign-in-needed': 'Microsoft wants you to sign in again before this goes on.',
  'delivery.why.claims-needed': 'Your organisation wants one more step to sign in before this goes on.',
  'delivery.why.application-refused': 'Duologue may not do this by itself here. It goes on now that you are back.',
  'delivery.why.outlook-forbidden':
    'Outlook does not allow it. Ask whoever runs Microsoft 365 for you, then try again.',
  'delivery.why.outlook-missing': 'Outlook no longer has the meeting. If it was deleted there, nothing needs doing.',
  'delivery.why.outlook-refused':
    'Outlook turned it down. Try again; if that does not help, give support the reference.',
  'delivery.why.tried-too-often':
    'Outlook did not answer, however often we tried. Try again when Outlook works for you.',
  'delivery.why.otherPerson': 'It waits for {name}, who can settle it the next time they open Duologue.',

  'delivery.again': 'Try again',
  'delivery.sendAgain': 'Send again',
  'delivery.openSent': 'Open Sent Items',
  'delivery.continue': 'Continue to Microsoft',
  'delivery.promised': 'On its way to Outlook',
} as const;
