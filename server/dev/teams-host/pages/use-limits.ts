import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { askLocal } from '../control/local-api.ts';
import { followed } from '../control/queries.ts';

const key = [followed, 'limits'];
const everyMs = 2000;

interface RateView {
  readonly on: boolean;
  readonly most: number;
  readonly windowMs: number;
}

/** The limits in force, what is used of them, and how often each refused. */
export interface LimitsView {
  readonly on: boolean;
  readonly concurrency: { readonly on: boolean; readonly most: number; readonly reading: 'mailbox' | 'application' };
  readonly batch: 'paced' | 'at-once';
  readonly latencyMs: number;
  readonly retryAfter: 'seconds' | 'date' | 'missing';
  readonly requestBytes: number;
  readonly rates: Readonly<Record<string, RateView>>;
  readonly rules: readonly {
    readonly id: string;
    readonly words: string;
    readonly counts: string;
    readonly per: string;
  }[];
  readonly refused: Readonly<Record<string, number>>;
  readonly uses: readonly { readonly rate: string; readonly used: number; readonly most: number }[];
}

/** A change of some limits; what is left out stays. Null goes back to what Microsoft publishes. */
export type LimitsChange = Partial<{
  on: boolean;
  concurrency: Partial<LimitsView['concurrency']>;
  batch: LimitsView['batch'];
  latencyMs: number;
  retryAfter: LimitsView['retryAfter'];
  rates: Record<string, Partial<RateView>>;
}> | null;

/** The limits, read every other second, and how to change them. */
export function useLimits(): {
  readonly limits: UseQueryResult<LimitsView>;
  readonly change: UseMutationResult<unknown, Error, LimitsChange>;
} {
  const client = useQueryClient();
  const limits = useQuery({ queryKey: key, queryFn: () => askLocal<LimitsView>('limits'), refetchInterval: everyMs });
  const change = useMutation({
    mutationFn: (asked: LimitsChange): Promise<unknown> =>
      asked === null ? askLocal('limits', 'DELETE') : askLocal('limits', 'POST', asked),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  return { limits, change };
}
