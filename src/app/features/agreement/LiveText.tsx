import { Input } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useAgreementStyles } from './Agreement.styles.ts';

const pauseMilliseconds = 700;

interface LiveTextProps {
  /** What is settled; shown unless somebody is typing here. */
  readonly value: string;
  /** Null: not to be saved as it stands. */
  readonly read: (text: string) => (() => void) | null;
  readonly type?: 'text' | 'number' | 'date';
  readonly min?: number | string;
  readonly max?: number | string;
  readonly unit?: string;
  readonly label?: string;
  readonly isShort?: boolean;
}

/** A field of a form two people fill in at once: saved at a pause and on leaving, and showing what the other put while nobody types. */
export function LiveText({ value, read, type = 'text', min, max, unit, label, isShort = false }: LiveTextProps) {
  const styles = useAgreementStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [settled, setSettled] = useState(value);
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef<string | null>(null);
  useEffect(
    () => () => {
      clearTimeout(saving.current);
    },
    [],
  );
  if (settled !== value) {
    setSettled(value);
    // What was typed has arrived; from now on this shows what either puts.
    if (typed === value) setTyped(null);
  }
  const save = (text: string): void => {
    clearTimeout(saving.current);
    const send = text.trim() === value || text.trim() === sent.current ? null : read(text);
    if (send === null) return;
    sent.current = text.trim();
    send();
  };
  return (
    <Input
      className={isShort ? styles.short : styles.input}
      type={type}
      value={typed ?? value}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(unit === undefined ? {} : { contentAfter: <span className={styles.unit}>{unit}</span> })}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      maxLength={200}
      onChange={(_, data) => {
        setTyped(data.value);
        clearTimeout(saving.current);
        saving.current = setTimeout(() => {
          save(data.value);
        }, pauseMilliseconds);
      }}
      onBlur={() => {
        if (typed === null) return;
        save(typed);
        if (typed.trim() === value) setTyped(null);
      }}
    />
  );
}
