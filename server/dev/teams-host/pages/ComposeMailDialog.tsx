import { Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import { SafeHtml } from '../frames/SafeHtml.tsx';
import { answeringSubject, quotedMail, sendMail } from '../graph/mail-changes.ts';
import { useMail } from '../graph/mail-queries.ts';
import type { MailMessage } from '../graph/mail-queries.ts';
import { dateOf, longDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import type { MailDraft } from '../protocol/host-services.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { knownPeople } from './attendee-people.ts';
import { EventDialog } from './EventDialog.tsx';
import { LineField, TextField } from './EventFields.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';

interface ComposeMailProps {
  readonly draft: MailDraft;
  readonly close: () => void;
}

/** Writing a mail, or answering one or passing it on. */
export function ComposeMailDialog(props: ComposeMailProps): React.JSX.Element | null {
  const answered = useMail(props.draft.itemId);
  if (answered.error) return <ProblemNotice title="The mail could not be read" problem={answered.error} />;
  if (props.draft.itemId !== undefined && answered.data === undefined) return <Spinner label="Opening" />;
  return <Writing {...props} answered={answered.data} />;
}

const titles = { new: 'New mail', reply: 'Reply', replyAll: 'Reply to all', forward: 'Forward' } as const;

function Writing(props: ComposeMailProps & { answered: MailMessage | undefined }): React.JSX.Element {
  const { draft, answered } = props;
  const { session, people, say, openLink } = useHost();
  const [first] = useState(() => beginning(draft, answered, session.person.mail));
  const [to, setTo] = useState<readonly LocalPerson[]>(() => knownPeople(people, first.to));
  const [cc, setCc] = useState<readonly LocalPerson[]>(() => knownPeople(people, first.cc));
  const [subject, setSubject] = useState(first.subject);
  const [text, setText] = useState(draft.message);
  const at = answered === undefined ? '' : wallTimeIn(Date.parse(answered.at), session.person.timeZone);
  const quoted =
    answered === undefined
      ? ''
      : quotedMail({
          from: answered.from.name,
          at: `${longDate(dateOf(at))}, ${timeOf(at)}`,
          subject: answered.subject,
          html: answered.html,
        });
  const recipients = (list: readonly LocalPerson[]): { name: string; address: string }[] =>
    list.map((one) => ({ name: one.displayName, address: one.mail }));
  return (
    <EventDialog
      title={titles[draft.kind]}
      verb="Send"
      wide
      canGo={to.length > 0}
      change={() => sendMail(session, { to: recipients(to), cc: recipients(cc), subject, text, quoted })}
      done={() => {
        say('Sent', subject);
      }}
      close={props.close}
    >
      <PeoplePicker label="To" chosen={to} choose={setTo} required />
      <PeoplePicker label="Copy to" chosen={cc} choose={setCc} />
      <LineField label="Subject" value={subject} change={setSubject} />
      <TextField label="Text" value={text} change={setText} rows={7} canGrow />
      {quoted !== '' && (
        <details>
          <summary>The mail below it</summary>
          <SafeHtml html={quoted} title="The mail below it" openLink={openLink} />
        </details>
      )}
    </EventDialog>
  );
}

function beginning(
  draft: MailDraft,
  answered: MailMessage | undefined,
  own: string,
): { to: readonly string[]; cc: readonly string[]; subject: string } {
  if (answered === undefined || draft.kind === 'new') return draft;
  const subject = answeringSubject(draft.kind === 'forward' ? 'FW' : 'RE', answered.subject);
  if (draft.kind === 'forward') return { to: [], cc: [], subject };
  const others = [...answered.to, ...answered.cc].map((one) => one.address).filter((address) => address !== own);
  return { to: [answered.from.address], cc: draft.kind === 'replyAll' ? others : [], subject };
}
