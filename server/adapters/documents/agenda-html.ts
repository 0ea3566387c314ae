import { localDateOf } from '#core/time.ts';
import type { AgendaForPaper } from '#server/ports/documents.ts';
import { escapeHtml, escapeLines } from './html.ts';
import { agendaWords } from './words.ts';

const font =
  "font-family:'Segoe UI','Helvetica Neue',Arial,sans-serif;font-size:14px;line-height:20px;overflow-wrap:anywhere";
const quiet = 'color:#616161;font-size:13px';
const headed = 'font-size:16px;line-height:22px;font-weight:600;margin:0 0 8px 0';

type Item = AgendaForPaper['items'][number];

/**
 * The agenda as Outlook shows it in an invitation: plain elements with inline styles, everything typed escaped. It names no day: the
 * invitation does, and is moved without us.
 */
export function agendaHtml(agenda: AgendaForPaper): string {
  const on = localDateOf(agenda.start, agenda.zone);
  return [
    `<div style="${font};margin:0 0 24px 0">`,
    `<h2 style="${headed}">${escapeHtml(agendaWords.title)}</h2>`,
    `<ol style="margin:0 0 16px 0;padding:0 0 0 28px">${agenda.items.map(itemHtml).join('')}</ol>`,
    actionsHtml(agenda.actions),
    `<p style="margin:0 0 4px 0"><a href="${escapeHtml(agenda.link)}" style="color:#4F52B2;font-weight:600">${agendaWords.open}</a></p>`,
    `<p style="margin:0;${quiet}">${escapeHtml(agendaWords.attached(agendaWords.documentName(on)))}</p>`,
    '</div>',
  ].join('');
}

function itemHtml(item: Item): string {
  const note = item.note === null ? '' : `<div dir="auto" style="margin:2px 0 0 0">${escapeLines(item.note)}</div>`;
  return (
    `<li style="margin:0 0 8px 0"><span dir="auto" style="font-weight:600">${escapeHtml(item.title)}</span> ` +
    `<span style="${quiet}">${escapeHtml(aboutItem(item))}</span>${note}</li>`
  );
}

/** What stands beside an item's title: its minutes, who raised it, whether it is urgent. */
export function aboutItem(item: Item): string {
  const parts = [agendaWords.minutes(item.minutes)];
  if (item.raisedByName !== null) parts.push(agendaWords.raisedBy(item.raisedByName));
  if (item.urgent) parts.push(agendaWords.urgent);
  return parts.join(', ');
}

function actionsHtml(actions: AgendaForPaper['actions']): string {
  if (actions.length === 0) return '';
  const lines = actions.map(
    (action) =>
      `<li style="margin:0 0 4px 0"><span dir="auto">${escapeHtml(action.text)}</span> ` +
      `<span style="${quiet}">${escapeHtml(`${action.ownerName}, ${agendaWords.dueBy(action.dueOn)}`)}</span></li>`,
  );
  return `<h3 style="${headed};font-size:14px">${agendaWords.lookBack}</h3><ul style="margin:0 0 16px 0;padding:0 0 0 28px">${lines.join('')}</ul>`;
}
