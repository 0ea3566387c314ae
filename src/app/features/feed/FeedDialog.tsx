import { Body1, Button, Caption1 } from '@fluentui/react-components';
import type { FeedResponse } from '#contract/feed-api.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate, sayMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { useToday } from '../../ui/use-today.ts';
import { useFeedDialogStyles } from './FeedDialog.styles.ts';
import { MadeFeed } from './MadeFeed.tsx';
import { useFeed } from './use-feed.ts';

interface FeedDialogProps {
  readonly onClose: () => void;
}

/** The link by which another calendar follows the reader's own meetings: made, stopped, or made anew. */
export function FeedDialog({ onClose }: FeedDialogProps) {
  const dialog = useDialog(onClose);
  const { feed, make, revoke } = useFeed();
  const made = make.data ?? null;
  const link = feed.data?.link ?? null;
  const isBusy = make.isPending || revoke.isPending || feed.isPending;
  const error = feed.error ?? make.error ?? revoke.error;
  return (
    <DialogFrame
      dialog={dialog}
      title={say('feed.title')}
      error={error}
      leave={say('feed.close')}
      others={
        <>
          {(link !== null || made !== null) && (
            <Button
              disabledFocusable={isBusy}
              onClick={() => {
                revoke.mutate();
              }}
            >
              {say('feed.stop')}
            </Button>
          )}
          {made === null && link !== null && (
            <Button
              disabledFocusable={isBusy}
              onClick={() => {
                make.mutate();
              }}
            >
              {say('feed.new')}
            </Button>
          )}
        </>
      }
      send={
        made === null && link === null
          ? {
              words: say('feed.make'),
              isBusy,
              onPress: () => {
                make.mutate();
              },
            }
          : null
      }
    >
      {revoke.isSuccess && made === null && link === null && (
        <Notice intent="success" role="status">
          {say('feed.stopped')}
        </Notice>
      )}
      {made === null ? <Known link={link} /> : <MadeFeed address={made.address} />}
    </DialogFrame>
  );
}

function Known({ link }: Pick<FeedResponse, 'link'>) {
  const styles = useFeedDialogStyles();
  const { today, zone } = useToday();
  return (
    <>
      <Body1 block>{say('feed.what')}</Body1>
      {link === null ? (
        <Body1 block>{say('feed.notHere')}</Body1>
      ) : (
        <Body1 block>
          {say('feed.since', { day: sayDate(localDateOf(link.madeAt, zone), today) })}{' '}
          {link.lastReadAt === null
            ? say('feed.unread')
            : say('feed.read', { when: sayMoment(link.lastReadAt, zone, today) })}{' '}
          {say('feed.lost')}
        </Body1>
      )}
      <Caption1 className={styles.quiet}>{say('feed.rests')}</Caption1>
    </>
  );
}
