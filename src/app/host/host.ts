/** What the host says of itself and of where the page stands. Hints only: the server believes nothing but the token. */
export interface HostPlace {
  readonly frameContext: string;
  readonly chatId: string | null;
  readonly meetingId: string | null;
  /** Where inside Duologue a link led: `meetings/<id>`, `people/<id>`. */
  readonly subPageId: string | null;
  readonly locale: string;
  readonly hostName: string;
  readonly userObjectId: string | null;
  /** The appointment the Outlook pane stands beside: Graph's id of the event, where known, and its start. */
  readonly appointment: { readonly eventId: string | null; readonly start: string | null } | null;
}

export type HostTheme = 'light' | 'dark' | 'contrast';

/** How a token is wanted. */
export interface TokenWish {
  /** A claims challenge to satisfy. */
  readonly claims?: string | undefined;
  /** The last one was refused: not from any cache. */
  readonly fresh?: boolean | undefined;
  /** The person pressed something, so Microsoft may ask them. */
  readonly interactive?: boolean | undefined;
}

/** Where the page runs, and what it may ask of that place. */
export interface Host {
  readonly kind: 'teams' | 'outlook-pane' | 'none';
  readonly place: HostPlace;
  readonly theme: HostTheme;
  /** Where the person's sent mail can be looked at. */
  readonly sentItemsAddress: string;
  /** An access token for Duologue's own server. @throws SignInFailed when none of the ways gives one. */
  getToken(wish?: TokenWish): Promise<string>;
  onThemeChange(listener: (theme: HostTheme) => void): void;
  /** Tells the host that the page can be used. */
  notifyReady(): void;
  /** Opens an address where the host wants it opened: a Teams link stays in Teams. */
  openLink(address: string): Promise<void>;
  /** The host puts the page away, or brings it back for somebody or something else. */
  onSuspend(listener: () => Promise<void>): void;
  onResume(listener: (place: HostPlace) => void): void;
}

/** No way of signing in gave a token. */
export class SignInFailed extends Error {
  constructor(cause: unknown) {
    super('No token', { cause });
    this.name = 'SignInFailed';
  }
}
