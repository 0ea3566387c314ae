import type { DirectoryMemory } from '../../usecases/sync-directory.ts';
import type { CalendarMemory } from '../../usecases/calendar-memory.ts';
import type { Needs } from '../../usecases/needs.ts';
import type { BookingJobQueue } from '../../ports/booking-jobs.ts';
import type { StandingQueue } from '../../ports/standings.ts';
import type { ChangeStream } from '../change-stream.ts';

/** What routes hand to use cases. */
export interface RouteNeeds extends Needs {
  readonly memory: DirectoryMemory;
  readonly calendarMemory: CalendarMemory;
  readonly changes: ChangeStream;
  readonly jobQueue: Pick<BookingJobQueue, 'pairs'>;
  readonly standingQueue: Pick<StandingQueue, 'after'>;
}
