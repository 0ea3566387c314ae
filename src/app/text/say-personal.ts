import { personalMessages } from './personal-messages.ts';
import { learn } from './say.ts';

learn(personalMessages);
