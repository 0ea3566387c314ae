import type { Host } from '../control/host-context.ts';
import type { DialogEnd, DialogRequest, LoadState, SignInEnd, TabConfig } from '../protocol/host-services.ts';
import type { MeetingDetails } from '../protocol/meeting.ts';
import type { Surface } from '../protocol/surface.ts';

/** What differs between one frame and the next. */
export interface FrameParts {
  readonly surface: () => Surface;
  readonly host: () => Host;
  readonly loadState: (state: LoadState) => void;
  readonly meetingDetails: () => Promise<MeetingDetails | undefined>;
  readonly openDialog: (request: DialogRequest) => Promise<DialogEnd>;
  readonly closeDialog?: (result: unknown) => void;
  readonly resizeDialog?: (size: { width: number | undefined; height: number | undefined }) => void;
  readonly relayToDialog?: (message: unknown) => void;
  readonly relayToParent?: (message: unknown) => void;
  readonly endSignIn?: (end: SignInEnd) => void;
  /** A frame that sets up a tab. */
  readonly tab?: TabSetUp;
  readonly goBack: () => void;
}

/** What the page around a frame that sets up a tab keeps and hears. */
export interface TabSetUp {
  readonly config: () => TabConfig | undefined;
  readonly change: (config: TabConfig) => void;
  readonly validity: (valid: boolean) => void;
  readonly settled: (of: 'save' | 'remove', failure: string | undefined) => void;
}
