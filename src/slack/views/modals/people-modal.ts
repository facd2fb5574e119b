import type { InputBlock, ModalView } from '@slack/types';
import type { InviteeId, SlackUserId } from '../../../domain/ids.ts';
import type { Invitee } from '../../../domain/invitee.ts';
import { type Meeting, MOST_INVITEES } from '../../../domain/meeting.ts';
import type { PeopleChange } from '../../../usecases/change-people.ts';
import type { DeedProblem } from '../../../usecases/do-deed.ts';
import { pressValue } from '../actions.ts';
import { sectionBlock } from '../blocks.ts';
import { deedProblemText } from '../deed-problem-text.ts';
import { choice, field, plainText } from '../elements.ts';
import { escapeMrkdwn, partiesText } from '../mrkdwn.ts';
import { askingModal } from './modal.ts';
import { readValues, type ViewValues } from './values.ts';

export const PEOPLE_MODAL = 'people_modal';
export const PEOPLE_TITLE = 'Add or remove people';
const ADD = 'people_add';
const MAILS = 'people_mails';
const OFF = 'people_off';
const HOSTS = 'people_hosts';
const LINKS = 'people_links';

const LONGEST_MENU = 100;

/** @param mayChangeRoles only the organizer may */
export function peopleModal(
  meeting: Meeting,
  options: { readonly mayChangeRoles: boolean; readonly guestsAllowed: boolean },
): ModalView {
  const { mayChangeRoles, guestsAllowed } = options;
  const others = meeting.invitees.filter(({ user }) => user !== meeting.organizer);
  const hosts = others.filter(({ role }) => role === 'host');
  // Who cannot be shown as chosen would be taken for no host any more.
  const showsHosts = mayChangeRoles && hosts.length <= LONGEST_MENU;
  const everybody = others.length > 0 ? partiesText(others) : 'nobody yet';
  return askingModal({
    callback: PEOPLE_MODAL,
    metadata: pressValue(meeting.id),
    title: PEOPLE_TITLE,
    submit: 'Save',
    blocks: [
      sectionBlock(`*${escapeMrkdwn(meeting.title)}*\nInvited: ${everybody}`),
      field(
        ADD,
        'Add people',
        { type: 'multi_users_select', placeholder: plainText('Choose people'), max_selected_items: MOST_INVITEES },
        { optional: true },
      ),
      ...(guestsAllowed ? [mailField()] : []),
      ...menu(OFF, 'Remove people', others, 'Their links stop working, and they are told.'),
      ...(showsHosts
        ? menu(HOSTS, 'Hosts', others, 'Hosts may move the meeting, invite people and end it.', hosts)
        : []),
      ...menu(
        LINKS,
        'Give a new link',
        others,
        'For a link that got into the wrong hands: the old one stops working at once.',
      ),
    ],
  });
}

function mailField(): InputBlock {
  const placeholder = plainText('dana@example.com, li@example.org');
  return field(MAILS, 'Add guests by e-mail', { type: 'plain_text_input', placeholder }, { optional: true });
}

/** A choice among the people; Slack takes 100 options in each group of a menu. */
function menu(
  id: string,
  label: string,
  people: readonly Invitee[],
  hint: string,
  chosen: readonly Invitee[] = [],
): InputBlock[] {
  if (people.length === 0) return [];
  const options = people.map(personOption);
  const groups = Array.from({ length: Math.ceil(options.length / LONGEST_MENU) }, (_, at) => {
    const part = options.slice(at * LONGEST_MENU, (at + 1) * LONGEST_MENU);
    return { label: plainText(`From ${at * LONGEST_MENU + 1}`), options: part };
  });
  const initial_options = chosen.map(personOption);
  return [
    field(
      id,
      label,
      {
        type: 'multi_static_select',
        placeholder: plainText('Choose people'),
        ...(groups.length > 1 ? { option_groups: groups } : { options }),
        ...(initial_options.length > 0 ? { initial_options } : {}),
      },
      { optional: true, hint },
    ),
  ];
}

/** The link's version goes along, so that a new one is made once. */
function personOption({ id, name, email, user, linkVersion }: Invitee) {
  return choice(name ?? email ?? user ?? 'a guest', `${id} ${linkVersion}`);
}

/** What was put in; the fields that are not shown change nothing. */
export function readPeopleModal(
  values: ViewValues,
  meeting: Meeting,
): PeopleChange & { readonly notAddresses: readonly string[] } {
  const read = readValues(values);
  const people = (id: string) =>
    read.options(id).flatMap((value) => {
      const [, invitee, version] = /^(\S+) (\d+)$/.exec(value) ?? [];
      return invitee ? [{ invitee: invitee as InviteeId, version: Number(version) }] : [];
    });
  const mails = read
    .typed(MAILS)
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
  const hosts = new Set(people(HOSTS).map(({ invitee }) => invitee));
  const others = meeting.invitees.filter(({ user }) => user !== meeting.organizer);
  const roleOf = ({ id }: Invitee) => (hosts.has(id) ? 'host' : 'guest');
  const takeOff = people(OFF).map(({ invitee }) => invitee);
  const changing = HOSTS in values ? others.filter((one) => roleOf(one) !== one.role && !takeOff.includes(one.id)) : [];
  return {
    meeting: meeting.id,
    add: read.users(ADD) as SlackUserId[],
    emails: mails.filter(isAddress).map((one) => one.toLowerCase()),
    notAddresses: mails.filter((one) => !isAddress(one)),
    takeOff,
    roles: changing.map((one) => ({ invitee: one.id, role: roleOf(one) })),
    newLinks: people(LINKS).filter(({ invitee }) => !takeOff.includes(invitee)),
  };
}

function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"',;:\\]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text);
}

/** What stands under which field. */
export function peopleErrors(problem: DeedProblem): Record<string, string> {
  const isOfGuests = problem.kind === 'no-guests' || problem.kind === 'too-many-guests';
  const id = isOfGuests ? MAILS : problem.kind === 'is-organizer' ? OFF : ADD;
  return { [id]: deedProblemText(problem, 'en-US') };
}

export function addressErrors(notAddresses: readonly string[]): Record<string, string> {
  return { [MAILS]: `This does not look like an e-mail address: ${notAddresses.slice(0, 3).join(', ').slice(0, 200)}` };
}
