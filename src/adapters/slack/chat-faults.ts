import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { ChatFault, type ChatFaultKind } from '../../ports/chat-fault.ts';

/** Slack's `ratelimited` in a 200 answer says no time to wait. */
const UNSAID_RETRY_AFTER_SECONDS = 3;

// The error lists of chat.postMessage, conversations.open and files.completeUploadExternal (docs.slack.dev).
const KINDS: Readonly<Record<string, ChatFaultKind>> = {
  ratelimited: 'throttled',
  rate_limited: 'throttled',
  internal_error: 'unavailable',
  fatal_error: 'unavailable',
  service_unavailable: 'unavailable',
  request_timeout: 'unavailable',
  team_added_to_org: 'unavailable',
  invalid_auth: 'unauthorized',
  not_authed: 'unauthorized',
  account_inactive: 'unauthorized',
  token_revoked: 'unauthorized',
  token_expired: 'unauthorized',
  org_login_required: 'unauthorized',
  invalid_refresh_token: 'unauthorized',
  user_not_found: 'unreachable',
  users_not_found: 'unreachable',
  user_disabled: 'unreachable',
  user_not_visible: 'unreachable',
  channel_not_found: 'unreachable',
  cannot_dm_bot: 'unreachable',
  invalid_user_combination: 'unreachable',
  is_archived: 'unreachable',
  messages_tab_disabled: 'unreachable',
};

// Slack's pages say of these that the call may have had some effect.
const MAY_HAVE_WORKED = new Set(['internal_error', 'fatal_error', 'request_timeout']);

/** Runs a Web API call and turns Slack's errors, by their class and code, into the ports'. */
export async function withChatFaults<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toChatFault(error);
  }
}

function toChatFault(error: unknown): ChatFault {
  if (error instanceof ChatFault) return error;
  const cause = { cause: error };
  if (error instanceof WebAPIRateLimitedError) {
    return new ChatFault('throttled', 'ratelimited', { retryAfterSeconds: error.retryAfter, ...cause });
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    const kind = KINDS[code] ?? 'refused';
    const retryAfterSeconds = kind === 'throttled' ? UNSAID_RETRY_AFTER_SECONDS : null;
    return new ChatFault(kind, code, { retryAfterSeconds, ambiguous: MAY_HAVE_WORKED.has(code), ...cause });
  }
  if (error instanceof WebAPIHTTPError) {
    const isTheirs = error.statusCode >= 500 || error.statusCode === 408;
    return new ChatFault(isTheirs ? 'unavailable' : 'refused', `http_${error.statusCode}`, {
      ambiguous: isTheirs,
      ...cause,
    });
  }
  // Anything else is an answer that the library could not read, such as a 429 without a time to wait.
  const code = error instanceof WebAPIRequestError ? 'no_answer' : 'unreadable_answer';
  return new ChatFault('unavailable', code, { ambiguous: true, ...cause });
}
