import type { MethodFamily } from '../web-api/method.ts';

export const VIEW_METHODS: MethodFamily = {};
