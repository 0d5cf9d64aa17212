import { closeWorld, openWorld } from './world';

// n8n may have to be installed first.
beforeAll(openWorld, 15 * 60_000);
afterAll(closeWorld);

import './loading.e2e';
import './builder.e2e';
import './credential.e2e';
import './action.e2e';
import './trigger.e2e';
import './events.e2e';
import './forgery.e2e';
import './polling.e2e';
import './oauth2.e2e';
import './recovery.e2e';
import './demo.e2e';
