import { words } from './blocks.ts';
import type { Rendered } from './render-message.ts';

/** What `/meet help` says. */
export function help(command: string): Rendered {
  const examples = [
    `${command} standup tomorrow 9am @alice @bob`,
    `${command} design review friday 2:30pm for 45 min @chen`,
    `${command} "Q4 planning" dec 3 10-11:30 @alice`,
    `${command} retro every other friday 3pm @eng`,
    `${command} sync tomorrow 10am #team`,
    `${command} now incident @bob`,
  ];
  const text = [
    `*Schedule a video meeting in one line:* a title, a time and the people. \`${command}\` alone opens a form.`,
    ...examples.map((example) => `• \`${example}\``),
    '*Change one that is there* by its title:',
    ...[
      `${command} move standup to thu 10`,
      `${command} cancel retro because we are done`,
      `${command} add @dana to standup`,
    ].map((example) => `• \`${example}\``),
    `Also \`remove @dana from …\`, \`extend\`, \`end\` and \`hand over\`. \`${command} list\` shows your meetings and \`${command} settings\` your settings; admins check the installation with \`${command} doctor\`.`,
    `\`${command} explain <text>\` shows how I would read a text, and schedules nothing.`,
    'Times are read in your own time zone. Everyone gets a direct message with a join button of their own and a calendar file.',
  ].join('\n');
  return words(text);
}
