import { resolve } from 'node:path';
import { bundleBrowser } from './bundle.ts';

await bundleBrowser(resolve('src/browser'), resolve('build/assets'));
