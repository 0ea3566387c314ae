import type { MeetingDetails } from './meeting.ts';

/** How far an app's page has come, by its own word. */
export type LoadState =
  | { readonly state: 'starting' }
  | { readonly state: 'loaded' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly reason: string; readonly message: string };

/** A yes with its value, or a no with the word the real host would give. */
export type TokenAnswer =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly reason: string };

/** What a dialog was asked to show. Sizes are in pixels. */
export interface DialogRequest {
  readonly url: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** How a dialog ended. */
export type DialogEnd = { readonly result: unknown } | { readonly closedByPerson: true };

/** A window the app wants its own sign-in shown in. Sizes are in pixels. */
export interface SignInWindow {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** How that sign-in ended, by the word of the page in the window, or because it was closed. */
export type SignInEnd =
  { readonly ok: true; readonly result: string } | { readonly ok: false; readonly reason: string };

/** What a people picker was asked for. */
export interface PeopleWish {
  readonly title: string;
  readonly chosenIds: readonly string[];
  readonly singleSelect: boolean;
}

/** Somebody picked, as teams-js names the fields. */
export interface PickedPerson {
  readonly objectId: string;
  readonly displayName: string;
  readonly email: string;
}

/** A meeting the app began to write for the person. Times as the app gave them. */
export interface MeetingDraft {
  readonly attendees: readonly string[];
  readonly startTime: string | undefined;
  readonly endTime: string | undefined;
  readonly subject: string;
  readonly content: string;
}

/** A mail the app began to write for the person, or the one it answers. */
export interface MailDraft {
  readonly kind: 'new' | 'reply' | 'replyAll' | 'forward';
  readonly itemId: string | undefined;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly message: string;
}

/** Something copied: base64 of what its type says. */
export interface Copied {
  readonly mimeType: string;
  readonly content: string;
}

/** A tab as its app sets it up, in the words of `pages.InstanceConfig`. */
export interface TabConfig {
  readonly suggestedDisplayName?: string | undefined;
  readonly entityId?: string | undefined;
  readonly contentUrl: string;
  readonly websiteUrl?: string | undefined;
  readonly removeUrl?: string | undefined;
}

/** What the page around a frame does when the app asks; each belongs to one frame. */
export interface HostServices {
  readonly appToken: () => Promise<TokenAnswer>;
  readonly nestedAuth: (request: string) => Promise<string>;
  readonly openSignIn: (request: SignInWindow) => Promise<SignInEnd>;
  /** Said by the page inside a sign-in window. */
  readonly endSignIn: (end: SignInEnd) => void;
  /** Undefined outside a meeting. */
  readonly meetingDetails: () => Promise<MeetingDetails | undefined>;
  /** @returns false when the link leads nowhere this host can go */
  readonly openLink: (address: string) => boolean;
  readonly openPlace: (place: { pageId: string; subPageId: string | undefined; chatId: string | undefined }) => void;
  readonly shareLink: (link: { subPageId: string; label: string }) => void;
  readonly openDialog: (request: DialogRequest) => Promise<DialogEnd>;
  readonly closeDialog: (result: unknown) => void;
  readonly resizeDialog: (size: { width: number | undefined; height: number | undefined }) => void;
  /** Passes a message between a dialog and the page that opened it. */
  readonly relay: (func: 'messageForParent' | 'messageForChild', message: unknown) => void;
  readonly loadState: (state: LoadState) => void;
  readonly returnFocus: (forward: boolean) => void;
  readonly goBack: () => void;
  readonly readyToUnload: () => void;
  /** Undefined when the person closed the picker. */
  readonly pickPeople: (wish: PeopleWish) => Promise<readonly PickedPerson[] | undefined>;
  /** @returns false when nobody of that address is here */
  readonly openChat: (members: readonly string[], message: string) => Promise<boolean>;
  /** False when the person sent it to nobody. */
  readonly shareWeb: (links: readonly { url: string; message: string }[]) => Promise<boolean>;
  readonly composeMeeting: (draft: MeetingDraft) => void;
  readonly openEvent: (itemId: string) => void;
  readonly composeMail: (draft: MailDraft) => void;
  readonly openMail: (itemId: string) => void;
  readonly copy: (copied: Copied) => Promise<void>;
  readonly paste: () => Promise<Copied>;
  /** Undefined where there is no tab to set up. */
  readonly tabConfig: () => TabConfig | undefined;
  readonly changeTabConfig: (config: TabConfig) => boolean;
  readonly tabValidity: (valid: boolean) => void;
  /** How saving or removing a tab ended, by the app's own word; a reason stands for a no. */
  readonly tabSettled: (of: 'save' | 'remove', failure: string | undefined) => void;
}
