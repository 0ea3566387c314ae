import type { MeetingResponse } from '#contract/meetings.ts';
import type { SignerView, SignOffResponse } from '#contract/sign-off.ts';
import { localDateOf } from '#core/time.ts';
import { capital, sayDate, sayMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useSignOffStyles } from './SignOff.styles.ts';

interface SignersProps {
  readonly view: MeetingResponse;
  readonly signOff: SignOffResponse;
}

/** Who signed when, who is waited for, and how somebody sees it who sees it differently (OD3a-13, FORM-6). */
export function Signers({ view, signOff }: SignersProps) {
  const styles = useSignOffStyles();
  return (
    <ul className={styles.list}>
      {signOff.signers.map((signer) => (
        <li key={signer.party} className={styles.tight}>
          <div className={styles.signer}>
            <PersonAvatar person={signer.person} size={32} isNamed />
            <span className={styles.grow}>
              <span className={styles.name}>{signer.person.displayName}</span>
              <SignerDetail view={view} signOff={signOff} signer={signer} />
            </span>
            <SignerBadge signer={signer} isMe={signer.person.id === view.me.id} />
          </div>
          {signer.words !== null && (
            <div className={styles.view}>
              <p className={styles.title}>
                {signer.person.id === view.me.id
                  ? say('signOff.howYouSee')
                  : say('signOff.howSeen', { name: signer.person.givenName })}
              </p>
              <p className={styles.words} dir="auto">
                {signer.words}
              </p>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface SignerDetailProps extends SignersProps {
  readonly signer: SignerView;
}

function SignerDetail({ view, signOff, signer }: SignerDetailProps) {
  const styles = useSignOffStyles();
  const { today, zone } = useToday();
  return <span className={styles.quiet}>{detailOf()}</span>;

  function detailOf(): string {
    if (signer.at !== null) return capital(sayMoment(signer.at, zone, today));
    if (signer.state === 'lapsed' || signOff.lapsesAt === null) return say('signOff.stands');
    const until = sayDate(localDateOf(signOff.lapsesAt, zone), today);
    if (signer.person.id !== view.me.id || !signOff.myTurn) return say('signOff.until', { until });
    const day = sayDate(localDateOf(view.meeting.closedAt ?? view.meeting.end, zone), today);
    return signOff.reminded ? say('signOff.reminder', { day, until }) : say('signOff.askedOn', { day });
  }
}

function SignerBadge({ signer, isMe }: { readonly signer: SignerView; readonly isMe: boolean }) {
  switch (signer.state) {
    case 'signed':
      return <StateBadge state="done">{say('signOff.signed')}</StateBadge>;
    case 'different-view':
      return <StateBadge state="done">{say('signOff.signedWithView')}</StateBadge>;
    case 'lapsed':
      return <StateBadge state="not-applicable">{say('signOff.lapsed')}</StateBadge>;
    case 'waiting':
      return <StateBadge state="waiting">{isMe ? say('signOff.yourTurn') : say('signOff.waiting')}</StateBadge>;
  }
}
