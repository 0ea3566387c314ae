/** What Duologue asks an administrator for, as docs/tenant.md explains. The trial's tenant granted what is asked for people, and nothing for the application itself unless it is started so. */
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
  application: [
    'Calendars.ReadWrite',
    'Mail.Send',
    'OnlineMeetings.Read.All',
    'TeamsAppInstallation.ReadWriteSelfForChat.All',
  ],
} as const;
