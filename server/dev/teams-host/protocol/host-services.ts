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

/** What the page around a frame does when the app asks; each belongs to one frame. */
export interface HostServices {
  readonly appToken: () => Promise<TokenAnswer>;
  readonly nestedAuth: (request: string) => Promise<string>;
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
}
