import type { MailDraft, PeopleWish, PickedPerson } from '../protocol/host-services.ts';

/** An appointment somebody began to write. Times on the wall of the person's own zone. */
export interface EventDraft {
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly isAllDay: boolean;
  /** Addresses of those to invite. */
  readonly attendees: readonly string[];
  readonly text: string;
}

/** Something the whole shell asks the person, over whatever page they are on. */
export type Asked =
  | { readonly kind: 'consent'; readonly settle: (agreed: boolean) => void }
  | {
      readonly kind: 'people';
      readonly wish: PeopleWish;
      readonly settle: (picked: readonly PickedPerson[] | undefined) => void;
    }
  | {
      readonly kind: 'share';
      readonly links: readonly { readonly url: string; readonly message: string }[];
      readonly settle: (sent: boolean) => void;
    }
  | { readonly kind: 'event'; readonly draft: EventDraft }
  | { readonly kind: 'mail'; readonly draft: MailDraft };
