import { Link } from '@fluentui/react-components';
import { Suspense, useEffect, useId, useRef, useState } from 'react';
import { say } from '../text/say.ts';
import { useClauseLinkStyles } from './ClauseLink.styles.ts';
import { lazyPart } from './lazy-part.ts';

const ClausePopover = lazyPart(async () => (await import('./ClausePopover.tsx')).ClausePopover);

const leaveMilliseconds = 250;

interface ClauseLinkProps {
  /** The clause's number in the organisation's own document. */
  readonly clause: string;
}

/** A clause's number in brackets, which shows its words when pressed, focused or pointed at. */
export function ClauseLink({ clause }: ClauseLinkProps) {
  const styles = useClauseLinkStyles();
  const wordsId = useId();
  const [link, setLink] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(leaving.current);
    },
    [],
  );
  const stay = () => {
    clearTimeout(leaving.current);
    setOpen(true);
  };
  const leave = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => {
      setOpen(false);
    }, leaveMilliseconds);
  };
  return (
    <span className={styles.brackets}>
      (
      <Link
        as="button"
        inline
        ref={setLink}
        className={styles.link}
        data-on-paper
        aria-label={say('policy.clauseLabel', { clause })}
        aria-describedby={isOpen ? wordsId : undefined}
        onClick={stay}
        onFocus={stay}
        onBlur={leave}
        onMouseEnter={stay}
        onMouseLeave={leave}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setOpen(false);
        }}
      >
        {clause}
      </Link>
      )
      {isOpen && link !== null && (
        <Suspense fallback={null}>
          <ClausePopover clause={clause} target={link} wordsId={wordsId} onStay={stay} onLeave={leave} />
        </Suspense>
      )}
    </span>
  );
}
