import { mergeClasses } from '@fluentui/react-components';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useFormViewStyles } from './FormView.styles.ts';

interface ActionTableProps {
  readonly view: MeetingResponse;
  /** The heading it stands under. */
  readonly under: string;
  readonly columns: { readonly what: string; readonly by: string };
  readonly actions: readonly ActionView[];
  readonly now: string;
}

/** The action plan of a form, under its own column names: what, who, by when. */
export function ActionTable({ view, under, columns, actions, now }: ActionTableProps) {
  const styles = useFormViewStyles();
  const today = localDateOf(now, view.zone);
  if (actions.length === 0) return <p className={styles.quiet}>{say('form.noActions')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.columnHead}>
            {columns.what === under ? <span className={styles.unseen}>{columns.what}</span> : columns.what}
          </th>
          <th scope="col" className={mergeClasses(styles.columnHead, styles.by)}>
            {columns.by}
          </th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => {
          const owner = action.ownerId === view.me.id ? view.me : view.other;
          return (
            <tr key={action.id}>
              <td className={styles.cell}>{action.text}</td>
              <td className={styles.cell}>
                <span className={styles.tools}>
                  <PersonAvatar person={owner} size={16} />
                  {owner.givenName}
                  {action.dueOn !== null && <span>{sayDate(action.dueOn, today)}</span>}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
