import { paged } from './paging.ts';
import type { Route } from './route.ts';
import { expectFields } from './strictness.ts';

const SINCE = '2026-01-01T00:00:00.000Z';

export const presetRoutes: readonly Route[] = [
  {
    operation: 'list-presets',
    method: 'GET',
    path: '/presets',
    answer: (call) => {
      const filters = call.dialect === 'dyte' ? ['page_no', 'per_page'] : ['page_no', 'per_page', 'search'];
      expectFields(call.query, filters, 'GET /presets');
      const { search = '' } = call.query;
      const found = call.state.presets.filter(({ name }) => name.includes(search));
      return paged(
        found.map((preset) => ({ ...preset, created_at: SINCE, updated_at: SINCE })),
        call,
      );
    },
  },
];
