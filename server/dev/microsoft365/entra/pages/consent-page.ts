import { html } from './page-frame.ts';
import type { Html } from './page-frame.ts';

/** What permissions mean, in words; one nobody described is shown by its name alone. */
const MEANINGS: Readonly<Record<string, string>> = {
  access_as_user: 'Use the application as you',
  'user.read': 'Sign you in and read your profile',
  'user.readbasic.all': 'Read the basic profiles of everybody',
  'user.read.all': 'Read the full profiles of everybody',
  'calendars.read': 'Read your calendars',
  'calendars.readwrite': 'Read and change your calendars',
  'calendars.read.shared': 'Read calendars others share with you',
  'mail.send': 'Send mail as you',
  'mail.read': 'Read your mail',
  'mail.readwrite': 'Read and change your mail',
  'mailboxsettings.read': 'Read your mailbox settings',
  'mailboxsettings.readwrite': 'Read and change your mailbox settings',
  'onlinemeetings.read': 'Read your online meetings',
  'onlinemeetings.readwrite': 'Read and make your online meetings',
  'teamsactivity.send': 'Send notifications to people as you',
  'teamsappinstallation.readwriteselfforchat': 'Put itself into your chats, and take itself out',
  'chat.readbasic': 'Read who is in your chats',
  'people.read': 'Read who matters to you',
  'tasks.readwrite': 'Read and change your tasks',
  openid: 'Sign you in',
  profile: 'Read your basic profile',
  email: 'Read your address',
  offline_access: 'Keep access to what you let it see',
};

/** What the same names mean when the application acts by itself. */
const ROLE_MEANINGS: Readonly<Record<string, string>> = {
  'user.read.all': 'Read the full profiles of everybody',
  'calendars.readwrite': 'Read and change everybody’s calendars',
  'mailboxsettings.read': 'Read everybody’s mailbox settings',
  'mail.send': 'Send mail as anybody',
  'teamsactivity.send': 'Send notifications to anybody',
  'onlinemeetings.read.all': 'Read everybody’s online meetings',
  'appcatalog.read.all': 'Read which applications the organisation has',
  'teamsappinstallation.readwriteselfforchat.all': 'Put itself into any chat, and take itself out',
};

/** What a consent page is about. */
export interface ConsentQuestion {
  application: string;
  person: string;
  permissions: readonly string[];
  /** Application permissions, which an administrator grants for everybody. */
  roles?: readonly string[];
  /** Whether the person may consent for everybody. */
  mayDecideForAll: boolean;
}

/** Asks somebody whether the application may do what it asks for. */
export function consentPage({ application, person, permissions, roles = [], mayDecideForAll }: ConsentQuestion): Html {
  return html`<p class="soft">${person}</p>
    <p>${application} asks to be allowed to:</p>
    <ul class="permissions">
      ${permissions.map((one) => permissionLine(one))}
    </ul>
    ${
      roles.length === 0
        ? html``
        : html`<h2>By itself, without anybody signed in</h2>
            <ul class="permissions">
              ${roles.map((one) => permissionLine(one, ROLE_MEANINGS))}
            </ul>`
    }
    <form method="post">
      ${mayDecideForAll ? html`<label class="choice"><input type="checkbox" name="forEverybody" value="yes" />Consent on behalf of your organisation</label>` : html``}
      <p class="soft">You can take this back at any time.</p>
      <div class="buttons">
        <button type="submit" name="decision" value="cancel">Cancel</button
        ><button class="main" type="submit" name="decision" value="accept">Accept</button>
      </div>
    </form>`;
}

/** Says that only an administrator can allow what is asked for. */
export function approvalPage(application: string, permissions: readonly string[]): Html {
  return html`<p>
      ${application} needs permissions that only an administrator of your organisation can grant. Please ask one to
      allow it.
    </p>
    <ul class="permissions">
      ${permissions.map((one) => permissionLine(one))}
    </ul>
    <form method="post">
      <div class="buttons">
        <button class="main" type="submit" name="decision" value="cancel">Back to the application</button>
      </div>
    </form>
    <p class="soft">AADSTS90094</p>`;
}

/** Asks somebody to prove again who they are. */
export function stepUpPage(person: string): Html {
  return html`<p class="soft">${person}</p>
    <p>
      Your organisation asks for one more proof that it is you. On a real account your phone would ask now; here it is
      enough to approve.
    </p>
    <form method="post">
      <div class="buttons">
        <button type="submit" name="decision" value="cancel">Cancel</button
        ><button class="main" type="submit" name="decision" value="approve">Approve</button>
      </div>
    </form>`;
}

/** Says why nobody gets in, with what Entra would put under "Troubleshooting details". */
export function refusedPage(words: string): Html {
  return html`<p>Sorry, but we’re having trouble signing you in.</p>
    <p class="soft">${words}</p>`;
}

function permissionLine(permission: string, meanings = MEANINGS): Html {
  const meaning = meanings[permission.toLowerCase()];
  return meaning === undefined
    ? html`<li>${permission}</li>`
    : html`<li>${meaning}<br /><small class="soft">${permission}</small></li>`;
}
