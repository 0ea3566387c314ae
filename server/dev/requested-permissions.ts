/** What Duologue asks an administrator for, as docs/tenant.md explains; the trial's tenant granted this and nothing else. */
export const requestedPermissions = {
  delegated: [
    'User.Read',
    'User.Read.All',
    'MailboxSettings.Read',
    'Calendars.ReadWrite',
    'OnlineMeetings.Read',
    'TeamsAppInstallation.ReadWriteSelfForChat',
    'Mail.Send',
  ],
  application: [],
} as const;
