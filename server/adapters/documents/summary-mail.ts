import mjml2html from 'mjml';
import type { Summary, SummaryAction } from '#core/summary/summary.ts';
import { localDateOf } from '#core/time.ts';
import { dayAndTimes, shortDay } from './dates.ts';
import { escapeHtml } from './html.ts';
import { summaryWords } from './words.ts';

const sans = "'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const ink = '#242424';
const quiet = '#616161';
const line = '#d1d1d1';
const brand = '#5B5FC7';

const styles = `
  .ink div, .ink td, .ink th { color: ${ink}; }
  @media (prefers-color-scheme: dark) {
    body, body > div, .page, .page > table { background: #1f1f1f !important; background-color: #1f1f1f !important; }
    .ink div, .ink h2, .ink td, .ink th { color: #ffffff !important; }
    .quiet div, .quiet span, .ink .quiet { color: #adadad !important; }
    .cell, .line p { border-color: #525252 !important; }
  }
  [data-ogsc] .ink div, [data-ogsc] .ink td { color: #ffffff !important; }
`;

/**
 * The summary as a mail that Outlook shows well: tables inside, 600 wide, no pictures, nothing fetched from anywhere.
 * MJML puts text in as it is, so everything somebody typed is escaped before it gets there (OUT-4).
 */
export async function summaryMail(
  summary: Summary,
  link: string,
): Promise<{ readonly subject: string; readonly html: string }> {
  const on = localDateOf(summary.start, summary.zone);
  const nextOn = summary.next === null ? null : localDateOf(summary.next.start, summary.zone);
  const subject = summaryWords.subject(on, summary.actions.length, nextOn);
  const { html } = await mjml2html(
    mailFor(summary, link, subject, summaryWords.preview(summary.actions.length, nextOn)),
    {
      fonts: {},
      validationLevel: 'strict',
      keepComments: false,
    },
  );
  return { subject, html };
}

function mailFor(summary: Summary, link: string, subject: string, preview: string): string {
  return `<mjml lang="en-GB" dir="ltr">
  <mj-head>
    <mj-title>${escapeHtml(subject)}</mj-title>
    <mj-preview>${escapeHtml(preview)}</mj-preview>
    <mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
    <mj-attributes>
      <mj-all font-family="${sans}" />
      <mj-text font-size="16px" line-height="24px" color="${ink}" padding="0 24px 16px" />
      <mj-section padding="0" background-color="#ffffff" />
    </mj-attributes>
    <mj-style>${styles}</mj-style>
  </mj-head>
  <mj-body width="600px" background-color="#ffffff" css-class="page">
    <mj-section padding="24px 0 0" css-class="page"><mj-column>
      ${paragraph(summaryWords.greeting(summary.employee.givenName))}
      ${paragraph(summaryWords.opening)}
      ${heading(summaryWords.actions)}
      ${summary.actions.length === 0 ? paragraph(summaryWords.noActions) : actionTable(summary)}
      ${summary.doneSince.length === 0 ? '' : heading(summaryWords.doneSince) + lines(summary.doneSince)}
      ${discussed(summary)}
      ${heading(summaryWords.next)}
      ${paragraph(nextMeeting(summary))}
      <mj-button href="${escapeHtml(link)}" align="left" background-color="${brand}" color="#ffffff" font-size="16px" font-weight="600" border-radius="4px" inner-padding="12px 20px" padding="8px 24px 24px">${summaryWords.open}</mj-button>
      ${paragraph(summary.supervisor.givenName)}
      <mj-divider css-class="line" border-width="1px" border-color="${line}" padding="8px 24px 16px" />
      <mj-text css-class="quiet" font-size="13px" line-height="20px" color="${quiet}" padding="0 24px 24px">${escapeHtml(summaryWords.sentFor(summary.supervisor.name, summary.clause))} ${summaryWords.noJottings}</mj-text>
    </mj-column></mj-section>
  </mj-body>
</mjml>`;
}

function paragraph(text: string): string {
  return lines([text]);
}

function lines(texts: readonly string[]): string {
  return `<mj-text css-class="ink">${texts.map((text) => `<div dir="auto">${escapeHtml(text)}</div>`).join('')}</mj-text>`;
}

function heading(text: string): string {
  return `<mj-text css-class="ink" padding="8px 24px 8px"><h2 style="margin:0;font-size:18px;line-height:24px;font-weight:600">${escapeHtml(text)}</h2></mj-text>`;
}

function discussed({ discussed: titles, carried }: Summary): string {
  if (titles.length === 0 && carried.length === 0) return '';
  const texts = [
    ...(titles.length === 0 ? [] : [summaryWords.discussedTitles(titles)]),
    ...(carried.length === 0 ? [] : [summaryWords.carried(carried)]),
  ];
  return heading(summaryWords.discussed) + lines(texts);
}

function nextMeeting({ next, zone }: Summary): string {
  return next === null ? summaryWords.noNext : summaryWords.nextAt(dayAndTimes(next.start, next.end, zone));
}

function actionTable(summary: Summary): string {
  const { what, who, by } = summaryWords;
  const head = [what, who, by].map(
    (text) =>
      `<th scope="col" align="left" class="cell quiet" style="${cell};font-weight:400;font-size:14px;color:${quiet}">${text}</th>`,
  );
  const rows = summary.actions.map((action) => actionRow(action, summary));
  return `<mj-table css-class="ink" font-size="16px" line-height="24px" color="${ink}" padding="0 24px 24px"><tr>${head.join('')}</tr>${rows.join('')}</mj-table>`;
}

const cell = `padding:10px 12px 10px 0;border-bottom:1px solid ${line};vertical-align:top`;

function actionRow(action: SummaryAction, summary: Summary): string {
  const history = summaryWords.history(action.fromOn, action.newDate);
  const note = history === null ? '' : ` <span class="quiet" style="font-size:14px;color:${quiet}">${history}</span>`;
  const who = action.ownerId === summary.employee.id ? summaryWords.you : ownerName(action, summary);
  const by = action.dueOn === null ? summaryWords.noDate : shortDay(action.dueOn);
  return (
    `<tr><td dir="auto" class="cell" style="${cell};word-break:break-word">${escapeHtml(action.text)}${note}</td>` +
    `<td class="cell" width="84" style="${cell}">${escapeHtml(who)}</td>` +
    `<td class="cell" width="84" style="${cell};white-space:nowrap">${by}</td></tr>`
  );
}

function ownerName(action: SummaryAction, { supervisor }: Summary): string {
  return action.ownerId === supervisor.id ? supervisor.givenName : action.ownerName;
}
