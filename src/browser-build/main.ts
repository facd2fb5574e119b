import { resolve } from 'node:path';
import { buildBrowser } from './build.ts';

await buildBrowser(resolve('src/browser'), resolve('build/assets'));
