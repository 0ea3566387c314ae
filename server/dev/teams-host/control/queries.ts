import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askLocal } from './local-api.ts';
import type { LocalApp, LocalChat, LocalMeeting, LocalPerson, Notification } from './local-api.ts';

/** Everything read from the local Microsoft 365 has a key that starts so, and is read again when anything there changes. */
export const followed = 'microsoft-365';

const clockEveryMs = 1500;

/** Follows the local Microsoft 365's clock, and reads everything again when its count of changes has risen. @returns the offset to the browser's clock, ms */
export function useFollowChanges(): number {
  const client = useQueryClient();
  const clock = useQuery({
    queryKey: ['clock'],
    queryFn: async () => {
      const answer = await askLocal<{ epochMs: number; sequence: number }>('clock');
      return { offset: answer.epochMs - Date.now(), sequence: answer.sequence };
    },
    refetchInterval: clockEveryMs,
    refetchIntervalInBackground: true,
  });
  const sequence = clock.data?.sequence;
  useEffect(() => {
    if (sequence !== undefined) void client.invalidateQueries({ queryKey: [followed] });
  }, [client, sequence]);
  const offset = clock.data?.offset ?? 0;
  // A second of jitter is the network's, not the clock's.
  return Math.abs(offset) < 2000 ? 0 : Math.round(offset / 1000) * 1000;
}

/** Everybody of the pretend organisation. */
export function usePeople(): UseQueryResult<LocalPerson[]> {
  return useQuery({
    queryKey: ['people'],
    queryFn: async () => (await askLocal<{ value: LocalPerson[] }>('people')).value,
  });
}

/** The app under trial. */
export function useApp(): UseQueryResult<LocalApp> {
  return useQuery({ queryKey: ['app'], queryFn: () => askLocal<LocalApp>('apps') });
}

/** Somebody's chats, and which apps each has. */
export function useChats(personId: string): UseQueryResult<LocalChat[]> {
  return useQuery({
    queryKey: [followed, 'chats', personId],
    queryFn: async () => (await askLocal<{ value: LocalChat[] }>(`chats?personId=${personId}`)).value,
  });
}

/** The meeting behind a join link. */
export function useMeeting(joinUrl: string | undefined): UseQueryResult<LocalMeeting> {
  return useQuery({
    queryKey: [followed, 'meeting', joinUrl],
    queryFn: () => askLocal<LocalMeeting>(`meeting?joinUrl=${encodeURIComponent(joinUrl ?? '')}`),
    enabled: joinUrl !== undefined,
  });
}

/** Somebody's activity feed. */
export function useNotifications(personId: string): UseQueryResult<Notification[]> {
  return useQuery({
    queryKey: [followed, 'notifications', personId],
    queryFn: async () => (await askLocal<{ value: Notification[] }>(`notifications?personId=${personId}`)).value,
  });
}
