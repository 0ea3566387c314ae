import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgreementResponse, AgreementVersionView } from '#contract/agreement.ts';
import type { AgreementPart } from '#core/policy/meeting-rules.ts';
import { isLocalDate } from '#core/time.ts';
import { say } from '../../text/say.ts';
import { LiveText } from './LiveText.tsx';
import { SharingField } from './SharingField.tsx';
import type { TermsEditor } from './use-terms.ts';

interface TermFieldProps {
  readonly part: AgreementPart;
  readonly agreement: AgreementResponse;
  readonly version: AgreementVersionView;
  readonly editor: TermsEditor;
}

const bounds = { frequency: [1, 26], duration: [10, 240], notice: [0, 90] } as const;

/** A whole number within bounds, or null. */
function wholeNumber(text: string, [from, to]: readonly [number, number]): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= from && value <= to ? value : null;
}

/** One part of the agreement, to fill in. */
export function TermField({ part, agreement, version, editor }: TermFieldProps) {
  const { terms } = version;
  const label = say(`agreement.part.${part}`);
  const { settle, chosen } = editor;
  switch (part) {
    case 'frequency':
      return <FrequencyField agreement={agreement} version={version} settle={settle} label={label} />;
    case 'place':
      return (
        <Field label={label} hint={say('agreement.placeHint')}>
          <LiveText
            value={terms.place ?? ''}
            read={(text) => () => {
              settle({ place: text.trim() === '' ? null : text.trim() });
            }}
          />
        </Field>
      );
    case 'duration':
    case 'notice': {
      const term = part === 'duration' ? 'minutes' : 'noticeDays';
      const [from, to] = bounds[part];
      return (
        <Field label={label} hint={say('agreement.outOfRange', { from, to })}>
          <LiveText
            isShort
            type="number"
            min={from}
            max={to}
            unit={say(part === 'duration' ? 'agreement.minutes' : 'agreement.days')}
            value={String(terms[term] ?? '')}
            read={(text) => {
              const value = wholeNumber(text, bounds[part]);
              return value === null
                ? null
                : () => {
                    settle({ [term]: value });
                  };
            }}
          />
        </Field>
      );
    }
    case 'agenda-sharing':
      return <SharingField label={label} sharing={chosen.agendaSharing} settle={settle} />;
    case 'notes-by':
      return (
        <Choice
          label={label}
          value={chosen.notesBy}
          options={(['supervisor', 'employee', 'turns'] as const).map((by) => [by, say(`agreement.by.${by}`)])}
          onChoose={(notesBy) => {
            settle({ notesBy });
          }}
        />
      );
    case 'notes-depth':
      return (
        <Choice
          label={label}
          value={chosen.notesDepth}
          options={(['actions', 'everything'] as const).map((depth) => [depth, say(`agreement.depth.${depth}`)])}
          onChoose={(notesDepth) => {
            settle({ notesDepth });
          }}
        />
      );
    case 'signing':
      return (
        <Choice
          label={label}
          value={chosen.signed === null ? null : chosen.signed ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((signed) => [signed, say(`agreement.signed.${signed}`)])}
          onChoose={(signed) => {
            settle({ signed: signed === 'yes' });
          }}
        />
      );
    case 'targets-set':
    case 'targets-reviewed':
    case 'review': {
      const term = (
        { 'targets-set': 'targetsSetOn', 'targets-reviewed': 'targetsReviewedOn', review: 'reviewOn' } as const
      )[part];
      return (
        <Field label={label} {...(part === 'review' ? {} : { hint: say('agreement.mayStayOpen') })}>
          <LiveText
            isShort
            type="date"
            value={terms[term] ?? ''}
            read={(text) =>
              text !== '' && !isLocalDate(text)
                ? null
                : () => {
                    settle({ [term]: text === '' ? null : text });
                  }
            }
          />
        </Field>
      );
    }
  }
}

interface FrequencyFieldProps extends Pick<TermFieldProps, 'agreement' | 'version'> {
  readonly settle: TermsEditor['settle'];
  readonly label: string;
}

function FrequencyField({ agreement: { most }, version: { terms }, settle, label }: FrequencyFieldProps) {
  const [from, to] = bounds.frequency;
  const [isSeldom, setSeldom] = useState(false);
  return (
    <Field
      label={label}
      hint={most === null ? say('agreement.outOfRange', { from, to }) : say('agreement.most', { weeks: most.weeks })}
      {...(most !== null && isSeldom
        ? { validationMessage: say('agreement.tooSeldom', { weeks: most.weeks, clause: most.clause }) }
        : {})}
    >
      <LiveText
        isShort
        type="number"
        min={from}
        max={most?.weeks ?? to}
        unit={say('agreement.weeks')}
        value={String(terms.everyWeeks ?? '')}
        read={(text) => {
          const everyWeeks = wholeNumber(text, bounds.frequency);
          const wouldBeSeldom = everyWeeks !== null && most !== null && everyWeeks > most.weeks;
          setSeldom(wouldBeSeldom);
          return everyWeeks === null || wouldBeSeldom
            ? null
            : () => {
                settle({ everyWeeks });
              };
        }}
      />
    </Field>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <Field label={label}>
      <RadioGroup
        value={value ?? ''}
        onChange={(_, data) => {
          const chosen = options.find(([one]) => one === data.value)?.[0];
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map(([one, words]) => (
          <Radio key={one} value={one} label={words} />
        ))}
      </RadioGroup>
    </Field>
  );
}
