const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength });
const address = (maxLength: number) => ({ type: 'string', pattern: '^https?://', maxLength });
const flag = { type: 'boolean' };
const names = { type: 'array', items: text(50), maxItems: 255, uniqueItems: true };

function object(properties: Record<string, object>, required: readonly string[] = []): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object, minItems: number, maxItems: number): object {
  return { type: 'array', items, minItems, maxItems };
}

/**
 * What Slack's own schema of app manifests, version 1.0.0 (github.com/slackapi/manifest-schema), says of the parts that
 * we use. What else it allows is refused, so that a part we misspell is found.
 */
export const MANIFEST_SCHEMA = object(
  {
    _metadata: object({ major_version: { const: 1 } }),
    display_information: object(
      {
        name: text(35),
        description: text(140),
        long_description: text(4000, 175),
        background_color: { type: 'string', pattern: '^#(?:[0-9a-fA-F]{3}){1,2}$' },
      },
      ['name'],
    ),
    features: object({
      app_home: object({
        home_tab_enabled: flag,
        messages_tab_enabled: flag,
        messages_tab_read_only_enabled: flag,
      }),
      bot_user: object({ display_name: text(80), always_online: flag }, ['display_name']),
      slash_commands: list(
        object(
          {
            command: { type: 'string', pattern: '^/', minLength: 2, maxLength: 32 },
            url: address(3000),
            description: text(2000),
            usage_hint: text(1000),
            should_escape: flag,
          },
          ['command', 'description'],
        ),
        1,
        50,
      ),
      shortcuts: list(
        object(
          { type: { enum: ['global', 'message'] }, name: text(24), callback_id: text(255), description: text(150) },
          ['type', 'name', 'callback_id', 'description'],
        ),
        1,
        10,
      ),
    }),
    oauth_config: object({
      redirect_urls: { ...list(text(2500), 0, 1000), uniqueItems: true },
      scopes: object({ bot: names, bot_optional: names }),
    }),
    settings: object({
      event_subscriptions: object({
        request_url: address(3500),
        bot_events: { ...list(text(50), 0, 100), uniqueItems: true },
      }),
      interactivity: object({ is_enabled: flag, request_url: address(3500) }, ['is_enabled']),
      org_deploy_enabled: flag,
      socket_mode_enabled: flag,
      token_rotation_enabled: flag,
    }),
  },
  ['display_information'],
);
