import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { AgreementTermsView } from '#contract/agreement.ts';
import { say } from '../../text/say.ts';
import { useAgreementStyles } from './Agreement.styles.ts';
import { LiveText } from './LiveText.tsx';
import type { TermsEditor } from './use-terms.ts';

interface SharingFieldProps {
  readonly label: string;
  readonly sharing: AgreementTermsView['agendaSharing'];
  readonly settle: TermsEditor['settle'];
}

const usualDays = 2;
const mostDays = 30;

/** When the two see each other's lists: in the meeting, or so many days before. */
export function SharingField({ label, sharing, settle }: SharingFieldProps) {
  const styles = useAgreementStyles();
  const days = sharing?.kind === 'days-before' ? sharing.days : null;
  return (
    <Field label={label}>
      <RadioGroup
        value={sharing?.kind ?? ''}
        onChange={(_, { value }) => {
          settle({
            agendaSharing:
              value === 'at-meeting' ? { kind: 'at-meeting' } : { kind: 'days-before', days: days ?? usualDays },
          });
        }}
      >
        <Radio value="at-meeting" label={say('agreement.atMeeting')} />
        <span className={styles.inline}>
          <Radio value="days-before" label={say('agreement.daysBefore')} />
          {days !== null && (
            <LiveText
              isShort
              type="number"
              min={1}
              max={mostDays}
              unit={say('agreement.days')}
              label={say('agreement.daysBeforeHow')}
              value={String(days)}
              read={(text) => {
                const value = Number(text);
                return Number.isInteger(value) && value >= 1 && value <= mostDays
                  ? () => {
                      settle({ agendaSharing: { kind: 'days-before', days: value } });
                    }
                  : null;
              }}
            />
          )}
        </span>
      </RadioGroup>
    </Field>
  );
}
