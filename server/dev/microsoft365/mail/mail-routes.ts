import type { GraphSlice } from '../graph/openapi.ts';
import type { GraphRouter } from '../graph/router.ts';
import { graphFolders } from './folder-routes.ts';
import { graphMessageAttachments } from './message-attachment-routes.ts';
import { graphMessageDelta } from './message-delta.ts';
import { graphMessages } from './message-routes.ts';
import { graphMessageExtensions } from './message-extension-routes.ts';
import { graphReplies } from './reply-routes.ts';
import { graphSending } from './send-routes.ts';

/** Mail: folders, messages, drafts, sending, answering, files. What is named by a word comes before what is named by an id. */
export function graphMail(router: GraphRouter, slice: GraphSlice): void {
  graphFolders(router);
  graphMessageDelta(router, slice);
  graphSending(router, slice);
  graphMessages(router, slice);
  graphMessageAttachments(router);
  graphMessageExtensions(router);
  graphReplies(router, slice);
}
