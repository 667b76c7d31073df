import { startTestRunner } from '@web/test-runner';
import config from '../web-test-runner.config.ts';

// The runner reads no TypeScript configuration by itself, so it is handed over here. Its own flags still work.
await startTestRunner({ config, readFileConfig: false });
