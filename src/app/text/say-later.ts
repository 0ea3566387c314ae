import { laterMessages } from './later-messages.ts';
import { learn } from './say.ts';

learn(laterMessages);
