import { Body1, Button, Checkbox, Field, Spinner, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ResponseOf } from '#contract/api.ts';
import type { PersonView } from '#contract/people.ts';
import { addMonths } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { problemWords } from '../../text/problems.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { areDays } from '../../ui/day-problems.ts';
import { useToday } from '../../ui/use-today.ts';
import { askedDays, HandOverDays, type HandOverStretch } from './HandOverDays.tsx';
import { PersonChoice } from './PersonChoice.tsx';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

const usualMonths = 3;

/** Hands over the one-to-ones of a manager who has left or is away, for whoever looks after them. */
export function HandOverFor() {
  const styles = usePlanMeetingStyles();
  const { today } = useToday();
  const [manager, setManager] = useState<PersonView | null>(null);
  const [to, setTo] = useState<PersonView | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [stretch, setStretch] = useState<HandOverStretch>(() => ({
    isForGood: true,
    from: today,
    until: addMonths(today, usualMonths),
  }));
  const [words, setWords] = useKeptDraft('handover for another');
  const [isAsked, setAsked] = useState(false);
  // An id for each for as long as the page is there: pressing twice hands over once.
  const [ids] = useState(() => new Map<string, string>());
  const managed = useRoute('managedPairs', {
    request: { managerId: manager?.id ?? '-' },
    enabled: manager !== null,
  });
  const handOver = useChange('handOverFor');
  const pairs = managed.data?.pairs ?? [];
  const chosen = pairs.filter(({ pairId, employee }) => !left.has(pairId) && employee.id !== to?.id);
  const { isForGood, from, until } = stretch;
  const isReady = areDays(askedDays(stretch, today));
  const submit = (): void => {
    setAsked(true);
    if (manager === null || to === null || to.id === manager.id || !isReady || chosen.length === 0) return;
    if (handOver.isPending) return;
    const request = {
      managerId: manager.id,
      toId: to.id,
      from,
      until: isForGood ? null : until,
      words: words.trim() === '' ? null : words.trim(),
      pairs: chosen.map(({ pairId }) => ({ pairId, id: idFor(ids, `${pairId} ${to.id} ${from} ${until}`) })),
    };
    const onSuccess = (): void => {
      setWords('');
      setAsked(false);
    };
    handOver.mutate({ request }, { onSuccess });
  };
  return (
    <Panel title={say('handoverFor.title')} className={styles.form}>
      {handOver.error !== null && <ErrorNotice error={handOver.error} />}
      {handOver.data !== undefined && <Results results={handOver.data.results} />}
      <PersonChoice
        pairId={null}
        label={say('handoverFor.whose')}
        chosenWords="handoverFor.chosen"
        chosen={manager}
        isAsked={isAsked && manager === null}
        onChoose={(person) => {
          setManager(person);
          setLeft(new Set());
          handOver.reset();
        }}
      />
      {managed.error !== null && <ErrorNotice error={managed.error} />}
      {manager !== null && managed.isPending && <Spinner size="tiny" label={say('handoverFor.looking')} />}
      {manager !== null && managed.data !== undefined && pairs.length === 0 && (
        <Body1 role="status">{say('handoverFor.none', { name: manager.givenName })}</Body1>
      )}
      {manager !== null && pairs.length > 0 && (
        <>
          <Field
            label={say('handoverFor.with')}
            {...(isAsked && chosen.length === 0 ? { validationMessage: say('handoverFor.nobody') } : {})}
          >
            <div role="group" aria-label={say('handoverFor.with')} className={styles.times}>
              {pairs.map(({ pairId, employee, isBooked }) => (
                <Checkbox
                  key={pairId}
                  label={isBooked ? say('handoverFor.booked', { name: employee.displayName }) : employee.displayName}
                  disabled={employee.id === to?.id}
                  checked={!left.has(pairId) && employee.id !== to?.id}
                  onChange={(_, { checked }) => {
                    const without = new Set(left);
                    if (checked === true) without.delete(pairId);
                    else without.add(pairId);
                    setLeft(without);
                  }}
                />
              ))}
            </div>
          </Field>
          <PersonChoice
            pairId={null}
            label={say('handover.who')}
            chosenWords="handover.chosen"
            chosen={to}
            isAsked={isAsked && to === null}
            onChoose={setTo}
          />
          {to !== null && to.id === manager.id && <Body1 role="status">{say('handoverFor.same')}</Body1>}
          <HandOverDays stretch={stretch} today={today} isAsked={isAsked} onChange={setStretch} />
          <Field label={say('handoverFor.words')}>
            <Textarea
              rows={2}
              value={words}
              maxLength={500}
              onChange={(_, { value }) => {
                setWords(value);
              }}
            />
          </Field>
          <p className={styles.says}>
            {isForGood ? say('handoverFor.saysGood') : say('handoverFor.saysWhile')} {say('handoverFor.says')}
          </p>
          <div>
            <Button appearance="primary" disabledFocusable={handOver.isPending} onClick={submit}>
              {say('handoverFor.do', { count: chosen.length })}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}

function idFor(ids: Map<string, string>, what: string): string {
  const id = ids.get(what) ?? crypto.randomUUID();
  ids.set(what, id);
  return id;
}

function Results({ results }: ResponseOf<'handOverFor'>) {
  const refused = results.flatMap(({ refused: code }) => (code === null ? [] : [code]));
  const done = results.length - refused.length;
  return (
    <>
      {done > 0 && (
        <Notice intent="success" role="status">
          {say('handoverFor.done', { count: done })}
        </Notice>
      )}
      {[...new Set(refused)].map((code) => (
        <Notice key={code} intent="warning" role="alert" title={problemWords[code].title}>
          {say('handoverFor.refused', { count: refused.filter((one) => one === code).length })}{' '}
          {problemWords[code].todo}
        </Notice>
      ))}
    </>
  );
}
