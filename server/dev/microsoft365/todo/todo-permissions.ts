import type { Permissions } from '../graph/openapi.ts';

export const READS: Permissions = { delegated: ['Tasks.Read', 'Tasks.ReadWrite'], application: ['Tasks.Read.All'] };
export const WRITES: Permissions = { delegated: ['Tasks.ReadWrite'], application: ['Tasks.ReadWrite.All'] };
/** Lists belong to a signed-in person: Microsoft's permission table gives applications none to make one. */
export const WRITES_LISTS: Permissions = { delegated: ['Tasks.ReadWrite'], application: [] };
