/** Where in Teams a frame stands; gates which calls teams-js allows. */
export type FrameContext = 'content' | 'sidePanel' | 'settings' | 'task' | 'authentication';

/** The theme names teams-js hands to an app. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** The product around a personal tab, as teams-js names it; `Office` is the Microsoft 365 app. */
export type HostName = 'Teams' | 'Outlook' | 'Office';

/** One place in Teams that shows the app: what makes its context different from that of any other frame. */
export interface Surface {
  readonly frameContext: FrameContext;
  /** `entityId` of the manifest's tab, `page.id` to the app. */
  readonly pageId: string;
  /** Where inside the app to go, `page.subPageId` to the app. */
  readonly subPageId?: string | undefined;
  readonly chatId?: string | undefined;
  readonly meetingId?: string | undefined;
}

/** What the whole host knows and tells every frame. */
export interface HostFacts {
  readonly person: {
    readonly id: string;
    readonly displayName: string;
    readonly userPrincipalName: string;
  };
  readonly tenantId: string;
  readonly teamsAppId: string;
  readonly theme: HostTheme;
  /** As Teams gives it: lower case, `en-gb`. */
  readonly locale: string;
  /** Chats and meetings are in Teams whatever this says. */
  readonly hostName: HostName;
  readonly hostClientType: 'web' | 'desktop' | 'android' | 'ios';
  /** Whether nested app authentication is offered and recommended. */
  readonly nestedAppAuth: boolean;
  /** One per page load. */
  readonly sessionId: string;
}
