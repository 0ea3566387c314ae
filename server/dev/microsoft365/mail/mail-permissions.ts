import type { Permissions } from '../graph/openapi.ts';
import type { Caller } from '../graph/request.ts';

/** Reading messages but for their words and files. */
export const READS_BASIC: Permissions = {
  delegated: ['Mail.ReadBasic', 'Mail.Read'],
  application: ['Mail.ReadBasic', 'Mail.ReadBasic.All', 'Mail.Read'],
};
export const READS: Permissions = { delegated: ['Mail.Read'], application: ['Mail.Read'] };
export const WRITES: Permissions = { delegated: ['Mail.ReadWrite'], application: ['Mail.ReadWrite'] };
export const SENDS: Permissions = { delegated: ['Mail.Send'], application: ['Mail.Send'] };

/** Whether a caller sees only who wrote what when: bodies, files and extensions are not for them. */
export function seesOnlyBasics({ permissions }: Caller): boolean {
  return !['Mail.Read', 'Mail.ReadWrite', 'Mail.Read.Shared', 'Mail.ReadWrite.Shared'].some((one) =>
    permissions.has(one),
  );
}
