import { KIT_FAULT } from '../browser/join/kit-fault.ts';

/** The kit links to a foreign test page with the participant token in the address. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: this is the kit's source
const TOKEN_LINK = 'href:`https://test.realtime.cloudflare.com?authToken=${this.meeting.__internals__.authToken}`';
/** The device check's selects show an icon only; in other places the same text stands beside them. */
const SELECT_WITH_ICON =
  /(this\.t\("(?:camera|settings\.microphone_input|settings\.speaker_output)"\))(.{1,200}?"select",\{)(?=class:"rtk-select")/g;
/** Where the kit fetches a component, and tells nothing but the console when it cannot. */
const FAILED_FETCH = /\((\w+)=>\{(\w+\(\1,\w+\.\$hostElement\$\))\}\)\)(?=\s*\/\*!__STENCIL_STATIC_IMPORT_SWITCH__)/;
const MARK = '/* Changed by Convene, see NOTICE.txt. */\n';

/** What is changed in the UI kit, for the licence that asks to be told. */
export const ROOM_KIT_CHANGES =
  'Convene changed the files that say so: a link that puts the participant token into an address is hidden and empty,\n' +
  'the selects for camera, microphone and speaker have names for screen readers, and the page is told of a component\n' +
  'that could not be fetched.';

/** @throws when the file uses the participant token in a place that is not known here */
export function changeRoomKit(name: string, text: string): string {
  const changed = text
    .replaceAll(TOKEN_LINK, 'hidden:!0')
    .replace(SELECT_WITH_ICON, '$1$2"aria-label":$1,')
    .replace(FAILED_FETCH, `($1=>{$2;dispatchEvent(new Event("${KIT_FAULT}"))}))`);
  if (changed.includes('authToken'))
    throw new Error(`The UI kit's ${name} uses the participant token in a new way: see what it does with it.`);
  return changed === text ? text : MARK + changed;
}
