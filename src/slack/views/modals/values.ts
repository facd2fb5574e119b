/** `view.state.values` of an interaction: by block id, then by action id. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, object>> | undefined>>;

/** What somebody put into the fields of a modal; a field that is not there holds nothing. */
export function readValues(values: ViewValues) {
  const held = (id: string, name: string): unknown => {
    const element: object = values[id]?.[id] ?? {};
    return name in element ? element[name as keyof typeof element] : undefined;
  };
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const optionValue = (option: unknown) =>
    typeof option === 'object' && option !== null && 'value' in option ? text(option.value) : '';
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

  return {
    /** Of a text or number input. */
    typed: (id: string) => text(held(id, 'value')),
    day: (id: string) => text(held(id, 'selected_date')),
    time: (id: string) => text(held(id, 'selected_time')),
    user: (id: string) => text(held(id, 'selected_user')),
    users: (id: string) => list(held(id, 'selected_users')).map(text),
    /** Of a select or of radio buttons. */
    option: (id: string) => optionValue(held(id, 'selected_option')),
    options: (id: string) => list(held(id, 'selected_options')).map(optionValue),
  };
}
