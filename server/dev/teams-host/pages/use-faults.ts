import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { askLocal } from '../control/local-api.ts';
import { followed } from '../control/queries.ts';
import type { FaultView, NewFault, PresetView } from './fault-words.ts';

const key = [followed, 'faults'];
const everyMs = 1000;

/** What may be chosen when a trouble is switched on. */
export interface PresetChoice {
  readonly person?: string;
  readonly times?: number | 'always';
  readonly seed: number;
}

type Change =
  | { readonly kind: 'preset'; readonly id: string; readonly choice: PresetChoice }
  | { readonly kind: 'own'; readonly fault: NewFault }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'clear' };

/** The faults that are switched on, read every second so that hits are seen as they happen, and how to change them. */
export function useFaults(): {
  readonly faults: UseQueryResult<FaultView[]>;
  readonly change: UseMutationResult<unknown, Error, Change>;
} {
  const client = useQueryClient();
  const faults = useQuery({
    queryKey: key,
    queryFn: async () => (await askLocal<{ value: FaultView[] }>('faults')).value,
    refetchInterval: everyMs,
  });
  const change = useMutation({
    mutationFn: (asked: Change): Promise<unknown> => {
      switch (asked.kind) {
        case 'preset':
          return askLocal(`presets/${asked.id}`, 'POST', asked.choice);
        case 'own':
          return askLocal('faults', 'POST', asked.fault);
        case 'remove':
          return Promise.all(asked.ids.map((id) => askLocal(`faults/${id}`, 'DELETE')));
        case 'clear':
          return askLocal('faults', 'DELETE');
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  return { faults, change };
}

/** The troubles in plain words; they never change while it runs. */
export function usePresets(): UseQueryResult<PresetView[]> {
  return useQuery({
    queryKey: ['fault-presets'],
    queryFn: async () => (await askLocal<{ value: PresetView[] }>('presets')).value,
    staleTime: Infinity,
  });
}
