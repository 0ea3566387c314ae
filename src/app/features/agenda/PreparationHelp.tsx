import type { MeetingResponse } from '#contract/meetings.ts';
import { PreparationTime } from './PreparationTime.tsx';
import { PromptList } from './PromptList.tsx';

/** What helps to prepare beside one's own list: what to think about, and time for it. */
export function PreparationHelp({ view }: { readonly view: MeetingResponse }) {
  return (
    <>
      <PromptList view={view} />
      <PreparationTime view={view} />
    </>
  );
}
