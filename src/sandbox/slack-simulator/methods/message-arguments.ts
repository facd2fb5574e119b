import { blockProblems } from '../blocks/block-rules.ts';
import { type Audience, policyProblems } from '../blocks/message-policy.ts';
import { isRecord } from '../blocks/rules.ts';
import type { SimMessage } from '../simulator.ts';
import { type Args, optionalText } from '../web-api/arguments.ts';
import type { Call } from '../web-api/method.ts';
import { invalidArguments, Refusal } from '../web-api/refusal.ts';

/** What a message says, as three methods take it. Undefined where nothing was given. */
export interface MessageArguments {
  readonly text: string | undefined;
  readonly blocks: readonly unknown[] | undefined;
  readonly metadata: SimMessage['metadata'] | undefined;
}

/** Slack truncates a longer text, which would cut a sentence: this simulator refuses it. */
const LONGEST_TEXT = 40_000;
const LARGEST_METADATA_BYTES = 4_000;

export function messageArguments(args: Args): MessageArguments {
  if (args['attachments'] !== undefined) throw invalidArguments('the simulator knows no attachments');
  if (args['thread_ts'] !== undefined) throw invalidArguments('the simulator knows no threads');
  const text = optionalText(args, 'text');
  if (text !== undefined && text.length > LONGEST_TEXT) throw new Refusal('msg_too_long');
  const blocks = args['blocks'];
  if (blocks !== undefined && !Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  return { text, blocks, metadata: metadataOf(args['metadata']) };
}

/** `{}` clears and comes out as null. */
function metadataOf(metadata: unknown): SimMessage['metadata'] | undefined {
  if (metadata === undefined) return undefined;
  if (!isRecord(metadata)) throw new Refusal('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return null;
  const { event_type, event_payload } = metadata;
  if (typeof event_type !== 'string' || !isRecord(event_payload)) throw new Refusal('invalid_metadata_schema');
  if (Buffer.byteLength(JSON.stringify(metadata)) > LARGEST_METADATA_BYTES) throw new Refusal('metadata_too_large');
  return { event_type, event_payload };
}

/** Reports what a good app would not say. @throws Refusal `invalid_blocks` */
export function checkSaid(call: Call, args: Args, audience: Audience): void {
  const report = (problem: string) => call.world.journal.violation(`${call.method}: ${problem}`);
  const problems = args['blocks'] === undefined ? [] : blockProblems(args['blocks'], 'message');
  problems.forEach(report);
  if (problems.length > 0) {
    throw new Refusal('invalid_blocks', { errors: problems, response_metadata: { messages: problems } });
  }
  policyProblems(args, audience).forEach(report);
  if (args['username'] || args['icon_emoji'] || args['icon_url']) report('the sender is disguised');
}
