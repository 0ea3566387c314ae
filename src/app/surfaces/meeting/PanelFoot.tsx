import { Button } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons/svg/arrow-right';
import { Suspense } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { minutesBetween } from '#core/time.ts';
import { agreementOf } from '../../features/agenda/agenda-words.ts';
import type { PanelPart } from '../../features/panel/PartTabs.tsx';
import { CaptureBox } from '../../features/record/CaptureBox.tsx';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { placeOf, type CapturePlace } from './capture-place.ts';

const AgreeBar = lazyPart(async () => (await import('../../features/agenda/AgreeBar.tsx')).AgreeBar);
const HeadingChoice = lazyPart(async () => (await import('../../features/form/HeadingChoice.tsx')).HeadingChoice);
const CloseFoot = lazyPart(async () => (await import('../../features/coverage/CloseFoot.tsx')).CloseFoot);

/** Fetches the code of the other feet, before they are wanted. */
export function loadFoot(): Promise<unknown> {
  return Promise.allSettled([AgreeBar.fetch(), CloseFoot.fetch()]);
}

interface PanelFootProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly part: PanelPart;
  readonly place: CapturePlace;
  readonly isSending: boolean;
  readonly isStarting: boolean;
  readonly onStart: () => void;
  readonly onPart: (part: PanelPart) => void;
  readonly onPlace: (place: CapturePlace) => void;
  readonly onOtherMeeting: (meetingId: string) => void;
}

// From then on the next step is to meet rather than to agree.
const startMinutes = 15;

/** The next step at the foot of the side panel: one primary button at a time. */
export function PanelFoot(props: PanelFootProps) {
  return (
    <Suspense fallback={null}>
      <FootOfPart {...props} />
    </Suspense>
  );
}

function FootOfPart(props: PanelFootProps) {
  const { view, now, part, place, isSending, isStarting, onStart, onPart, onPlace, onOtherMeeting } = props;
  const { state, start } = view.meeting;
  if (state === 'closed') {
    const next = view.nextMeeting;
    if (next === null) return null;
    return (
      <Button
        onClick={() => {
          onOtherMeeting(next.id);
        }}
      >
        {say('panel.prepareNext')}
      </Button>
    );
  }
  if (state === 'planned') {
    const isNear = minutesBetween(now, start) <= startMinutes;
    const isMine = agreementOf(view) === 'mine' || agreementOf(view) === 'both';
    const label = view.lastActions.length > 0 ? say('panel.start') : say('panel.startPlain');
    return (
      <>
        {!isMine && part === 'agenda' && !isNear && <AgreeBar view={view} isSending={isSending} compact />}
        <Button
          appearance={isNear || isMine || part !== 'agenda' ? 'primary' : 'secondary'}
          disabledFocusable={isStarting}
          onClick={onStart}
        >
          {isNear ? label : say('panel.startNow')}
        </Button>
      </>
    );
  }
  if (state !== 'open') return null;
  if (part === 'record') {
    const { about, ...under } = placeOf(view, place);
    return (
      <>
        <Suspense fallback={null}>
          <HeadingChoice
            view={view}
            sectionId={under.sectionId ?? null}
            onSection={(sectionId) => {
              onPlace({ ...place, sectionId });
            }}
          />
        </Suspense>
        <CaptureBox view={view} now={now} place={under} about={about} />
      </>
    );
  }
  if (part === 'close') return <CloseFoot view={view} isSending={isSending} />;
  return (
    <Button
      appearance="primary"
      icon={<ArrowRight20Regular />}
      iconPosition="after"
      onClick={() => {
        onPart(part === 'agenda' && view.lastActions.length > 0 ? 'last' : 'record');
      }}
    >
      {part === 'agenda' && view.lastActions.length > 0 ? say('panel.toLast') : say('panel.toAgenda')}
    </Button>
  );
}
