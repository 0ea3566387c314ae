import { escapeHtml } from '../entra/pages/page-frame.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';
import { putMessage } from './mailbox.ts';

/** An address that got nothing, and the words of the server that would not take it. */
export interface Undelivered {
  address: string;
  reason: string;
}

/** Domains that never lead anywhere, by their last part. */
const NOWHERE = /\.(?:example|invalid|test)$/i;

/** Why mail to an address comes back: nobody has it here, or its domain leads nowhere. Null when it arrives or leaves for elsewhere. */
export function undeliverable(tenant: Tenant, address: string): Undelivered | null {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  if (tenant.personByAddress(address) !== undefined) {
    return null;
  }
  if (domain === tenant.organisation.tenant.domain.toLowerCase()) {
    return {
      address,
      reason: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    };
  }
  return NOWHERE.test(domain) ? { address, reason: '550 5.4.310 DNS domain does not exist' } : null;
}

/** Tells the sender, in their Inbox, who got nothing and why. */
export function returnUndelivered(
  tenant: Tenant,
  sender: DirectoryPerson,
  sent: StoredMessage,
  lost: readonly Undelivered[],
): void {
  const { domain } = tenant.organisation.tenant;
  const rows = lost.map(
    ({ address, reason }) =>
      `<p><b>${escapeHtml(address)}</b><br>Your message wasn't delivered. Remote Server returned '${escapeHtml(reason)}'</p>`,
  );
  const subject = `Undeliverable: ${sent.subject}`;
  const message = putMessage(tenant, {
    mailbox: sender.id,
    folder: 'inbox',
    subject,
    body: {
      contentType: 'html',
      content: `<html><body><p>Delivery has failed to these recipients or groups:</p>${rows.join('')}</body></html>`,
    },
    from: { name: 'Microsoft Outlook', address: `microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@${domain}` },
    to: [{ name: sender.displayName, address: sender.mail }],
    conversationId: sent.conversationId,
    headers: [{ name: 'X-Auto-Response-Suppress', value: 'DR, OOF, AutoReply' }],
  });
  tenant.ledger.note({
    kind: 'mail-received',
    mailbox: sender.id,
    by: { personId: null, app: 'Microsoft Exchange' },
    subject,
    messageId: message.id,
    detail: lost.map((one) => `${one.address}: ${one.reason}`).join('; '),
  });
}
