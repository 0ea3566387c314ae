import {
  Button,
  Card,
  Checkbox,
  Field,
  Input,
  Link,
  Spinner,
  Tab,
  TabList,
  Text,
  Title3,
} from '@fluentui/react-components';
import { Add20Regular, CheckmarkCircle24Regular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import { addTask, tickTask, useToDoLists, useToDoTasks } from '../graph/todo-queries.ts';
import type { ToDoTask } from '../graph/todo-queries.ts';
import { dateOf, shortDate } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useNow } from './use-now.ts';

/** The person's To Do lists, and the tasks of one. */
export function ToDoPage(): React.JSX.Element {
  const styles = usePageStyles();
  const lists = useToDoLists();
  const [chosen, setChosen] = useState<string>();
  const listId = lists.data?.find((one) => one.id === chosen)?.id ?? lists.data?.[0]?.id;
  return (
    <>
      <div className={styles.head}>
        <Title3 as="h1">To Do</Title3>
        {lists.data !== undefined && (
          <TabList
            selectedValue={listId ?? ''}
            onTabSelect={(_event, { value }) => {
              setChosen(String(value));
            }}
            aria-label="Lists"
          >
            {lists.data.map((one) => (
              <Tab key={one.id} value={one.id}>
                {one.name}
              </Tab>
            ))}
          </TabList>
        )}
      </div>
      <div className={styles.body}>
        {lists.error && (
          <ProblemNotice title="The lists could not be read" problem={lists.error} again={() => void lists.refetch()} />
        )}
        {lists.isPending && <Spinner label="Reading the lists" />}
        {listId !== undefined && <Tasks key={listId} listId={listId} />}
      </div>
    </>
  );
}

function Tasks(props: { listId: string }): React.JSX.Element {
  const { listId } = props;
  const styles = usePageStyles();
  const { session, say } = useHost();
  const client = useQueryClient();
  const tasks = useToDoTasks(listId);
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const add = useMutation({
    mutationFn: () => addTask(session, listId, title.trim(), due),
    onSuccess: () => {
      setTitle('');
      setDue('');
      void client.invalidateQueries({ queryKey: [followed] });
    },
    onError: (problem) => {
      say('That did not work', problem.message);
    },
  });
  return (
    <div className={styles.column}>
      <form
        className={styles.adding}
        onSubmit={(submit) => {
          submit.preventDefault();
          if (title.trim() !== '') add.mutate();
        }}
      >
        <Field label="Add a task" className={styles.grow}>
          <Input
            value={title}
            onChange={(_event, { value }) => {
              setTitle(value);
            }}
          />
        </Field>
        <Field label="Due">
          <Input
            type="date"
            value={due}
            onChange={(_event, { value }) => {
              setDue(value);
            }}
          />
        </Field>
        <Button type="submit" icon={<Add20Regular />} disabled={title.trim() === '' || add.isPending}>
          Add
        </Button>
      </form>
      {tasks.error && <ProblemNotice title="The tasks could not be read" problem={tasks.error} />}
      {tasks.data?.length === 0 && (
        <div className={styles.empty}>
          <CheckmarkCircle24Regular aria-hidden />
          <br />
          <Text>Nothing to do here. Tasks you are given appear by themselves.</Text>
        </div>
      )}
      <ul className={styles.rows} aria-label="Tasks" style={{ listStyleType: 'none', margin: 0, padding: 0 }}>
        {tasks.data?.map((task) => (
          <li key={task.id}>
            <Task task={task} listId={listId} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Task(props: { task: ToDoTask; listId: string }): React.JSX.Element {
  const { task, listId } = props;
  const styles = usePageStyles();
  const { session, say, openLink } = useHost();
  const client = useQueryClient();
  const today = dateOf(useNow());
  const tick = useMutation({
    mutationFn: (isDone: boolean) => tickTask(session, listId, task.id, isDone),
    onSuccess: () => client.invalidateQueries({ queryKey: [followed] }),
    onError: (problem) => {
      say('That did not work', problem.message);
    },
  });
  return (
    <Card appearance="outline" size="small">
      <Checkbox
        checked={task.isDone}
        disabled={tick.isPending}
        label={<span style={{ textDecoration: task.isDone ? 'line-through' : 'none' }}>{task.title}</span>}
        onChange={(_event, { checked }) => {
          tick.mutate(checked === true);
        }}
      />
      {(task.due !== undefined || task.links.length > 0) && (
        <Text size={200} className={styles.quiet} style={{ paddingInlineStart: 36 }}>
          {task.due !== undefined &&
            `${!task.isDone && task.due < today ? 'Was due' : 'Due'} ${shortDate(task.due)}${task.links.length > 0 ? ' · ' : ''}`}
          {task.links.map((link) => (
            <Link
              key={link.url}
              as="button"
              onClick={() => {
                openLink(link.url);
              }}
            >
              {link.name}
            </Link>
          ))}
        </Text>
      )}
    </Card>
  );
}
