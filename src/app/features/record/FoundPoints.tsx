import { Button, Input, Select, Field } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import type { RequestOf } from '#contract/api.ts';
import type { PersonView } from '#contract/people.ts';
import type { FoundPointView } from '#contract/record.ts';
import { pointMarks, type PointMark } from '#core/record/point.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useFoundPointsStyles } from './FoundPoints.styles.ts';
import { MarkBadge } from './MarkBadge.tsx';

interface FoundPointsProps {
  readonly pairId: string;
  readonly people: readonly PersonView[];
}

type Search = Omit<RequestOf<'findPoints'>, 'after'>;

interface Wanted {
  readonly mark: PointMark | null;
  readonly words: string;
  readonly from: string;
  readonly until: string;
}

const anything: Wanted = { mark: null, words: '', from: '', until: '' };

function searchOf({ mark, words, from, until }: Wanted): Search {
  return {
    ...(mark === null ? {} : { mark }),
    ...(words.trim() === '' ? {} : { words: words.trim().slice(0, 200) }),
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
  };
}

/** All that was said in the one-to-ones of two people, found by mark, by words and by day (OD3a-5). */
export function FoundPoints({ pairId, people }: FoundPointsProps) {
  const styles = useFoundPointsStyles();
  const [wanted, setWanted] = useState(anything);
  const search = useDeferredValue(searchOf(wanted));
  return (
    <div className={styles.part}>
      <div className={styles.filters} role="search" aria-label={say('said.tab')}>
        <Field label={say('said.words')} className={styles.words}>
          <Input
            type="search"
            contentBefore={<Search16Regular aria-hidden />}
            maxLength={200}
            value={wanted.words}
            onChange={(_, { value }) => {
              setWanted({ ...wanted, words: value });
            }}
          />
        </Field>
        <Field label={say('said.marks')}>
          <Select
            value={wanted.mark ?? ''}
            onChange={(_, { value }) => {
              setWanted({ ...wanted, mark: pointMarks.find((mark) => mark === value) ?? null });
            }}
          >
            <option value="">{say('said.any')}</option>
            {pointMarks.map((mark) => (
              <option key={mark} value={mark}>
                {say(`record.mark.${mark}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say('said.from')}>
          <Input
            type="date"
            value={wanted.from}
            onChange={(_, { value }) => {
              setWanted({ ...wanted, from: value });
            }}
          />
        </Field>
        <Field label={say('said.until')}>
          <Input
            type="date"
            value={wanted.until}
            onChange={(_, { value }) => {
              setWanted({ ...wanted, until: value });
            }}
          />
        </Field>
      </div>
      <Pages key={JSON.stringify(search)} pairId={pairId} search={search} people={people} />
      <span className={styles.quiet}>{say('said.onlyTwo')}</span>
    </div>
  );
}

interface PagesProps extends FoundPointsProps {
  readonly search: Search;
}

/** One page after the other, each read when it is wanted. */
function Pages({ pairId, search, people }: PagesProps) {
  const [after, setAfter] = useState<readonly string[]>([]);
  const pages = [undefined, ...after];
  return (
    <>
      {pages.map((from, index) => (
        <Page
          key={from ?? 'first'}
          pairId={pairId}
          search={from === undefined ? search : { ...search, after: from }}
          people={people}
          isFirst={index === 0}
          onMore={
            index === pages.length - 1
              ? (next) => {
                  setAfter([...after, next]);
                }
              : null
          }
        />
      ))}
    </>
  );
}

interface PageProps extends FoundPointsProps {
  readonly search: RequestOf<'findPoints'>;
  readonly isFirst: boolean;
  /** Null: the next page stands below already. */
  readonly onMore: ((next: string) => void) | null;
}

function Page({ pairId, search, people, isFirst, onMore }: PageProps) {
  const styles = useFoundPointsStyles();
  const { data, error, refetch } = useRoute('findPoints', { params: { pairId }, request: search });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { points, next } = data;
  return (
    <>
      {isFirst && (
        <span className={styles.quiet} role="status">
          {next === null
            ? say('said.found', { count: points.length })
            : say('said.foundMore', { count: points.length })}
        </span>
      )}
      {isFirst && points.length === 0 && <EmptyState title={say('said.none')}>{say('said.noneWhy')}</EmptyState>}
      <ul className={styles.list}>
        {points.map((point) => (
          <Found key={point.id} point={point} people={people} />
        ))}
      </ul>
      {next !== null && onMore !== null && (
        <Button
          className={styles.more}
          onClick={() => {
            onMore(next);
          }}
        >
          {say('said.more')}
        </Button>
      )}
    </>
  );
}

interface FoundProps {
  readonly point: FoundPointView;
  readonly people: readonly PersonView[];
}

function Found({ point, people }: FoundProps) {
  const styles = useFoundPointsStyles();
  const { today } = useToday();
  const author = people.find(({ id }) => id === point.authorId);
  const day = sayDate(point.on, today);
  return (
    <li className={styles.point}>
      {author !== undefined && <PersonAvatar person={author} size={20} />}
      <div className={styles.body}>
        <p className={styles.text}>{point.text}</p>
        <span className={styles.where}>
          {point.mark !== null && <MarkBadge mark={point.mark} />}
          <Link className={styles.link} href={`/meetings/${point.meetingId}`}>
            {point.about === null ? day : say('said.where', { day, title: point.about })}
          </Link>
        </span>
      </div>
    </li>
  );
}
