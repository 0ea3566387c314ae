import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import type { PersonView } from '#contract/people.ts';
import type { SlotOfferView } from '#contract/series.ts';
import { addDays, addMonths } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { areDays } from '../../ui/day-problems.ts';
import { useToday } from '../../ui/use-today.ts';
import { askedDays, HandOverDays, type HandOverStretch } from './HandOverDays.tsx';
import { PersonChoice } from './PersonChoice.tsx';
import { StandInTimes } from './StandInTimes.tsx';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

interface HandOverDialogProps {
  readonly detail: PairResponse;
  readonly onClose: () => void;
}

const usualMonths = 3;

/** Lets another manager take the one-to-ones over, after saying what goes along and who hears of it. Shown while mounted. */
export function HandOverDialog({ detail, onClose }: HandOverDialogProps) {
  const dialog = useDialog(onClose);
  const styles = usePlanMeetingStyles();
  const { today } = useToday();
  const { pair } = detail;
  const name = pair.other.givenName;
  // One id each for as long as the dialog is there: pressing twice hands over once.
  const [ids] = useState(() => ({ handover: crypto.randomUUID(), series: crypto.randomUUID() }));
  const [to, setTo] = useState<PersonView | null>(null);
  const [stretch, setStretch] = useState<HandOverStretch>(() => {
    const from = addDays(today, 7);
    return { isForGood: false, from, until: addMonths(from, usualMonths) };
  });
  const [offer, setOffer] = useState<SlotOfferView | null>(null);
  const [words, setWords] = useKeptDraft(`handover ${pair.pairId}`);
  const [isAsked, setAsked] = useState(false);
  const handOver = useChange('handOver');
  const { isForGood, from } = stretch;
  const days = { from, until: isForGood ? null : stretch.until };
  const isReady = areDays(askedDays(stretch, today));
  const submit = (): void => {
    setAsked(true);
    if (to === null || !isReady || handOver.isPending) return;
    const booking = offer === null ? null : { id: ids.series, plan: offer.plan, moves: movesOf(offer), skips: [] };
    const onSuccess = (): void => {
      setWords('');
      dialog.close();
    };
    const said = words.trim() === '' ? null : words.trim();
    const request = { id: ids.handover, toId: to.id, ...days, words: said, booking };
    handOver.mutate({ params: { pairId: pair.pairId }, request }, { onSuccess });
  };
  return (
    <DialogFrame
      dialog={dialog}
      title={say('handover.title')}
      error={handOver.error}
      says={[
        isForGood ? say('handover.saysGood') : say('handover.saysWhile', { name }),
        to !== null && offer !== null ? say('handover.saysNew', { to: to.givenName, name }) : '',
        say('handover.saysPrivate', { name }),
      ].join(' ')}
      send={{ words: say('handover.do'), isBusy: handOver.isPending, onPress: submit }}
    >
      <p className={styles.says}>{say('handover.intro', { name })}</p>
      <PersonChoice
        pairId={pair.pairId}
        label={say('handover.who')}
        chosenWords="handover.chosen"
        chosen={to}
        isAsked={isAsked && to === null}
        onChoose={(person) => {
          setTo(person);
          setOffer(null);
        }}
      />
      <HandOverDays
        stretch={stretch}
        today={today}
        isAsked={isAsked}
        onChange={(chosen) => {
          setStretch(chosen);
          setOffer(null);
        }}
      />
      {to !== null && isReady && <StandInTimes pair={pair} to={to} days={days} chosen={offer} onChoose={setOffer} />}
      <Field label={say('handover.words', { name })}>
        <Textarea
          rows={2}
          value={words}
          maxLength={500}
          onChange={(_, { value }) => {
            setWords(value);
          }}
        />
      </Field>
    </DialogFrame>
  );
}

/** Days that clash go to the nearest time both can make, where there is one. */
function movesOf(offer: SlotOfferView) {
  return offer.occurrences.flatMap(({ originalDate, clashes, alternative }) =>
    clashes.length > 0 && alternative !== null ? [{ originalDate, ...alternative }] : [],
  );
}
